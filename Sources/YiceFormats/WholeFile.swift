internal import Glibc

/// Writes a file whole or not at all: beside the wanted one, synced, and put in its place at the end.
package enum WholeFile {
  /// - Throws: ``SinkError`` under the wanted name, and what the body throws; what stood at `path` is there still.
  package static func write(_ path: String, _ body: (any TextSink) throws -> Void) throws {
    let partial = path + ".part"
    do {
      let sink = try FileSink(path: partial, name: fileName(of: path))
      try body(sink)
      try sink.close()
    } catch {
      unlink(partial)
      throw error
    }
    guard rename(partial, path) == 0 else {
      let reason = systemReason(errno)
      unlink(partial)
      throw SinkError(name: fileName(of: path), kind: .cannotWrite(reason))
    }
  }

  /// - Throws: ``SinkError``.
  package static func write(_ path: String, text: String) throws {
    var text = text
    try text.withUTF8 { bytes in try write(path) { try $0.write(bytes) } }
  }
}
