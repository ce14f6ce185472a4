package import YiceFormats

/// Writes a form's pages to a file, whole or not at all.
package enum FormFile {
  /// - Throws: `SinkError`, `XLSXError`.
  package static func write(
    _ pages: [FormPage], to path: String, as format: ListingFile.Format,
    encoding: CSVWriter.Encoding = .utf8WithMark
  ) throws {
    switch format {
    case .xlsx: try FormWorkbook.write(pages, to: path)
    case .csv: try WholeFile.write(path) { try csv(pages, to: $0, name: path, encoding) }
    case .md:
      try WholeFile.write(path) { sink in
        try sink.write(
          pages.map { $0.listing.markdown + "\n" + $0.notes.map { $0 + "\n\n" }.joined() }.joined())
      }
    case .json, .jsonl:
      // One table for programs; which school a row belongs to is told by a column.
      try ListingFile.write(joined(pages), to: path, as: format)
    }
  }

  /// Title, table and notes of each page, with an empty line between pages.
  private static func csv(
    _ pages: [FormPage], to sink: any TextSink, name: String, _ encoding: CSVWriter.Encoding
  ) throws {
    let writer = try CSVWriter(to: sink, name: name, encoding: encoding)
    for (index, page) in pages.enumerated() {
      if index > 0 { try writer.write([""]) }
      try writer.write([page.listing.title ?? page.name])
      if pages.count > 1 { try writer.write([page.left]) }
      try writer.write(page.listing.columns.map(\.label))
      for row in page.listing.rows { try writer.write(row.map(\.shown)) }
      for line in page.notes { try writer.write([line]) }
    }
    try writer.finish()
  }

  /// All pages' rows under one heading; columns that only some pages have are empty elsewhere.
  package static func joined(_ pages: [FormPage]) -> Listing {
    guard let first = pages.first, pages.count > 1 else {
      return pages.first?.listing ?? Listing(columns: [])
    }
    var columns = first.listing.columns
    for page in pages.dropFirst() {
      for column in page.listing.columns where !columns.contains(where: { $0.name == column.name }) {
        columns.append(column)
      }
    }
    var result = Listing(
      title: first.listing.title, columns: [Listing.Column("sheet", "单位")] + columns)
    for page in pages {
      let places = columns.map { column in page.listing.columns.firstIndex { $0.name == column.name } }
      for row in page.listing.rows {
        result.rows.append([.text(page.name)] + places.map { $0.map { row[$0] } ?? .empty })
      }
    }
    return result
  }
}

extension TextSink {
  fileprivate func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write($0) }
  }
}
