internal import YiceFormats
internal import YiceModel

/// Merged cells among the rows of data: the value stands in the first row, and the clerk sees it beside all of them.
///
/// Only columns of words, dates and keys are filled: an amount merged over several rows is their sum, and stays where it is.
struct MergedCells {
  /// A column that is being filled.
  private struct Open {
    var lastRow: Int
    var text: [UInt8]
  }

  /// A column that is filled where cells of it are merged.
  struct Column {
    let index: Int
    let heading: String
    let isAmount: Bool
  }

  private var waiting: ArraySlice<(rows: ClosedRange<Int>, column: Int)>
  private var open: [Int: Open] = [:]
  private let columns: [Int: Column]
  /// Rows filled, by column: the first one and how many.
  private var filled: [Int: (first: Int, count: Int)] = [:]
  private var amounts: [Int: (first: Int, count: Int)] = [:]
  /// Columns that were filled in the row that was filled last.
  private(set) var filledNow: Set<Int> = []

  /// - Parameters:
  ///   - start: the first row of data.
  ///   - columns: those that are read.
  init?(_ merges: [CellRange], from start: Int, columns: [Column]) {
    self.columns = Dictionary(columns.map { ($0.index, $0) }) { first, _ in first }
    let known = self.columns
    let wanted = merges.filter { $0.rows.count > 1 && $0.rows.lowerBound >= start }
      .flatMap { range in
        // A cell merged over several columns speaks for the first of them.
        [(rows: range.rows, column: range.columns.lowerBound - 1)].filter { known[$0.column] != nil }
      }
    guard !wanted.isEmpty else { return nil }
    waiting = wanted.sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
  }

  /// Fills the cells of a row that is to be read.
  mutating func fill(_ row: inout SheetRow) {
    if !filledNow.isEmpty { filledNow = [] }
    while let next = waiting.first, next.rows.lowerBound <= row.number {
      waiting.removeFirst()
      // A merged cell's first row may be missing from the sheet.
      guard next.rows.lowerBound == row.number else { continue }
      open[next.column] = Open(
        lastRow: next.rows.upperBound, text: row.withBytes(next.column) { Array($0) })
    }
    guard !open.isEmpty else { return }
    for (index, column) in open {
      guard column.lastRow >= row.number else {
        open[index] = nil
        continue
      }
      guard !column.text.isEmpty, row.withBytes(index, \.isEmpty) else { continue }
      if columns[index]?.isAmount ?? true {
        amounts[index] = (amounts[index]?.first ?? row.number, (amounts[index]?.count ?? 0) + 1)
      } else {
        column.text.withUnsafeBufferPointer { row.setCell(index, $0) }
        filledNow.insert(index)
        filled[index] = (filled[index]?.first ?? row.number, (filled[index]?.count ?? 0) + 1)
      }
    }
  }

  /// What was filled, and what was not.
  func findings(at place: SourceLocation) -> [Finding] {
    func list(
      _ rows: [Int: (first: Int, count: Int)], _ severity: Finding.Severity, _ code: String, _ words: String
    ) -> [Finding] {
      rows.sorted { $0.key < $1.key }.map { index, found in
        var place = place
        place.row = found.first
        place.column = columns[index]?.heading
        return Finding(severity, code, at: place, "有 \(found.count) 行的这一格与上面合并（这是第一行），\(words)")
      }
    }
    return list(filled, .note, "merged-cells", "已按合并的内容填入")
      + list(amounts, .warning, "merged-amount", "数量分不清各行是多少，只记在合并的第一行；请拆开单元格逐行填写")
  }
}
