internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Reads one table by the labels of its rows and columns.
struct StatisticsReader {
  let known: StatisticsTable.Known
  let part: StatisticsPart
  let fileName: String
  /// Whose figures they are where the sheet does not say.
  let orgCode: String?
  let schools: KnownSchools
  private(set) var figures: [StatedFigure] = []
  private(set) var findings: [Finding] = []

  /// Words of each row's labels, by row number; none in a list.
  private let rowWords: [Int: [String]]
  private let match: LabelMatch
  private final class Memo {
    var columns: [String: [Int]] = [:]
  }
  private let memo = Memo()
  /// 学段 that are told as missing once.
  private var toldMissing: Set<String> = []

  private var sheet: StatisticsSheet { part.sheet }
  private var table: StatisticsTable { known.table }

  init(
    _ known: StatisticsTable.Known, _ part: StatisticsPart, fileName: String, orgCode: String?,
    schools: KnownSchools
  ) {
    self.known = known
    self.part = part
    self.fileName = fileName
    self.orgCode = orgCode
    self.schools = schools
    let rowWords = part.schools == nil ? RowLabels.words(part.sheet) : [:]
    self.rowWords = rowWords
    let words = part.columns.flatMap { part.labels[$0].flatMap(\.words) } + rowWords.values.joined()
    var named = Set(words.compactMap(StageWords.stage))
    for rule in known.table.rules {
      guard let stage = rule.stage, words.contains(where: { rule.names(stage, in: $0) }) else { continue }
      named.insert(stage)
    }
    match = LabelMatch(namedStages: named.intersection(Stage.compulsory))
  }

  mutating func read() {
    if let doubt = known.doubt { complain("other-number", doubt, .warning) }
    if let columns = part.schools {
      let listed = ListedSchools(part, columns, known: schools, at: location)
      findings += listed.findings
      for school in listed.schools {
        let kind = school.rows.first?.own(columns.kind) ?? ""
        read(school.rows.map { [$0] }, org: school.code, kind: kind)
      }
      if figures.isEmpty { complain("no-figures", "没有认出任何一所学校的数。请检查标识码列和表头") }
    } else if let org = sheet.titles.lazy.compactMap({ StatisticsReader.code(in: $0) }).first {
      read([sheet.rows], org: org, kind: "")
    } else if let orgCode {
      if let other = otherSchool(orgCode) {
        return complain("other-school-title", "标题行里写着“\(other)”，不是本校的表，没有读取。如果就是本校的，请改标题", .error)
      }
      if let seeming = ownSchool(orgCode).flatMap({ sheet.titles.lazy.compactMap($0.seeming).first }) {
        complain("other-school-title", "标题看来是“\(seeming)”的，仍按本校的记入；不是本校的，请用 yice undo 撤销", .warning)
      }
      read([sheet.rows], org: orgCode, kind: "")
    } else if let only = schools.directory?.named(in: sheet.titles.joined(separator: "\n")), only.count == 1 {
      complain("school-of-title", "标题行里写着“\(only[0].name)”，按这所学校（\(only[0].code)）导入", .note)
      read([sheet.rows], org: only[0].code, kind: "")
    } else {
      return complain("no-org", "表里没有学校标识码，不知道是哪所学校的数。请在表头上方写明学校全名或 10 位标识码，或加 --school")
    }
    tellOtherStages()
  }

  private func ownSchool(_ code: String) -> OwnSchool? {
    schools.directory?.schools.first { $0.code == code }.map(OwnSchool.init)
  }

  /// Another school than the file's, as the lines above the table name it.
  private func otherSchool(_ code: String) -> String? {
    guard let school = ownSchool(code) else { return nil }
    return sheet.titles.lazy.compactMap { school.other(in: $0) }.first
      ?? sheet.titles.first { OwnSchool.endsAsName($0) && school.isOther($0) }
  }

  /// 高中, 幼儿: found in the table and used by no indicator.
  private mutating func tellOtherStages() {
    guard table.isByStage else { return }
    let others = Stage.allCases.filter { !Stage.compulsory.contains($0) }.filter { stage in
      sheet.rows.contains { row in
        part.columns.contains { column in
          (StatisticsSheet.figure(row.own(column)) ?? 0) != 0
            && words(row, column).contains { StageWords.stage(of: $0) == stage }
        }
      }
    }
    guard !others.isEmpty else { return }
    complain(
      "other-stage", "还有\(others.map(\.rawValue).joined(separator: "、"))的数，没有读取（指标只用小学和初中的）", .note)
  }

