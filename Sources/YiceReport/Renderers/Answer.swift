package import YiceFormats

/// What a command answers, the same in every format: ``Renderer`` is the one way out for all of them. Decision 0110.
package protocol Answer {
  /// One flat table with a row a thing: for spreadsheets, CSV, JSON Lines and Markdown.
  var listing: Listing { get }

  /// As people read it on a screen.
  ///
  /// - Parameter maximumCellWidth: terminal columns that a cell of a table may take; longer ones are cut.
  /// - Throws: `SinkError`.
  func writeText(to sink: any TextSink, maximumCellWidth: Int?) throws

  /// As programs read it: English keys, full figures, a newline at the end.
  ///
  /// - Throws: `SinkError`.
  func writeJSON(to sink: any TextSink) throws

  /// Into a file, whole or not at all.
  ///
  /// - Throws: `SinkError`, `XLSXError`.
  func write(to path: String, as format: ListingFile.Format, encoding: CSVWriter.Encoding) throws

  /// What is said once the file stands.
  func written(to path: String) -> String
}

extension Answer {
  package func write(to path: String, as format: ListingFile.Format, encoding: CSVWriter.Encoding) throws {
    switch format {
    case .json: try WholeFile.write(path) { try writeJSON(to: $0) }
    case .xlsx, .csv, .jsonl, .md: try ListingFile.write(listing, to: path, as: format, encoding: encoding)
    }
  }

  package func written(to path: String) -> String { "已写入 \(path)（\(listing.rows.count) 行）。" }
}

extension Listing: Answer {
  package var listing: Listing { self }

  package func writeText(to sink: any TextSink, maximumCellWidth: Int?) throws {
    try renderText(maximumCellWidth: maximumCellWidth) { try sink.write($0.bindMemory(to: UInt8.self)) }
  }

  package func writeJSON(to sink: any TextSink) throws { try write(to: sink, as: .json) }
}
