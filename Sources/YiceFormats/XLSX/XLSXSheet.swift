/// The rows of one worksheet of an .xlsx workbook, streamed. Rows that the sheet leaves out are not given; a row ends
/// with its last filled cell.
package final class XLSXSheet: RowSource {
  package let sourceName: String
  package let sheetName: String?
  package var encodingName: String { "xlsx" }
  package var leavesOutEmptyCells: Bool { true }
  package var remarks: SheetRemarks { handler.remarks }

  private let part: XMLPart
  private let handler: SheetHandler
  /// What was met behind a whole row, told once the row is handed out.
  private var pendingError: WorkbookError?

  init(_ package: XLSXPackage, _ sheet: SheetInfo) throws {
    sourceName = package.sourceName
    sheetName = sheet.name
    handler = SheetHandler(
      strings: try package.strings(), styles: try package.styles(), uses1904: package.uses1904,
      limits: package.limits)
    part = try XMLPart(
      try package.openSheet(sheet), handler, sourceName: package.sourceName, limits: package.limits)
  }

  package func next(into row: inout SheetRow) throws -> Bool {
    // The row's memory goes to the handler and comes back filled.
    swap(&row, &handler.state.pointee.row)
    defer { swap(&row, &handler.state.pointee.row) }
    if let pendingError { throw pendingError }
    handler.resume()
    do {
      while try part.advance() { if handler.takeRow() { return true } }
      return handler.takeRow()
    } catch var error as WorkbookError {
      error.sheet = sheetName
      if handler.state.pointee.rowNumber > 0 { error.row = handler.state.pointee.rowNumber }
      guard handler.takeRow() else { throw error }
      pendingError = error
      return true
    }
  }
}
