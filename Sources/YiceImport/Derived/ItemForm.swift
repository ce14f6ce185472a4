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
  private struct Pair {
    let item: Int
    let value: Int
    var unit: Int?
    /// 学段 that stands over the value.
    var stage: Stage?
  }

  private static let items: Set = [
    "填报项目", "填报项", "填报指标", "填报内容", "项目", "项目名称", "指标", "指标名称", "指标项目", "数据项目", "统计项目", "内容",
  ]
  private static let values: Set = [
    "填报值", "填报数", "填报数据", "填报情况", "数值", "数据", "数量", "值", "实有数", "实际数", "实际值", "现有数", "填写", "填报", "填写值",
    "实际", "现状", "现状值", "现有", "实有", "学校现状", "本校现状", "实际情况", "实际完成", "完成值", "完成数", "完成情况", "达成值", "本学年数", "本学年",
    "本年数", "本年度",
    "本年", "今年",
  ]
  private static let units: Set = ["单位", "计量单位"]
  private static let headings = ["数据项", "学段", "数值", "单位", "数据来源"]
  /// Columns of 填报值 that a form may have beside the pairs.
  private static let kept: Set = ["school_year", "stage", "campus", "stated_on", "note", "org_code"]
  /// Whose row it is, by name; no column of the table.
  private static let school = "name"

  /// - Parameter stages: of the school whose form it is.
  /// - Returns: `nil` where the sheet is no form; its rows are then still to be read.
  ///   - stagesOf: of a school that a row names.
  init?(
    _ sheet: HeadedRows, _ matcher: HeaderMatcher, stages: [Stage], stagesOf: @escaping (String) -> [Stage]
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
    let all = try sheet.allRows()
    let lines = HeadGrid(all, merges: sheet.merges).lines
    let start = heading?.number ?? 0
    var form = Reader(sheet: sheet, stages: stages, stagesOf: stagesOf)
    let carried =
      pairs.count == 1 && heading?.number == sheet.heading.rows.upperBound
      ? ItemForm.carried(sheet.heading.labels, matcher) : []
    for (row, line) in zip(all, lines) where line.number > start && !line.isCodeLine {
      form.noteSection(line)
      if form.refusesUnit(line) { continue }
      if heading == nil, form.refusesSeveral(line) { continue }
      for pair in heading == nil ? ItemForm.pairsWithoutHeading(line) : pairs {
        form.read(pair.item, pair.value, pair.unit, pair.stage, row, line, carried)
      }
    }
    rows = DerivedRows(
      sheet.source, titles: sheet.titles, headings: ItemForm.headings(carried, sheet.heading.labels),
      headingRow: start,
      rows: form.rows)
    findings = form.findings
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
    for (index, text) in line.own.enumerated() where !text.isEmpty {
      if items.contains(text) {
        item = index
        unit = nil
      } else if let current = item {
        let stage = StageWords.stage(of: text)
        if values.contains(text) || stage != nil {
          found.append(Pair(item: current, value: index, unit: unit, stage: stage))
        } else if units.contains(text) {
          unit = index
          // The unit may stand behind the value.
          for place in found.indices where found[place].item == current && found[place].unit == nil {
            found[place].unit = index
          }
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
  private static func severalFigures(_ line: HeadGrid.Line) -> [Int]? {
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

extension ItemForm {
  /// What the form's lines give.
  struct Reader {
    let sheet: HeadedRows
    let stages: [Stage]
    let stagesOf: (String) -> [Stage]
    var rows: [(number: Int, cells: [String])] = []
    private var strange: [String] = []
    private var empty: [String] = []
    private var stageless: [(row: Int, word: String)] = []
    private var firstStrange: Int?
    /// The 学段 of the lines below a small heading: 一、小学部.
    private var section: Stage?
    /// Where a name is followed by several figures, and nothing says which is meant.
    private var several: (row: Int, columns: String)?
    private var unitBelow: (row: Int, unit: String)?

    init(sheet: HeadedRows, stages: [Stage], stagesOf: @escaping (String) -> [Stage]) {
      self.sheet = sheet
      self.stages = stages
      self.stagesOf = stagesOf
    }

    /// Notes a line that is a heading of those below it.
    mutating func noteSection(_ line: HeadGrid.Line) {
      let filled = line.own.filter { !$0.isEmpty }
      guard filled.count == 1, filled[0].count <= 12, ElementWord(filled[0]) == nil,
        let stage = StageWords.only(in: filled[0])
      else { return }
      section = stage
    }

    /// Whether a line says what the figures above it are in.
    mutating func refusesUnit(_ line: HeadGrid.Line) -> Bool {
      let filled = line.own.filter { !$0.isEmpty }
      guard filled.count == 1, let unit = UnitsBeside.unit(inRemark: filled[0]), ElementWord(filled[0]) == nil
      else {
        return false
      }
      unitBelow = (line.number, unit)
      return true
    }

    /// Whether a line has several figures behind a name.
    mutating func refusesSeveral(_ line: HeadGrid.Line) -> Bool {
      guard let figures = ItemForm.severalFigures(line) else { return false }
      several = several ?? (line.number, figures.map { columnLetters($0 + 1) }.joined(separator: "、"))
      return true
    }

    mutating func read(
      _ item: Int, _ value: Int, _ unit: Int?, _ stage: Stage?, _ row: SheetRow, _ line: HeadGrid.Line,
      _ carried: [(index: Int, name: String)]
    ) {
      guard line.cells.indices.contains(item), !line.cells[item].isEmpty,
        !ItemForm.items.contains(line.cells[item])
      else { return }
      let word = line.cells[item]
      let written = Characters.trimmed(row[value])
      guard let known = ElementWord(word) else {
        if !written.isEmpty {
          strange.append(word)
          firstStrange = firstStrange ?? row.number
        }
        return
      }
      guard !written.isEmpty, !StatisticsTable.emptyMarks.contains(written), !["无", "*"].contains(written)
      else {
        return empty.append(word)
      }
      let column = carried.first { $0.name == "stage" }.map { Characters.trimmed(row[$0.index]) } ?? ""
      let before = line.cells.prefix(item).reversed().lazy.compactMap(StageWords.only).first
      let told = known.stage ?? stage ?? StageWords.stage(of: column)
      let school = carried.first { [ItemForm.school, "org_code"].contains($0.name) }
        .map { Characters.trimmed(row[$0.index]) }
      let stages = school.map(stagesOf) ?? self.stages
      let named =
        known.element.byStage ? told ?? before ?? section ?? (stages.count == 1 ? stages[0] : nil) : told
      guard named != nil || !known.element.byStage else { return stageless.append((row.number, word)) }
      let own = unit.map { Characters.trimmed(row[$0]) } ?? ""
      rows.append(
        (
          row.number,
          [
            known.element.name, named?.rawValue ?? "", written, own.isEmpty ? known.unit ?? "" : own,
            "填报表 \(columnLetters(value + 1))\(row.number)",
          ] + carried.filter { $0.name != "stage" }.map { Characters.trimmed(row[$0.index]) }
        ))
    }

    var findings: [Finding] {
      let place = SourceLocation(file: sheet.source.sourceName, sheet: sheet.source.sheetName)
      var found: [Finding] = []
      if let unitBelow, rows.contains(where: { $0.number < unitBelow.row }) {
        var place = place
        place.row = unitBelow.row
        found.append(
          Finding(
            .error, "unit-below", at: place, value: unitBelow.unit,
            "表下面写着单位“\(unitBelow.unit)”，各行没有写。请加一列“单位”逐行写明，或把它写在表的标题行里（单位：\(unitBelow.unit)），再导入"))
      }
      if let several {
        var place = place
        place.row = several.row
        found.append(
          Finding(
            .error, "several-values", at: place,
            "项目后面有几列数（\(several.columns) 列），不知道用哪一列，这样的行没有导入。请把要用的一列列名写成“数值”，其余各列删去；几所学校的请改成每行一所学校一个项目"))
      }
      if let firstStrange {
        var place = place
        place.row = firstStrange
        found.append(
          Finding(
            .warning, "unknown-item", at: place, "有 \(strange.count) 项不是数据项，没有导入：\(Reader.list(strange))"))
      }
      if !empty.isEmpty {
        found.append(
          Finding(.note, "empty-item", at: place, "有 \(empty.count) 项没有填，没有导入：\(Reader.list(empty))"))
      }
      for (row, word) in stageless {
        var place = place
        place.row = row
        found.append(
          Finding(.warning, "no-stage", at: place, value: word, "分不清是小学还是初中的，没有导入。请在项目前写明学段，如 小学\(word)"))
      }
      return found
    }

    private static func list(_ words: [String]) -> String {
      words.prefix(12).joined(separator: "、") + (words.count > 12 ? "…" : "")
    }
  }
}