  // MARK: - One school

  struct Place {
    let row: Int
    let column: Int
    let text: String
    let unit: String?
  }

  /// - Parameter groups: rows whose figures are added up.
  private mutating func read(_ groups: [[StatisticsSheet.Row]], org: String, kind: String) {
    let ofSchool = StageWords.only(in: schools.kinds[org] ?? kind)
    let unnamed = known.stage ?? ofSchool ?? known.usualStage
    let stages = match.namedStages.isEmpty ? Set([unnamed].compactMap(\.self)) : match.namedStages
    if table.isByStage, stages.isEmpty, toldMissing.insert("").inserted {
      complain("no-stage", "分不清是小学还是初中的数，没有读取。请在标题或工作表的名字里写明", .warning)
    }
    for rule in table.rules where rule.stage.map(stages.contains) ?? true {
      guard let element = Element.named(rule.element) else { continue }
      var isUnclear = false
      let found = groups.compactMap { rows -> [[Place]]? in
        guard let found = places(rule, rows, unnamed) else { return nil }
        if isLessThanParts(found, rule, element, rows, unnamed) { isUnclear = true }
        return found
      }
      guard !isUnclear else { continue }
      guard !found.isEmpty else {
        // A list of schools lacks a column for all of them: it is told once.
        guard toldMissing.insert("\(rule.element) \(rule.stage?.rawValue ?? "")").inserted else { continue }
        complain(
          "missing-label", "没有找到“\(element.name)”\(rule.stage.map { "（\($0.rawValue)）" } ?? "")，没有导入这一项",
          .warning)
        continue
      }
      add(rule, element, found.flatMap(\.self), org)
    }
  }

  /// The cells of a rule's best way that the rows have; `nil` where they have none.
  private func places(
    _ rule: StatisticsTable.Rule, _ rows: [StatisticsSheet.Row], _ unnamed: Stage?
  ) -> [[Place]]? {
    let ways = rule.ways.compactMap { way -> [[Place]]? in
      let found = way.map { (cell: $0, places: places($0, rule, rows, unnamed)) }
      guard found.allSatisfy({ $0.cell.isOptional || !$0.places.isEmpty }) else { return nil }
      return found.map(\.places).filter { !$0.isEmpty }
    }
    // 艺术 may have a dash where 音乐 and 美术 have figures.
    return ways.first { way in way.contains { sum([$0]) != nil } } ?? ways.first
  }

  private mutating func add(
    _ rule: StatisticsTable.Rule, _ element: Element, _ parts: [[Place]], _ org: String
  ) {
    var sum = 0.0
    var cells: [String] = []
    for part in parts {
      guard let first = part.first else { return }
      let values = Set(part.map(\.text).filter { !StatisticsTable.emptyMarks.contains($0) && !$0.isEmpty })
      guard values.count <= 1 else {
        let names = part.map(name).joined(separator: "、")
        return complain(
          "two-figures", "“\(element.name)”有几个不同的数（\(names)），不知道用哪一个", row: first.row,
          column: first.column)
      }
      guard let text = values.first, let place = part.first(where: { $0.text == text }) else { continue }
      guard let figure = StatisticsSheet.figure(text) else {
        return complain("bad-number", "\(name(place)) 应是数", row: place.row, column: place.column, value: text)
      }
      guard let exponent = exponent(place, element) else { return }
      sum += figure * exponent
      cells.append(name(place))
    }
    guard !cells.isEmpty, let row = parts.first?.first?.row else {
      return complain(
        "no-figure", "“\(element.name)”没有数（\(parts.flatMap { $0 }.map(name).joined(separator: "、"))），没有导入这一项",
        .note)
    }
    figures.append(
      StatedFigure(
        orgCode: org, element: element.name, stage: rule.stage, value: (sum * 10_000).rounded() / 10_000,
        unit: element.unit, table: known.number, sheet: sheet.name, row: row, cells: cells))
  }

