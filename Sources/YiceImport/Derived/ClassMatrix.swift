internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A table with a grade a line and a class a column (年级 | 1班 | 2班 | 合计), or the other way round, whose cells are the numbers of
/// pupils, or of boys and girls: classes. Decision 0189.
struct ClassMatrix {
  private let sheet: HeadedRows
  /// Why the cells are no numbers of pupils.
  let problem: Finding?
  private let head: Head
  private let stages: StageSystem

  /// The line with the classes, or the grades.
  private struct Head {
    let line: HeadGrid.Line
    /// The last line of it: 男 | 女 | 小计, where there is one.
    let lower: HeadGrid.Line?
    let columns: [MatrixColumn]
    /// The columns are classes, and the lines grades.
    let isOfClasses: Bool
  }

  private static let fewest = 2
  static let sums: Set = ["合计", "计", "小计", "总计", "年级合计", "总数", "总人数", "全年级"]
  static let counts: Set = ["人数", "学生数", "班额", "在校生", "在校生数", "学生人数", "班级人数", "合计", "实有人数"]
  private static let carried: Set = ["org_code", "school_year", "stage", "campus"]

  /// What the cells of such a table are, where its title says that they are no pupils.
  private static let otherAmounts = [
    "面积", "平均", "成绩", "分数", "得分", "及格", "优秀", "课时", "节数", "课表", "图书", "册数", "桌", "椅", "设备", "电脑", "教室", "经费",
    "金额", "考核",
    "量化", "出勤", "体检", "视力", "身高", "教师数", "学科", "男女", "比例", "率",
  ]

  /// The word by which the sheet's name or a title says that the cells are not the pupils of the classes.
  static func otherAmount(_ titles: [String]) -> String? {
    if let some = PupilWords.some(in: titles) { return some }
    return titles.filter { $0.count <= 30 && !$0.contains(":") }.lazy
      .compactMap { title in otherAmounts.first(where: title.contains) }.first
  }

  /// - Returns: `nil` where the sheet has no such line.
  init?(_ sheet: HeadedRows, _ matcher: HeaderMatcher, _ stages: StageSystem) {
    guard matcher.table.name == CatalogTable.classRoll.name,
      let head = ClassMatrix.head(sheet.grid, stages, matcher)
    else { return nil }
    self.sheet = sheet
    let place = SourceLocation(file: sheet.source.sourceName, sheet: sheet.source.sheetName)
    let above = sheet.grid.lines.filter { $0.number < head.line.number }.flatMap(\.own).filter { !$0.isEmpty }
    problem = ClassMatrix.otherAmount([place.sheet].compactMap(\.self) + above).map {
      Finding(
        .error, "other-amounts", at: place, value: $0,
        "按标题或工作表名（\($0)），这张表里的数不是各班的全部学生，不能当作班级人数，没有导入。其实是班级人数的，请改标题或工作表名")
    }
    self.head = head
    self.stages = stages
  }

  static func fits(_ grid: HeadGrid, _ matcher: HeaderMatcher) -> Bool {
    matcher.table.name == CatalogTable.classRoll.name && head(grid, .usual, matcher) != nil
  }

