package import YiceFormats

/// Writes a listing row by row as CSV, JSON, JSON Lines or Markdown, so that a table of a million rows needs no more
/// memory than a small one.
package final class ListingWriter {
  private let columns: [Listing.Column]
  private let format: ListingFile.Format
  private let sink: any TextSink
  private let csv: CSVWriter?
  private var pending = ""
  private var rows = 0
  private static let pieceSize = 1 << 16

  /// - Parameters:
  ///   - rightAligned: positions of columns of numbers, which only Markdown shows.
  ///   - encoding: of CSV; the other formats are UTF-8 by their own rules.
  /// - Throws: `SinkError`.
  package init(
    title: String?, columns: [Listing.Column], rightAligned: Set<Int>, to sink: any TextSink,
    as format: ListingFile.Format, encoding: CSVWriter.Encoding = .utf8WithMark
  ) throws {
    self.columns = columns
    self.format = format
    self.sink = sink
    csv = format == .csv ? try CSVWriter(to: sink, encoding: encoding) : nil
    switch format {
    case .csv: try csv?.write(columns.map(\.label))
    case .json: pending = "["
    case .md: pending = Listing.markdownHead(title: title, columns, rightAligned: rightAligned)
    case .jsonl, .xlsx: break
    }
  }

  /// - Throws: `SinkError`.
  package func write(_ row: [Listing.Cell]) throws {
    defer { rows += 1 }
    switch format {
    case .csv: try csv?.write(row.map(\.shown))
    case .json: pending += (rows == 0 ? "\n  " : ",\n  ") + object(row).rendered(pretty: true, depth: 1)
    case .jsonl: pending += object(row).rendered() + "\n"
    case .md: pending += Listing.markdownLine(row)
    case .xlsx: break
    }
    if pending.utf8.count >= ListingWriter.pieceSize { try flush() }
  }

  /// - Throws: `SinkError`.
  package func finish() throws {
    try csv?.finish()
    if format == .json { pending += rows == 0 ? "]\n" : "\n]\n" }
    try flush()
  }

  private func object(_ row: [Listing.Cell]) -> JSONValue {
    .object(zip(columns, row).map { ($0.name, $1.json) })
  }

  private func flush() throws {
    guard !pending.isEmpty else { return }
    try sink.write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

extension Listing {
  /// Writes all rows.
  /// - Throws: `SinkError`.
  package func write(
    to sink: any TextSink, as format: ListingFile.Format, encoding: CSVWriter.Encoding = .utf8WithMark
  ) throws {
    let writer = try ListingWriter(
      title: title, columns: columns, rightAligned: columnsOfNumbers, to: sink, as: format,
      encoding: encoding)
    for row in rows { try writer.write(row) }
    try writer.finish()
  }
}
