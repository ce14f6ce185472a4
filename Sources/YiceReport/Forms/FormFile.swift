package import YiceFormats
package import YiceIndicators

#if canImport(Glibc)
  internal import Glibc
#endif

/// Writes a form with its title and footnotes as a CSV file, whole or not at all.
package enum FormFile {
  /// - Throws: `SinkError`.
  package static func write(
    _ form: Form, _ figures: CountyFigures, to path: String, encoding: CSVWriter.Encoding
  ) throws {
    let partial = path + ".part"
    do {
      let sink = try FileSink(path: partial)
      let writer = try CSVWriter(to: sink, name: path, encoding: encoding)
      let listing = form.listing(figures)
      try writer.write(["\(form.name) \(form.title)"])
      try writer.write(listing.columns.map(\.label))
      for row in listing.rows { try writer.write(row.map(\.shown)) }
      for line in form.footnotes(figures) + [CountyReport(figures).basis] { try writer.write([line]) }
      try writer.finish()
      try sink.close()
    } catch {
      unlink(partial)
      throw error
    }
    guard rename(partial, path) == 0 else {
      unlink(partial)
      throw SinkError(name: path, kind: .cannotWrite(String(cString: strerror(errno))))
    }
  }
}