  private static func head(_ grid: HeadGrid, _ stages: StageSystem, _ matcher: HeaderMatcher) -> Head? {
    for (place, (line, next)) in zip(grid.lines, grid.lines.dropFirst()).enumerated() {
      // A list of classes has its head counts in a column.
      guard
        !line.cells.contains(where: { !sums.contains($0) && matcher.columnName($0) == "head_count" })
      else { continue }
      for isOfClasses in [true, false] {
        let columns = line.own.indices.filter { kind(line.own[$0], stages) == isOfClasses }
        guard columns.count >= fewest, Set(columns.map { line.own[$0] }).count == columns.count else {
          continue
        }
        let names = columns.map { (index: $0, name: line.own[$0]) }
        let parts = MatrixColumn.find(names, upper: line.own, lower: next.own)
        let below = parts == nil ? next : grid.lines.dropFirst(place + 2).first
        guard let below,
          below.own.indices.contains(where: { $0 >= columns[0] && isCount(below.own[$0]) }),
          below.own.prefix(columns[0]).contains(where: { kind($0, stages) == !isOfClasses })
        else { continue }
        return Head(
          line: line, lower: parts == nil ? nil : next,
          columns: parts ?? names.map { MatrixColumn($0.index, $0.name) }, isOfClasses: isOfClasses)
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
    let hasBoys = head.columns.contains { $0.boys != nil }
    let total = total
    var classes: [(number: Int, cells: [String])] = []
    // 男, 女 and 合计 of one grade may stand below each other.
    var last: String?
    for (row, line) in zip(all, lines)
    where line.number > (head.lower ?? head.line).number && !line.isCodeLine {
      guard !SheetWords.isFooter(row, width: labels.count), line.own != head.line.own,
        line.own != head.lower?.own
      else { continue }
      let before = line.cells.prefix(first)
      let named = before.first { ClassMatrix.kind($0, stages) == !head.isOfClasses }
      let isBelow = named == nil && last != nil && first > 1 && cell(line, 0).isEmpty
      if named == nil, !isBelow, SheetWords.isSum(row) { continue }
      last = named ?? (isBelow ? last : nil)
      guard let own = last else {
        if head.columns.contains(where: { !count(row, $0).pupils.isEmpty }) {
          tell(line.number, before.first { !$0.isEmpty }, "认不出是哪个\(head.isOfClasses ? "年级" : "班")，这一行没有导入")
        }
        continue
      }
      // 人数, 男生 and 女生 may have a line each.
      let others = before.indices.filter { !carried.contains($0) && before[$0] != own }
      if let word = others.map({ before[$0] }).first(where: { !$0.isEmpty && !$0.allSatisfy(\.isNumber) }),
        !ClassMatrix.counts.contains(word)
      {
        tell(line.number, word, "这一行不是全班人数，没有导入")
        continue
      }
      var sum = 0
      for column in head.columns {
        let count = count(row, column)
        if let other = count.contradiction { tell(line.number, column.name, other) }
        guard !count.pupils.isEmpty else { continue }
        sum += Int(count.pupils.prefix { $0.isNumber }) ?? 0
        classes.append(
          (
            line.number,
            carried.map { line.cells.indices.contains($0) ? line.cells[$0] : "" } + [
              head.isOfClasses ? own + column.name : column.name + own, count.pupils,
            ] + (hasBoys ? [count.boys] : [])
          ))
      }
      if let total, let written = Int(cell(line, total)), written != sum {
        tell(line.number, String(written), "合计与各班之和（\(sum)）不符，已按各班导入，请核对")
      }
    }
    if classes.isEmpty { tell(head.line.number, nil, "没有读到任何一个班的人数：只有男、女各一行的，请加一行合计") }
    let rows = DerivedRows(
      sheet.source, titles: sheet.titles,
      headings: carried.map { labels[$0] } + ["班级", "班级人数"] + (hasBoys ? ["男生数"] : []),
      headingRow: (head.lower ?? head.line).number, rows: classes)
    return (rows, findings)
  }

  /// Position of the sum of a line; below 合计 the one of all pupils.
  private var total: Int? {
    let labels = head.line.own
    guard let last = head.columns.last?.index,
      let place = labels.indices.first(where: { $0 > last && ClassMatrix.sums.contains(labels[$0]) })
    else { return nil }
    guard let lower = head.lower else { return place }
    let parts = MatrixColumn.find(
      [(place, labels[place])], upper: labels,
      lower: Array(repeating: "", count: place) + lower.own.dropFirst(place))
    return parts?.first?.pupils
  }

  /// What a line says of one class.
  private struct Count {
    /// Empty where there is no such class.
    let pupils: String
    let boys: String
    var contradiction: String?
  }

  private func count(_ row: SheetRow, _ column: MatrixColumn) -> Count {
    func cell(_ index: Int?) -> String {
      let text = index.map { Characters.trimmed(row[$0]) } ?? ""
      return text == "无" || TickWords.strokes.contains(text) ? "" : text
    }
    let boys = cell(column.boys)
    let girls = cell(column.girls)
    let written = cell(column.pupils)
    let pupils = written == "0" ? "" : written
    // 0 is no class, and a blank beside a number 0 where 小计 says so.
    guard let both = sum(boys, girls) else { return Count(pupils: pupils, boys: boys) }
    if written == "0", both == 0 { return Count(pupils: "", boys: "") }
    if pupils.isEmpty {
      return boys.isEmpty || girls.isEmpty
        ? Count(pupils: "", boys: "", contradiction: "只填了男生或女生一格，不知道全班多少人，没有导入；没有的请填 0")
        : Count(pupils: both == 0 ? "" : String(both), boys: boys)
    }
    return Count(
      pupils: pupils, boys: boys,
      contradiction: Int(pupils).map { $0 == both } ?? true
        ? nil : "男生与女生之和（\(both)）不是小计（\(pupils)），已按小计导入，请核对")
  }

  private func sum(_ boys: String, _ girls: String) -> Int? {
    guard !(boys.isEmpty && girls.isEmpty), let boys = boys.isEmpty ? 0 : Int(boys),
      let girls = girls.isEmpty ? 0 : Int(girls)
    else { return nil }
    return boys + girls
  }

  private func cell(_ line: HeadGrid.Line, _ index: Int) -> String {
    line.own.indices.contains(index) ? line.own[index] : ""
  }
}
