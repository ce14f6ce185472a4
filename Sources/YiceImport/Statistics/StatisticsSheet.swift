internal import YiceFormats

/// A sheet of the statistics taken apart: title lines, labels of the columns, rows of figures.
struct StatisticsSheet {
  struct Row {
    let number: Int
    /// By column, merged cells filled in.
    let cells: [String]
    /// By column, only what stands there itself.
    let own: [String]

    func own(_ column: Int?) -> String {
      column.flatMap { own.indices.contains($0) ? own[$0] : nil } ?? ""
    }
  }

  let name: String?
  let firstRow: Int
  /// Lines above the headings.
  let titles: [String]
  /// Labels of each column from top to bottom.
  let columns: [[String]]
  /// Rows below the headings.
  let rows: [Row]
  /// Columns at the left with the rows' labels.
  let labelColumns: [Int]
  /// The sheet has more rows than are read.
  let isCut: Bool

  /// So many rows are read; a county has fewer schools.
  static let rowLimit = 20_000

  /// The tables of a sheet, one below the other; one that has no headings with figures below them is left out.
  static func sheets(_ source: any RowSource, merges: [CellRange]) throws -> [StatisticsSheet] {
    var read: [SheetRow] = []
    var row = SheetRow()
    var isCut = false
    while try source.next(into: &row) {
      guard !row.isBlank else { continue }
      guard read.count < rowLimit else {
        isCut = true
        break
      }
      read.append(row)
    }
    let lines = SheetFrame.without(HeadGrid(read, merges: merges).lines)
    let starts = starts(lines)
    return zip(starts, starts.dropFirst() + [lines.count]).compactMap { start, end in
      StatisticsSheet(source.sheetName, Array(lines[start..<end]), isCut: isCut && end == lines.count)
    }
  }

  /// Where tables begin: at a line with another 表号 below figures, and the lines without figures right above it.
  private static func starts(_ lines: [HeadGrid.Line]) -> [Int] {
    var starts = [0]
    var lastFigure: Int?
    for (index, line) in lines.enumerated() {
      let filled = line.own.filter { !$0.isEmpty }
      if filled.contains(where: isFigure) {
        lastFigure = index
      } else if let last = lastFigure, last >= starts[starts.count - 1],
        filled.contains(where: { !StatisticsTable.numbers(in: $0).isEmpty })
      {
        starts.append(last + 1)
      }
    }
    return starts
  }

  private init?(_ name: String?, _ lines: [HeadGrid.Line], isCut: Bool) {
    self.name = name
    self.isCut = isCut
    firstRow = lines.first?.number ?? 1
    guard let firstData = StatisticsSheet.firstData(lines), firstData > 0 else { return nil }
    // A code line ends the headings and is none of them.
    let above = lines[..<firstData].filter { !$0.isCodeLine }
    guard let firstHeading = above.firstIndex(where: { StatisticsSheet.isHeading($0) }) else { return nil }
    titles = above[..<firstHeading].flatMap(\.own).filter { !$0.isEmpty }
    let headings = above[firstHeading...]
    let width = lines.map(\.cells.count).max() ?? 0
    let columns = (0..<width).map { column in
      headings.reduce(into: [String]()) { levels, line in
        let text = line.cells.indices.contains(column) ? line.cells[column] : ""
        for level in StatisticsSheet.levels(text) where levels.last != level { levels.append(level) }
      }
    }
    self.columns = columns
    let data = lines[firstData...].filter { !$0.isCodeLine }
      .map { Row(number: $0.number, cells: $0.cells, own: $0.own) }
    rows = data
    let plain = (0..<width).filter { !StatisticsSheet.isIndex(columns[$0]) }
    let firstValue = plain.first { column in data.contains { StatisticsSheet.isFigure($0.own(column)) } }
    labelColumns = plain.filter { $0 < firstValue ?? width && !StatisticsSheet.isUnit(columns[$0]) }
  }

  /// A column that numbers the rows: 代码, 编号.
  func isIndex(_ column: Int) -> Bool { StatisticsSheet.isIndex(columns[column]) }

  private static func isIndex(_ levels: [String]) -> Bool {
    levels.last.map(StatisticsTable.indexLabels.contains) ?? false
  }

  static func isUnit(_ levels: [String]) -> Bool {
    levels.last.map(StatisticsTable.unitLabels.contains) ?? false
  }

  /// One cell may hold the whole path: 教基4155/专任教师/#按学历分/本科.
  private static func levels(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    guard text.contains("/"), !StatisticsTable.numbers(in: text).isEmpty else { return [text] }
    return text.split(separator: "/").map(String.init)
  }

  /// The first row with figures behind a label; a code line is none, but what follows one is.
  private static func firstData(_ lines: [HeadGrid.Line]) -> Int? {
    if let code = lines.prefix(HeadingFinder.depth).firstIndex(where: \.isCodeLine) {
      return code + 1 < lines.count ? code + 1 : nil
    }
    return lines.firstIndex { line in
      let filled = line.own.filter { !$0.isEmpty }
      return filled.count >= 2 && filled.dropFirst().contains(where: isFigure) && !isFigure(filled[0])
        || filled.count >= 3 && isFigure(filled[0]) && filled.dropFirst(2).contains(where: isFigure)
    }
  }

  /// A title line has one text, or texts with colons (填报单位:… 表号:…); 其中:女 is a heading.
  private static func isHeading(_ line: HeadGrid.Line) -> Bool {
    let filled = Set(line.own.filter { !$0.isEmpty && StatisticsWorkbook.year(in: $0) == nil })
    return filled.count >= 2 && !filled.contains { $0.contains(":") && !$0.contains("其中:") }
  }

  /// Whether a cell is a number or stands in a number's place.
  static func isFigure(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return StatisticsTable.emptyMarks.contains(text) || figure(text) != nil
  }

  /// A number, perhaps with thousands separators where they belong: 1,2 is none.
  static func figure(_ text: String) -> Double? {
    var plain = text
    if text.contains(",") {
      let groups = text.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
      guard let first = groups.first?.drop(while: { $0 == "-" }), (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      plain = text.filter { $0 != "," }
    }
    guard let first = plain.utf8.first, (0x30...0x39).contains(first) || first == 0x2D, plain.utf8.count <= 20
    else {
      return nil
    }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
