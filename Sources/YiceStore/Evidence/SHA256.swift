internal import CYice

/// SHA-256 of bytes, as lower-case hex; `Stream` digests with SM3, too, where it is told to.
package enum SHA256 {
  package static func hex(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    bytes.withUnsafeBytes { yice_sha256($0.baseAddress, $0.count, &digest) }
    return hex(digest: digest)
  }

  private static func hex(digest: [UInt8]) -> String {
    digest.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}

// MARK: - Piece by piece

extension SHA256 {
  /// The digest of many small pieces, gathered before they are digested: a call for a few bytes costs more than they do.
  package final class Stream {
    private static let capacity = 1 << 16

    private let hash: ContentHash
    /// Of libcrypto: our own memory for SHA-256, its own for SM3, which ends with the digest.
    private var context: UnsafeMutableRawPointer?
    private let buffer = UnsafeMutableRawPointer.allocate(byteCount: Stream.capacity, alignment: 16)
    private var filled = 0

    package init(_ hash: ContentHash = .sha256) {
      self.hash = hash
      switch hash {
      case .sha256:
        context = UnsafeMutableRawPointer.allocate(byteCount: yice_sha256_size(), alignment: 16)
        yice_sha256_start(context)
      case .sm3: context = yice_sm3_start()
      }
    }

    deinit {
      if hash == .sha256 { context?.deallocate() } else if context != nil { _ = end() }
      buffer.deallocate()
    }

    package func add(byte: UInt8) {
      if filled == Stream.capacity { flush() }
      buffer.storeBytes(of: byte, toByteOffset: filled, as: UInt8.self)
      filled += 1
    }

    /// Eight bytes, the highest first.
    package func add(_ number: UInt64) {
      if filled + 8 > Stream.capacity { flush() }
      buffer.storeBytes(of: number.bigEndian, toByteOffset: filled, as: UInt64.self)
      filled += 8
    }

    package func add(_ bytes: UnsafeRawBufferPointer) {
      guard let start = bytes.baseAddress, bytes.count > 0 else { return }
      if filled + bytes.count > Stream.capacity { flush() }
      guard bytes.count <= Stream.capacity else { return digest(start, bytes.count) }
      (buffer + filled).copyMemory(from: start, byteCount: bytes.count)
      filled += bytes.count
    }

    /// The digest of all pieces, as lower-case hex; called once.
    package func finish() -> String {
      flush()
      return SHA256.hex(digest: end())
    }

    private func flush() {
      digest(buffer, filled)
      filled = 0
    }

    private func digest(_ start: UnsafeRawPointer, _ count: Int) {
      switch hash {
      case .sha256: yice_sha256_add(context, start, count)
      case .sm3: yice_sm3_add(context, start, count)
      }
    }

    private func end() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: 32)
      switch hash {
      case .sha256: yice_sha256_finish(context, &digest)
      case .sm3:
        yice_sm3_finish(context, &digest)
        context = nil
      }
      return digest
    }
  }
}
