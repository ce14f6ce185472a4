/// Where a cell of a sheet stands: its row as a person counts it, its column from 0.
package struct CellPlace: Hashable, Sendable {
  package let row: Int
  package let column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A sheet with some of its cells written anew; the file that it is read from stays as it is.
final class CorrectedRows: RowSource {
  private let source: any RowSource
  private let cells: [Int: [(column: Int, text: String)]]

  init(_ source: any RowSource, _ corrections: [CellPlace: String]) {
    self.source = source
    cells = Dictionary(grouping: corrections, by: \.key.row).mapValues {
      $0.map { ($0.key.column, $0.value) }
    }
  }

  var sourceName: String { source.sourceName }
  var sheetName: String? { source.sheetName }
  var encodingName: String { source.encodingName }
  var leavesOutEmptyCells: Bool { source.leavesOutEmptyCells }
  var uses1904: Bool { source.uses1904 }
  var remarks: SheetRemarks { source.remarks }

  func next(into row: inout SheetRow) throws -> Bool {
    guard try source.next(into: &row) else { return false }
    for (column, text) in cells[row.number] ?? [] {
      var text = text
      text.withUTF8 { row.setCell(column, $0) }
    }
    return true
  }
}
