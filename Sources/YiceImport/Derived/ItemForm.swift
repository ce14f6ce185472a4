internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A form with the name of an amount beside its value (填报项目 | 填报值), once or several times in a line, with headings or
/// without: statements.
/// Decision 0133.
struct ItemForm {
  let rows: DerivedRows
  let findings: [Finding]

  /// Columns of one name and its value.
  struct Pair {
    let item: Int
    let value: Int
    var unit: Int?
    /// The unit in the value's own heading: 数值（万元）.
    var unitWord: String?
    /// 学段 that stands over the value.
    var stage: Stage?
    /// 合计 stands over it.
    var isSum = false
  }

  static let items: Set = [
    "填报项目", "填报项", "填报指标", "填报内容", "项目", "项目名称", "指标", "指标名称", "指标项目", "数据项目", "统计项目", "内容",
  ]
  private static let values: Set = [
    "填报值", "填报数", "填报数据", "填报情况", "数值", "数据", "数量", "值", "实有数", "实际数", "实际值", "现有数", "填写", "填报", "填写值",
    "实际", "现状", "现状值", "现有", "实有", "学校现状", "本校现状", "实际情况", "实际完成", "完成值", "完成数", "完成情况", "达成值", "本学年数", "本学年",
    "本年数", "本年度",
    "本年", "今年",
  ]
  static let sums: Set = ["合计", "总计", "小计", "共计", "全校", "全校合计"]
  private static let units: Set = ["单位", "计量单位"]
  private static let headings = ["数据项", "学段", "数值", "单位", "数据来源"]
  /// Columns of 填报值 that a form may have beside the pairs.
  private static let kept: Set = ["school_year", "stage", "campus", "stated_on", "note", "org_code"]
  /// Whose row it is, by name; no column of the table.
  static let school = "name"
  /// By which a row says whose it is.
  static let schools: Set = [school, "org_code"]

  /// - Parameters:
  ///   - stages: of the school whose form it is.
  ///   - stagesOf: of a school that a row names; `nil` where the file has no such school, which its row is told for.
  /// - Returns: `nil` where the sheet is no form; its rows are then still to be read.
  init?(
    _ sheet: HeadedRows, _ matcher: HeaderMatcher, stages: [Stage], stagesOf: @escaping (String) -> [Stage]?
  ) throws {
    let names = sheet.heading.labels.map { matcher.columnName(HeaderMatcher.tidy($0)) }
    // 数据项 is the table's own heading: there a strange name is a mistake.
    let own = zip(sheet.heading.labels, names).first { $1 == "element" }.map { HeaderMatcher.tidy($0.0) }
    if let own, !ItemForm.items.contains(own) { return nil }
    let head = sheet.grid.lines
    if let wide = WideItems(head) {
      var form = Reader(sheet: sheet, stages: stages, stagesOf: stagesOf)
      let made = try wide.read(sheet, matcher, &form)
      rows = made
      findings = form.findings
      return
    }
    var pairs: [Pair] = []
    let heading = head.first { line in
      pairs = ItemForm.pairs(line)
      return !pairs.isEmpty
    }
    if heading == nil, ItemForm.known(head) < 2 { return nil }
    if heading == nil, let told = ItemForm.unknownValues(head, sheet) {
      rows = DerivedRows(
        sheet.source, titles: sheet.titles, headings: ItemForm.headings, headingRow: 0, rows: [])
      findings = [told]
      return
    }
    let all = try sheet.allRows()
    let lines = HeadGrid(all, merges: sheet.merges).lines
    let start = heading?.number ?? 0
    var form = Reader(sheet: sheet, stages: stages, stagesOf: stagesOf)
    let carried =
      Set(pairs.map(\.item)).count == 1 && heading?.number == sheet.heading.rows.upperBound
      ? ItemForm.carried(sheet.heading.labels, matcher) : []
    for (row, line) in zip(all, lines) where line.number > start && !line.isCodeLine {
      if let heading, form.endsAt(line, heading: heading.own) { break }
      form.noteSection(line)
      if form.refusesUnit(line) { continue }
      if heading == nil, form.refusesSeveral(line) { continue }
      let own = heading == nil ? ItemForm.pairsWithoutHeading(line) : pairs
      for (place, pair) in own.enumerated() where !own[..<place].contains(where: { $0.item == pair.item }) {
        form.read(own.filter { $0.item == pair.item }, row, line, carried)
      }
    }
    rows = DerivedRows(
      sheet.source, titles: sheet.titles, headings: ItemForm.headings(carried, sheet.heading.labels),
      headingRow: start,
      rows: form.rows)
    findings = form.findings
  }

