internal import YiceFormats

#if canImport(Glibc)
  internal import Glibc
#endif

/// Writes a page to a file, whole or not at all.
package enum PageFile {
  /// - Throws: `SinkError`.
  package static func write(_ html: String, to path: String) throws {
    let partial = path + ".part"
    do {
      let sink = try FileSink(path: partial)
      var html = html
      try html.withUTF8 { bytes in try sink.write(bytes) }
      try sink.close()
    } catch {
      unlink(partial)
      throw error
    }
    guard rename(partial, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(partial)
      throw SinkError(name: path, kind: .cannotWrite(reason))
    }
  }
}
