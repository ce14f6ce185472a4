internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A form with an amount a column and a school a line: 学校名称 | 学生数 | 班级数 | 教学仪器设备值(万元). Decision 0133.
struct WideItems {
  private let line: HeadGrid.Line
  /// Columns whose headings are 数据项.
  private let items: [Int]

  /// - Parameter lines: the first of the sheet.
  /// - Returns: `nil` where no line has several such headings with figures below them.
  init?(_ lines: [HeadGrid.Line]) {
    for (line, below) in zip(lines, lines.dropFirst()) {
      let items = line.own.indices.filter {
        !line.own[$0].isEmpty && !ItemForm.isFigure(line.own[$0]) && ElementWord(line.own[$0]) != nil
      }
      let filled = items.filter { below.own.indices.contains($0) && ItemForm.isFigure(below.own[$0]) }
      guard items.count >= WideItems.fewest, filled.count >= WideItems.fewest else { continue }
      self.line = line
      self.items = items
      return
    }
    return nil
  }

  private static let fewest = 2

  /// How many headings name a 数据项.
  static func count(_ labels: [String]) -> Int { labels.count { ElementWord(HeaderMatcher.tidy($0)) != nil } }

  func read(_ sheet: HeadedRows, _ matcher: HeaderMatcher, _ form: inout ItemForm.Reader) throws
    -> DerivedRows
  {
    let carried = ItemForm.carried(line.cells, matcher)
    let all = try sheet.allRows()
    let lines = HeadGrid(all, merges: sheet.merges).lines
    let titles = lines.filter { $0.number < line.number }.flatMap(\.own).filter { !$0.isEmpty }
    for (row, below) in zip(all, lines) where below.number > line.number && !below.isCodeLine {
      guard !SheetWords.isSum(row), !SheetWords.isFooter(row, width: line.cells.count) else { continue }
      for column in items { form.read(line.cells[column], at: column, row, below, carried) }
    }
    return DerivedRows(
      sheet.source, titles: titles, headings: ItemForm.headings(carried, line.cells), headingRow: line.number,
      rows: form.rows)
  }
}

extension ItemForm.Reader {
  /// Reads the figure below a heading.
  mutating func read(
    _ word: String, at column: Int, _ row: SheetRow, _ line: HeadGrid.Line,
    _ carried: [(index: Int, name: String)]
  ) {
    let cells = Array(repeating: "", count: column) + [word]
    let named = HeadGrid.Line(number: line.number, cells: cells, own: cells)
    read(column, column, nil, nil, row, named, carried)
  }
}
