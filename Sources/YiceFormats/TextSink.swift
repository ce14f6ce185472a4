internal import Glibc

/// Where written bytes go: a file, standard output, memory.
package protocol TextSink: AnyObject {
  /// Takes all of `bytes`.
  ///
  /// - Throws: ``SinkError`` when they cannot be kept.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

// MARK: - Memory

/// Keeps written bytes in memory.
package final class MemorySink: TextSink {
  /// Everything written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty sink.
  package init() {}

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }

  /// What was written, read as UTF-8.
  package var text: String {
    String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - File

/// Writes bytes straight to a file; callers that write small pieces buffer them.
package final class FileSink: TextSink {
  private let descriptor: Int32
  private let name: String
  private var isOpen: Bool

  /// Creates a file, or empties the one that is there.
  ///
  /// - Parameter name: what messages call it; nil: by its own name.
  /// - Throws: ``SinkError`` when the file cannot be created.
  package init(path: String, name: String? = nil) throws {
    self.name = name ?? fileName(of: path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    isOpen = descriptor >= 0
    guard isOpen else { throw SinkError(name: self.name, kind: .cannotWrite(systemReason(errno))) }
  }

  /// Writes to a descriptor that is open already and stays open, such as 1 for standard output.
  ///
  /// - Parameter name: what messages call it.
  package init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    isOpen = false
  }

  deinit {
    if isOpen { Glibc.close(descriptor) }
  }

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard var base = bytes.baseAddress else { return }
    var left = bytes.count
    while left > 0 {
      let written = Glibc.write(descriptor, base, left)
      if written < 0 {
        if errno == EINTR { continue }
        throw SinkError(name: name, kind: .cannotWrite(systemReason(errno)))
      }
      base += written
      left -= written
    }
  }

  /// Syncs and closes a file this sink created; some disks report only now that they are full.
  package func close() throws {
    guard isOpen else { return }
    isOpen = false
    // A pipe or a device cannot be synced, and need not be.
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS
    let reason = errno
    guard Glibc.close(descriptor) == 0, isSynced else {
      if !isSynced { throw SinkError(name: name, kind: .cannotWrite(systemReason(reason))) }
      throw SinkError(name: name, kind: .cannotWrite(systemReason(errno)))
    }
  }
}

// MARK: - Error

/// Why text could not be written.
package struct SinkError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What went wrong.
  package enum Kind: Equatable, Sendable {
    /// The system refused, for this reason in Chinese.
    case cannotWrite(String)
    /// The encoding has no code for a character.
    case cannotEncode(Unicode.Scalar, encoding: String)
  }

  /// The file's name.
  package var name: String
  /// What went wrong.
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  package var description: String {
    switch kind {
    case .cannotWrite(let reason):
      return "\(name)：写不进去（\(reason)）。请检查目标文件夹和剩余空间，或换一个位置。"
    case .cannotEncode(let scalar, let encoding):
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "\(name)：字符 U+\(code) 不能用 \(encoding) 表示。请改用 UTF-8 输出。"
    }
  }
}
