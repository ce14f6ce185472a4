internal import YiceFormats
internal import YiceStore

/// Writes pages of forms as a workbook, one sheet a page.
package enum FormWorkbook {
  /// - Throws: `XLSXError`.
  package static func write(_ pages: [FormPage], to path: String) throws {
    let book = try XLSXWorkbook(path: path)
    if let first = pages.first { book.setTitle(first.listing.title ?? first.name, creator: Tool.name) }
    for page in pages { try FormSheet(page, book).write() }
    try book.close()
  }
}
