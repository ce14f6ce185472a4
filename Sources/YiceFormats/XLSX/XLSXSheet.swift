/// The rows of one worksheet of an .xlsx workbook, streamed. Rows that the sheet leaves out are not given; a row ends
/// with its last filled cell.
package final class XLSXSheet: RowSource {
  package let sourceName: String
  package let sheetName: String?
  package var encodingName: String { "xlsx" }
  package var leavesOutEmptyCells: Bool { true }
  package var uses1904: Bool { package.uses1904 }
  package var remarks: SheetRemarks { handler.remarks }

  private let package: XLSXPackage
  private let sheet: SheetInfo
  private var handler: SheetHandler
  /// Reads the sheet, as long as it is as most are.
  private var plain: PlainRows?
  /// Reads any other.
  private var part: XMLPart?
  private var rowsGiven = 0
  /// What was met behind a whole row, told once the row is handed out.
  private var pendingError: WorkbookError?

  init(_ package: XLSXPackage, _ sheet: SheetInfo) throws {
    sourceName = package.sourceName
    sheetName = sheet.name
    self.package = package
    self.sheet = sheet
    handler = try XLSXSheet.handler(package)
    plain = package.sheetBytes(sheet).flatMap {
      PlainRows($0, handler, sourceName: package.sourceName, limits: package.limits)
    }
    if plain == nil { try parse() }
  }

  private static func handler(_ package: XLSXPackage) throws -> SheetHandler {
    SheetHandler(
      strings: try package.strings(), styles: try package.styles(), uses1904: package.uses1904,
      limits: package.limits)
  }

  /// Begins anew with the parser that reads everything.
  private func parse() throws {
    plain = nil
    handler = try XLSXSheet.handler(package)
    part = try XMLPart(
      try package.sheetInput(sheet), handler, sourceName: package.sourceName, limits: package.limits)
  }

  package func next(into row: inout SheetRow) throws -> Bool {
    if let plain {
      swap(&row, &handler.state.pointee.row)
      let step = plain.next()
      let isRow = step == .row && handler.takeRow()
      swap(&row, &handler.state.pointee.row)
      if isRow { rowsGiven += 1 }
      guard step == .odd else { return isRow }
      try parse()
      for _ in 0..<rowsGiven where try !nextParsed(into: &row) { return false }
    }
    return try nextParsed(into: &row)
  }

  private func nextParsed(into row: inout SheetRow) throws -> Bool {
    guard let part else { return false }
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
