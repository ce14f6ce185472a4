internal import CZlib
internal import Glibc
internal import YiceFiles

/// Packs what is written as one gzip member (RFC 1952) and hands it on. The same bytes give the same file: no clock and no
/// name in it.
package final class GzipSink: TextSink {
  private let sink: any TextSink
  private let name: String
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  /// Window of 32 KiB, and a gzip header around it.
  private static let window: Int32 = 15 + 16

  /// - Parameters:
  ///   - sink: takes the packed bytes.
  ///   - name: what messages call it.
  ///   - level: 1 is fastest, 9 packs most.
  /// - Throws: ``SinkError``.
  package init(to sink: any TextSink, name: String, level: Int32 = 2) throws {
    self.sink = sink
    self.name = name
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, level, Z_DEFLATED, GzipSink.window, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw SinkError(name: name, kind: .cannotWrite(systemReason(ENOMEM))) }
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  package func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
    stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
    stream.pointee.avail_in = UInt32(bytes.count)
    while stream.pointee.avail_in > 0 { _ = try pack(Z_NO_FLUSH) }
  }

  /// Hands over what is left, and the member's end. Nothing is written after it.
  ///
  /// - Throws: ``SinkError``.
  package func finish() throws {
    stream.pointee.avail_in = 0
    while try pack(Z_FINISH) != Z_STREAM_END {}
  }

  private func pack(_ flush: Int32) throws -> Int32 {
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    let status = deflate(stream, flush)
    let produced = output.count - Int(stream.pointee.avail_out)
    if produced > 0 { try sink.write(UnsafeBufferPointer(rebasing: output[..<produced])) }
    return status
  }
}
