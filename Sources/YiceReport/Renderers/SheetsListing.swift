package import YiceFormats

/// The sheets of a workbook as a listing.
package enum SheetsListing {
  /// - Parameter counting: read every sheet to its end and tell its rows and columns.
  /// - Throws: the readers' errors.
  package static func make(_ file: SheetFile, counting: Bool) throws -> Listing {
    var listing = Listing(columns: [
      Listing.Column("number", "序号"), Listing.Column("name", "工作表"), Listing.Column("hidden", "隐藏"),
    ])
    if counting {
      listing.columns += [Listing.Column("rows", "有内容的行"), Listing.Column("columns", "列")]
    }
    for sheet in file.sheets {
      var cells: [Listing.Cell] = [
        .number(sheet.number), .text(sheet.name), .yesNo(sheet.visibility == .hidden),
      ]
      if counting {
        let (rows, columns) = try count(try file.rows(of: sheet))
        cells += [.number(rows), .number(columns)]
      }
      listing.rows.append(cells)
    }
    return listing
  }

  private static func count(_ source: any RowSource) throws -> (rows: Int, columns: Int) {
    var rows = 0
    var columns = 0
    var row = SheetRow()
    while try source.next(into: &row) {
      guard !row.isBlank else { continue }
      rows += 1
      columns = max(columns, row.count)
    }
    return (rows, columns)
  }
}
