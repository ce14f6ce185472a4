internal import YiceFiles

/// Where written bytes go: a file, standard output, memory.
package protocol TextSink: AnyObject {
  /// Takes all of `bytes`.
  ///
  /// - Throws: ``SinkError`` when they cannot be kept.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

extension TextSink {
  /// Takes a text in UTF-8.
  ///
  /// - Throws: ``SinkError``.
  package func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write($0) }
  }
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

/// Writes bytes straight to what is open under a number; callers that write small pieces buffer them.
package final class FileSink: TextSink {
  private let descriptor: Int32
  private let name: String

  /// - Parameters:
  ///   - descriptor: stays open.
  ///   - name: what messages call it.
  package init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let number = writeAll(UnsafeRawBufferPointer(bytes), to: descriptor)
    guard number == 0 else { throw SinkError(name: name, kind: .cannotWrite(systemReason(number))) }
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

  init(_ failure: FileFailure, name: String) {
    self.init(name: name, kind: .cannotWrite(failure.reason))
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
