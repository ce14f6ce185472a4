internal import YiceFormats

/// Rows worked out from a sheet of another shape, for the importer to read as it reads any sheet. They keep the numbers of
/// the rows they came from.
final class DerivedRows: RowSource {
  let sourceName: String
  let sheetName: String?
  let encodingName: String
  let leavesOutEmptyCells = true
  let uses1904: Bool
  let remarks: SheetRemarks

  private let rows: [(number: Int, cells: [String])]
  private var position = 0

  /// - Parameters:
  ///   - source: the sheet, all of whose rows are read.
  ///   - titles: what stands above its headings: units, the school.
  ///   - headingRow: above the first of the rows.
  ///   - keepsColumns: the sheet's columns are the first of these.
  init(
    _ source: any RowSource, titles: [String], headings: [String], headingRow: Int,
    rows: [(number: Int, cells: [String])], keepsColumns: Bool = false
  ) {
    sourceName = source.sourceName
    sheetName = source.sheetName
    encodingName = source.encodingName
    uses1904 = source.uses1904
    var remarks = source.remarks
    if !keepsColumns { remarks.hiddenColumns = [] }
    self.remarks = remarks
    let title = titles.isEmpty ? [] : [(number: headingRow - 1, cells: titles)]
    self.rows = title + [(number: headingRow, cells: headings)] + rows
  }

  func next(into row: inout SheetRow) -> Bool {
    guard position < rows.count else { return false }
    row.reset(number: rows[position].number)
    for cell in rows[position].cells { row.appendCell(cell) }
    position += 1
    return true
  }
}
