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
    guard pages.count > 1 else { return pages.first?.listing ?? Listing(columns: []) }
    return Listing(
      joining: pages.map { page in
        var listing = page.listing
        listing.columns.insert(Listing.Column("sheet", "单位"), at: 0)
        listing.rows = listing.rows.map { [.text(page.name)] + $0 }
        return listing
      })
  }
}

/// A form's pages as an answer: on a screen and in a file each stands by itself, for a program they are one table.
package struct FormAnswer: Report {
  private let name: String
  private let pages: [FormPage]

  package init(_ form: Form, _ pages: [FormPage]) {
    name = form.name
    self.pages = pages
  }

  package var listing: Listing { FormFile.joined(pages) }

  package var text: String {
    pages.map { page in
      let (listing, legend) = page.onScreen
      return (pages.count > 1 ? page.left + "\n" : "") + listing.text(maximumCellWidth: 36)
        + (legend + page.notes).map { $0 + "\n" }.joined() + (pages.count > 1 ? "\n" : "")
    }.joined()
  }

  package func write(to path: String, as format: ListingFile.Format, encoding: CSVWriter.Encoding) throws {
    try FormFile.write(pages, to: path, as: format, encoding: encoding)
  }

  package func written(to path: String) -> String {
    "\(name) 已写入 \(path)（\(pages.count) 张，\(pages.reduce(0) { $0 + $1.listing.rows.count }) 行）。"
  }
}
