internal import YiceFormats
internal import YiceStore

/// The first rows of a sheet, kept to be held against one table after another: opening a sheet of a workbook unpacks it.
struct SheetHead {
  private let source: any RowSource
  private let rows: [SheetRow]

  /// So many rows are looked through for filled ones.
  private static let most = 1000

  /// - Throws: the reader's errors, where they come before the first row.
  init(_ source: any RowSource) throws {
    self.source = source
    var rows: [SheetRow] = []
    var row = SheetRow()
    var filled = 0
    while filled < HeadingFinder.depth, rows.count < SheetHead.most {
      do {
        guard try source.next(into: &row) else { break }
      } catch {
        guard filled > 0 else { throw error }
        break
      }
      rows.append(row)
      if !row.isBlank { filled += 1 }
    }
    self.rows = rows
    isEmpty = filled == 0
  }

  let isEmpty: Bool

  /// What the sheet remembers of its export.
  var memory: SheetMemory? {
    for row in rows {
      for index in 0..<row.count {
        if let memory = SheetMemory(heading: row[index]) { return memory }
      }
    }
    return nil
  }

  /// Cells of the first rows, where titles stand.
  var titles: [String] {
    rows.prefix(SheetHead.titleRows).flatMap { row in (0..<row.count).map { row[$0] } }.filter { !$0.isEmpty }
  }

  private static let titleRows = 6

  /// The rows, from the first.
  func reader() -> any RowSource { Reader(source, rows) }

  private final class Reader: RowSource {
    let sourceName: String
    let sheetName: String?
    let encodingName: String
    let leavesOutEmptyCells: Bool
    let remarks = SheetRemarks()
    private let rows: [SheetRow]
    private var position = 0

    init(_ source: any RowSource, _ rows: [SheetRow]) {
      sourceName = source.sourceName
      sheetName = source.sheetName
      encodingName = source.encodingName
      leavesOutEmptyCells = source.leavesOutEmptyCells
      self.rows = rows
    }

    func next(into row: inout SheetRow) -> Bool {
      guard position < rows.count else { return false }
      row = rows[position]
      position += 1
      return true
    }
  }
}