  /// What a figure is multiplied by to be in the element's unit; `nil` when that is unknown, which is told.
  private mutating func exponent(_ place: Place, _ element: Element) -> Double? {
    let unit = place.unit ?? titleUnit(element)
    guard let unit else {
      // People, rooms and ㎡ come as they are; money comes in 元 or 万元.
      guard element.unit == "元" else { return 1 }
      complain("no-unit", "“\(element.name)”没有写明单位（元还是万元），没有导入这一项", row: place.row, column: place.column)
      return nil
    }
    guard let exponent = Unit.exponent(from: unit, to: element.unit) else {
      complain(
        "bad-unit", "“\(element.name)”的单位“\(unit)”换算不成“\(element.unit)”", row: place.row, column: place.column
      )
      return nil
    }
    return (0..<exponent).reduce(1.0) { factor, _ in factor * 10 }
  }

  /// 计量单位:平方米、册、万元 above the table: the one that goes with the element.
  private func titleUnit(_ element: Element) -> String? {
    let words = sheet.titles.filter { $0.contains("单位:") }
      .flatMap { title in (title.split(separator: ":").last ?? "").split { "、,，;".contains($0) } }.map(
        String.init)
    let fitting = words.filter { Unit.exponent(from: $0, to: element.unit) != nil }
    return fitting.count == 1 ? fitting[0] : nil
  }

  // MARK: - Labels

  private func words(_ row: StatisticsSheet.Row, _ column: Int) -> [String] {
    part.labels[column].flatMap(\.words) + (rowWords[row.number] ?? [])
  }

  func places(
    _ cell: StatisticsTable.Cell, _ rule: StatisticsTable.Rule, _ rows: [StatisticsSheet.Row],
    _ unnamed: Stage?
  ) -> [Place] {
    // In a list the columns alone say what a cell is.
    let ofAll = part.schools == nil ? nil : columns(cell, rule, unnamed)
    return rows.flatMap { row in
      (ofAll ?? part.columns).compactMap { column in
        if ofAll == nil {
          let words = words(row, column)
          guard !words.isEmpty, match.matches(words, cell, rule, unnamed: unnamed) else { return nil }
        }
        let text = row.own(column)
        // Texts beside the figures belong to other columns' labels.
        guard text.isEmpty || StatisticsSheet.isFigure(text) || text.contains(where: \.isNumber) else {
          return nil
        }
        return Place(row: row.number, column: column + 1, text: text, unit: unit(row, column))
      }
    }
  }

  /// The columns of a list that are a rule's cell.
  private func columns(
    _ cell: StatisticsTable.Cell, _ rule: StatisticsTable.Rule, _ unnamed: Stage?
  ) -> [Int] {
    let key = "\(rule.element) \(rule.stage?.rawValue ?? "") \(unnamed?.rawValue ?? "") \(cell.labels)"
    if let known = memo.columns[key] { return known }
    let found = part.columns.filter { column in
      let words = part.labels[column].flatMap(\.words)
      return !words.isEmpty && match.matches(words, cell, rule, unnamed: unnamed)
    }
    memo.columns[key] = found
    return found
  }

  /// From the heading, the row's label, or a column of units.
  private func unit(_ row: StatisticsSheet.Row, _ column: Int) -> String? {
    if let unit = part.labels[column].reversed().compactMap(\.unit).first { return unit }
    guard part.schools == nil else { return nil }
    let labels = sheet.labelColumns.map { LabelText(row.cells.indices.contains($0) ? row.cells[$0] : "") }
    if let unit = labels.compactMap(\.unit).last { return unit }
    return sheet.columns.indices.lazy.filter { StatisticsSheet.isUnit(sheet.columns[$0]) }.map { row.own($0) }
      .first { Unit.isKnown($0) }
  }

  func name(_ place: Place) -> String { columnLetters(place.column) + String(place.row) }

  /// The 10-digit code in a title line.
  private static func code(in title: String) -> String? {
    title.split { !$0.isASCII || !$0.isNumber }.map(String.init).first {
      $0.count == 10 && OrgCode.isValid($0)
    }
  }

  private var location: SourceLocation { SourceLocation(file: fileName, sheet: sheet.name) }

  mutating func complain(
    _ code: String, _ message: String, _ severity: Finding.Severity = .error, row: Int? = nil,
    column: Int? = nil, value: String? = nil
  ) {
    var place = location
    place.row = row
    place.column = column.map(columnLetters)
    findings.append(Finding(severity, code, at: place, value: value, "\(known.number) \(message)"))
  }
}
