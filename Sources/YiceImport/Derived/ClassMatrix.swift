internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A table with a grade a line and a class a column (年级 | 1班 | 2班 | 合计), or the other way round, whose cells are the numbers of
/// pupils: classes. Decision 0189.
struct ClassMatrix {
  private let sheet: HeadedRows
  private let head: Head
  private let stages: StageSystem

  /// The line with the classes, or the grades.
  private struct Head {
    let line: HeadGrid.Line
    /// Columns with what each is: 1班, or 一年级.
    let columns: [(index: Int, name: String)]
    /// The columns are classes, and the lines grades.
    let isOfClasses: Bool
  }

  private static let fewest = 2
  private static let sums: Set = ["合计", "计", "小计", "总计", "年级合计", "总数", "总人数", "全年级"]
  private static let counts: Set = ["人数", "学生数", "班额", "在校生", "在校生数", "学生人数", "班级人数", "合计", "实有人数"]
  private static let carried: Set = ["org_code", "school_year", "stage", "campus"]

  /// - Returns: `nil` where the sheet has no such line.
  init?(_ sheet: HeadedRows, _ matcher: HeaderMatcher, _ stages: StageSystem) {
    guard matcher.table.name == CatalogTable.classRoll.name,
      let head = ClassMatrix.head(sheet.grid, stages, matcher)
    else { return nil }
    self.sheet = sheet
    self.head = head
    self.stages = stages
  }

  static func fits(_ grid: HeadGrid, _ matcher: HeaderMatcher) -> Bool {
    matcher.table.name == CatalogTable.classRoll.name && head(grid, .usual, matcher) != nil
  }

  private static func head(_ grid: HeadGrid, _ stages: StageSystem, _ matcher: HeaderMatcher) -> Head? {
    for (line, below) in zip(grid.lines, grid.lines.dropFirst()) {
      // A list of classes has its head counts in a column.
      guard
        !line.cells.contains(where: { !sums.contains($0) && matcher.columnName($0) == "head_count" })
      else { continue }
      for isOfClasses in [true, false] {
        let columns = line.own.indices.filter { kind(line.own[$0], stages) == isOfClasses }
        guard columns.count >= fewest, Set(columns.map { line.own[$0] }).count == columns.count,
          columns.contains(where: { below.own.indices.contains($0) && isCount(below.own[$0]) }),
          below.own.prefix(columns[0]).contains(where: { kind($0, stages) == !isOfClasses })
        else { continue }
        return Head(
          line: line, columns: columns.map { ($0, line.own[$0]) }, isOfClasses: isOfClasses)
      }
    }
    return nil
  }

  /// true: 1班, one of some grade; false: 一年级, a whole one.
  private static func kind(_ text: String, _ stages: StageSystem) -> Bool? {
    guard text.contains("班") || text.contains("级") || text.contains("初") || text.contains("("),
      let name = ClassName(text, stages)
    else { return nil }
    let hasGrade = (name.grade ?? name.entryYear) != nil
    if name.classNo != nil { return hasGrade ? nil : true }
    return hasGrade ? false : nil
  }

  private static func isCount(_ text: String) -> Bool {
    let number = text.hasSuffix("人") ? text.dropLast() : text[...]
    return !number.isEmpty && number.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// - Returns: the classes, a row each, and what was passed over.
  /// - Throws: the reader's errors.
  func rows(_ matcher: HeaderMatcher) throws -> (rows: DerivedRows, findings: [Finding]) {
    let labels = head.line.cells
    let first = head.columns[0].index
    let carried = labels.indices.prefix(first).filter { index in
      matcher.columnName(labels[index]).map(ClassMatrix.carried.contains)
        ?? (CatalogTable.org.column(labels[index])?.name == "name")
    }
    let place = SourceLocation(file: sheet.source.sourceName, sheet: sheet.source.sheetName)
    var findings = [
      Finding(
        .note, "class-matrix", at: place,
        "一行一个\(head.isOfClasses ? "年级" : "班")、一列一个\(head.isOfClasses ? "班" : "年级")的表：已按每班一行导入，空格和 0 当作没有这个班")
    ]
    func tell(_ row: Int, _ value: String?, _ text: String) {
      var place = place
      place.row = row
      findings.append(Finding(.warning, "class-matrix-row", at: place, value: value, text))
    }
    let all = try sheet.allRows()
    let lines = HeadGrid(all, merges: sheet.merges).lines
    var classes: [(number: Int, cells: [String])] = []
    for (row, line) in zip(all, lines) where line.number > head.line.number && !line.isCodeLine {
      guard !SheetWords.isSum(row), !SheetWords.isFooter(row, width: labels.count),
        line.own != head.line.own
      else { continue }
      let before = line.cells.prefix(first)
      guard let own = before.first(where: { ClassMatrix.kind($0, stages) == !head.isOfClasses }) else {
        if head.columns.contains(where: { ClassMatrix.isCount(cell(line, $0.index)) }) {
          tell(line.number, before.first { !$0.isEmpty }, "认不出是哪个\(head.isOfClasses ? "年级" : "班")，这一行没有导入")
        }
        continue
      }
      // 人数, 男生 and 女生 may have a line each.
      let others = before.indices.filter { !carried.contains($0) && before[$0] != own }
      if let word = others.map({ before[$0] }).first(where: { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }),
        !ClassMatrix.counts.contains(word)
      {
        tell(line.number, word, "只读人数的行，这一行没有导入")
        continue
      }
      var sum = 0
      for column in head.columns {
        let count = Characters.trimmed(row[column.index])
        guard !count.isEmpty, count != "0", !TickWords.strokes.contains(count), count != "无" else { continue }
        sum += Int(count.prefix { $0.isNumber }) ?? 0
        classes.append(
          (
            line.number,
            carried.map { line.cells.indices.contains($0) ? line.cells[$0] : "" } + [
              head.isOfClasses ? own + column.name : column.name + own, count,
            ]
          ))
      }
      if let total = labels.indices.first(where: { $0 > first && ClassMatrix.sums.contains(labels[$0]) }),
        let written = Int(cell(line, total)), written != sum
      {
        tell(line.number, String(written), "合计与各班之和（\(sum)）不符，已按各班导入，请核对")
      }
    }
    let rows = DerivedRows(
      sheet.source, titles: sheet.titles, headings: carried.map { labels[$0] } + ["班级", "班级人数"],
      headingRow: head.line.number, rows: classes)
    return (rows, findings)
  }

  private func cell(_ line: HeadGrid.Line, _ index: Int) -> String {
    line.own.indices.contains(index) ? line.own[index] : ""
  }
}