  /// A form of several schools whose column of values has another heading than one of a value: 学校 | 项目 | 2024年.
  private static func unknownValues(_ head: [HeadGrid.Line], _ sheet: HeadedRows) -> Finding? {
    guard
      let line = head.first(where: { line in
        line.own.contains(where: items.contains)
          && line.own.contains { CatalogTable.org.column($0)?.name == school }
      })
    else { return nil }
    let others = line.own.filter {
      !$0.isEmpty && !items.contains($0) && !units.contains($0) && CatalogTable.org.column($0) == nil
    }
    return Finding(
      .error, "no-value-column",
      at: SourceLocation(
        file: sheet.source.sourceName, sheet: sheet.source.sheetName, row: line.number),
      value: others.first,
      "认不出哪一列是数，没有导入：请把要用的那一列的列名写成“数值”" + (others.isEmpty ? "" : "（如“\(others[0])”）"))
  }

  /// Columns beside the amounts that say whose they are, and which.
  static func carried(_ labels: [String], _ matcher: HeaderMatcher) -> [(index: Int, name: String)] {
    labels.enumerated().compactMap { (index, label) -> (index: Int, name: String)? in
      let label = HeaderMatcher.tidy(label)
      if let name = matcher.columnName(label) {
        return kept.contains(name) ? (index: index, name: name) : nil
      }
      return CatalogTable.org.column(label)?.name == school ? (index: index, name: school) : nil
    }
  }

  /// - Parameter labels: those of the sheet.
  static func headings(_ carried: [(index: Int, name: String)], _ labels: [String]) -> [String] {
    let beside = carried.compactMap {
      $0.name == school ? HeaderMatcher.tidy(labels[$0.index]) : CatalogTable.statement.column($0.name)?.label
    }
    return headings + beside.filter { $0 != "学段" }
  }

  private static func pairs(_ line: HeadGrid.Line) -> [Pair] {
    var found: [Pair] = []
    var item: Int?
    var unit: Int?
    // 合计 behind columns of something else, of schools perhaps, is not that of one.
    var isOfOthers = false
    for (index, text) in line.own.enumerated() where !text.isEmpty {
      if items.contains(text) {
        item = index
        unit = nil
        isOfOthers = false
      } else if let current = item {
        let stage = StageWords.stage(of: text)
        let isSum = sums.contains(text) && !isOfOthers
        let bare = HeaderMatcher.withoutUnit(text)
        if values.contains(text) || values.contains(bare.name) || stage != nil || isSum {
          let unitWord = values.contains(text) ? nil : bare.unit
          found.append(
            Pair(item: current, value: index, unit: unit, unitWord: unitWord, stage: stage, isSum: isSum))
        } else if units.contains(text) {
          unit = index
          // The unit may stand behind the value.
          for place in found.indices where found[place].item == current && found[place].unit == nil {
            found[place].unit = index
          }
        } else {
          isOfOthers = true
        }
      }
    }
    return found
  }

  /// 学生数 | 612 | 班级数 | 16: a name, and the next cell a figure.
  private static func pairsWithoutHeading(_ line: HeadGrid.Line) -> [Pair] {
    let filled = line.own.indices.filter { !line.own[$0].isEmpty }
    return zip(filled, filled.dropFirst()).compactMap { item, value in
      isFigure(line.own[item]) || !isFigure(line.own[value]) ? nil : Pair(item: item, value: value)
    }
  }

  /// The cells after a 数据项's name, where several of them in a row are figures: 学生数 | 540 | 560.
  static func severalFigures(_ line: HeadGrid.Line) -> [Int]? {
    for index in line.own.indices where !isFigure(line.own[index]) && ElementWord(line.own[index]) != nil {
      let figures = Array(
        line.own.indices.dropFirst(index + 1).prefix { isFigure(line.own[$0]) || line.own[$0].isEmpty }
      )
      .filter { !line.own[$0].isEmpty }
      if figures.count > 1 { return figures }
    }
    return nil
  }

  static func isFigure(_ text: String) -> Bool {
    let number = text.prefix { $0.isASCII && ($0.isNumber || ",.-%".contains($0)) }
    return number.contains(where: \.isNumber) && text.count - number.count <= 4
  }

  /// How many 数据项 the lines name.
  private static func known(_ lines: [HeadGrid.Line]) -> Int {
    lines.reduce(0) { sum, line in
      sum + pairsWithoutHeading(line).count { ElementWord(line.own[$0.item]) != nil }
    }
  }
}
