internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension ItemForm {
  /// What the form's lines give.
  struct Reader {
    let sheet: HeadedRows
    let stages: [Stage]
    let stagesOf: (String) -> [Stage]?
    var rows: [(number: Int, cells: [String])] = []
    private var strange: [String] = []
    private var empty: [String] = []
    private var stageless: [(row: Int, word: String)] = []
    private var firstStrange: Int?
    /// The 学段 of the lines below a small heading: 一、小学部.
    private var section: Stage?
    /// Where a name is followed by several figures, and nothing says which is meant.
    private var several: (row: Int, columns: String)?
    private var unitLines: [(row: Int, unit: String)] = []
    /// Row of another heading, below which nothing was read.
    private var other: Int?
    /// The school that stands merged over several lines, or above lines without one.
    private var schoolAbove: String?
    private var schoolless: [Int] = []
    /// Cells of the line that is read, with what is merged over them.
    private var merged: [String] = []

    init(sheet: HeadedRows, stages: [Stage], stagesOf: @escaping (String) -> [Stage]?) {
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

    /// Whether a line says what the figures above or below it are in.
    mutating func refusesUnit(_ line: HeadGrid.Line) -> Bool {
      let filled = line.own.filter { !$0.isEmpty }
      guard filled.count == 1,
        let unit = UnitsBeside.unit(inRemark: filled[0]) ?? UnitsBeside.unit(ofGroup: filled[0]),
        ElementWord(filled[0]) == nil
      else {
        return false
      }
      unitLines.append((line.number, unit))
      return true
    }

    /// Whether a line is another heading than that above it.
    mutating func endsAt(_ line: HeadGrid.Line, heading: [String]) -> Bool {
      guard PageHead.isOther(line.own, than: heading) else { return false }
      other = line.number
      return true
    }

    /// Tells the columns of a form with an amount a column that are none.
    mutating func tellUnread(
      _ headings: [String], _ carried: [(index: Int, name: String)], _ amounts: [Int], row: Int
    ) {
      let others = headings.indices.filter { index in
        !headings[index].isEmpty && !amounts.contains(index) && !carried.contains { $0.index == index }
          && !Reader.unasked.contains(headings[index])
      }
      guard !others.isEmpty else { return }
      strange += others.map { headings[$0] }
      firstStrange = firstStrange ?? row
    }

    /// Columns that hold no amount.
    private static let unasked: Set = ["序号", "编号", "学校代码", "备注", "填报人", "联系电话", "联系人"]

    /// Whether a line has several figures behind a name.
    mutating func refusesSeveral(_ line: HeadGrid.Line) -> Bool {
      guard let figures = ItemForm.severalFigures(line) else { return false }
      several = several ?? (line.number, figures.map { columnLetters($0 + 1) }.joined(separator: "、"))
      return true
    }

    /// Reads the figures of one 数据项.
    mutating func read(
      _ pairs: [Pair], _ row: SheetRow, _ line: HeadGrid.Line, _ carried: [(index: Int, name: String)]
    ) {
      merged = line.cells
      let word = pairs.first.flatMap { line.cells.indices.contains($0.item) ? line.cells[$0.item] : nil }
      for pair in Reader.chosen(pairs, of: word ?? "", row) {
        read(pair.item, pair.value, pair.unit, pair.stage, row, line, carried, unitWord: pair.unitWord)
      }
    }

    /// Reads those of one 数据项 below their headings.
    mutating func read(
      _ pairs: [Pair], below headings: [String], _ row: SheetRow, _ own: HeadGrid.Line,
      _ carried: [(index: Int, name: String)]
    ) {
      guard let first = pairs.first else { return }
      merged = own.cells
      for pair in Reader.chosen(pairs, of: headings[first.item], row) {
        let cells = Array(repeating: "", count: pair.item) + [headings[pair.item]]
        let line = HeadGrid.Line(number: own.number, cells: cells, own: cells)
        read(pair.item, pair.value, nil, nil, row, line, carried)
      }
    }

    /// Of the figures of one 数据项 those of its 学段, or that of the whole school.
    private static func chosen(_ pairs: [Pair], of word: String, _ row: SheetRow) -> [Pair] {
      let filled = pairs.filter { !isEmpty(Characters.trimmed(row[$0.value])) }
      let ofStages = filled.filter { !$0.isSum }
      let isWhole =
        ElementWord(word)?.element.byStage ?? true || ofStages.count == pairs.count { !$0.isSum }
      if isWhole, !ofStages.isEmpty { return ofStages }
      let sums = filled.filter(\.isSum)
      return sums.isEmpty ? filled.isEmpty ? Array(pairs.prefix(1)) : filled : sums
    }

    private static func isEmpty(_ written: String) -> Bool {
      written.isEmpty || StatisticsTable.emptyMarks.contains(written) || ["无", "*"].contains(written)
    }

    mutating func read(
      _ item: Int, _ value: Int, _ unit: Int?, _ stage: Stage?, _ row: SheetRow, _ line: HeadGrid.Line,
      _ carried: [(index: Int, name: String)], unitWord: String? = nil
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
      guard !Reader.isEmpty(written) else { return empty.append(word) }
      let column = carried.first { $0.name == "stage" }.map { Characters.trimmed(row[$0.index]) } ?? ""
      let before = line.cells.prefix(item).reversed().lazy.compactMap(StageWords.only).first
      let told = known.stage ?? stage ?? StageWords.stage(of: column)
      let school = carried.first { ItemForm.schools.contains($0.name) }.map { cell(row, $0) }
      if let school, school.isEmpty, schoolAbove != nil {
        if schoolless.last != row.number { schoolless.append(row.number) }
        return
      }
      if let school, !school.isEmpty { schoolAbove = school }
      let ofSchool = school.map(stagesOf)
      let isUnknown = ofSchool.map { $0 == nil } ?? false
      let stages = ofSchool.flatMap { $0 } ?? self.stages
      let named =
        known.element.byStage ? told ?? before ?? section ?? (stages.count == 1 ? stages[0] : nil) : told
      guard named != nil || !known.element.byStage || isUnknown else {
        return stageless.append((row.number, word))
      }
      let own = unit.map { Characters.trimmed(row[$0]) } ?? ""
      rows.append(
        (
          row.number,
          [
            known.element.name, named?.rawValue ?? "", written,
            own.isEmpty ? known.unit ?? unitWord ?? "" : own,
            "填报表 \(columnLetters(value + 1))\(row.number)",
          ] + carried.filter { $0.name != "stage" }.map { cell(row, $0) }
        ))
    }

    /// What a row says in a column; of the school, what is merged over it too.
    private func cell(_ row: SheetRow, _ column: (index: Int, name: String)) -> String {
      let written = Characters.trimmed(row[column.index])
      guard written.isEmpty, ItemForm.schools.contains(column.name), merged.indices.contains(column.index)
      else {
        return written
      }
      return merged[column.index]
    }

    var findings: [Finding] {
      let place = SourceLocation(file: sheet.source.sourceName, sheet: sheet.source.sheetName)
      var found: [Finding] = []
      if let unitBelow = unitLines.first(where: { line in rows.contains { lacks(line.unit, $0.cells) } }) {
        var place = place
        place.row = unitBelow.row
        found.append(
          Finding(
            .error, "unit-below", at: place, value: unitBelow.unit,
            "表里另有一行写着单位“\(unitBelow.unit)”，各行没有写。请加一列“单位”逐行写明，或把它写在表的标题行里（单位：\(unitBelow.unit)），再导入"))
      }
      if let several {
        var place = place
        place.row = several.row
        found.append(
          Finding(
            .error, "several-values", at: place,
            "项目后面有几列数（\(several.columns) 列），不知道用哪一列，这样的行没有导入。请把要用的一列列名写成“数值”，其余各列删去；几所学校的请改成每行一所学校一个项目"))
      }
      if let other {
        var place = place
        place.row = other
        found.append(
          Finding(
            .error, "second-table", at: place,
            "从这一行起换了表头（列的次序或单位与上面的不同），下面的行没有读取。请把它放到另一张工作表，或按上面的表头排好，再导入"))
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
      for row in schoolless {
        var place = place
        place.row = row
        found.append(
          Finding(.error, "missing-value", at: place, "没有写是哪所学校，这一行没有导入。请逐行写明学校"))
      }
      for (row, word) in stageless {
        var place = place
        place.row = row
        found.append(
          Finding(.warning, "no-stage", at: place, value: word, "分不清是小学还是初中的，没有导入。请在项目前写明学段，如 小学\(word)"))
      }
      return found
    }

    /// Whether a figure is read in another unit than that, and names none of its own.
    private func lacks(_ unit: String, _ cells: [String]) -> Bool {
      guard let element = Element.named(cells[0]), cells[3].isEmpty,
        NumberWords.unit(behind: cells[2]).isEmpty
      else { return false }
      guard let exponent = Unit.exponent(from: unit, to: element.unit) else {
        return UnitsBeside.changes(element.unit, unit)
      }
      // As the title has it, else in the stored unit.
      let title = TitleUnits.find(in: sheet.titles.map(HeaderMatcher.tidy)).units.lazy
      return exponent != title.compactMap { Unit.exponent(from: $0, to: element.unit) }.first ?? 0
    }

    private static func list(_ words: [String]) -> String {
      words.prefix(12).joined(separator: "、") + (words.count > 12 ? "…" : "")
    }
  }
}
