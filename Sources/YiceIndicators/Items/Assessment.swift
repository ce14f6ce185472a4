internal import GRDB
internal import YiceModel
internal import YiceStandards

/// Works out 政府保障程度, 教育质量, 社会认可度, prerequisites and veto (2012: 办学基本标准, 公众满意度, veto) from the
/// working tables of a `WorkedYear`.
struct Assessment {
  let db: Database
  let figures: CountyFigures
  /// Code whose conclusions, surveys and county-wide statements count: the county's, or in a school's file the school's.
  let orgCode: String
  let names: [String: String]
  let relaxations: RelaxationTable
  let amounts: ItemAmounts

  /// - Parameter day: the same day as the figures'.
  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ figures: CountyFigures, orgCode: String, on day: String?) throws {
    self.db = db
    self.figures = figures
    self.orgCode = orgCode
    var names: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT org_code, name FROM org") {
      names[row["org_code"]] = row["name"]
    }
    self.names = names
    relaxations = try RelaxationTable(db, on: day)
    try Assessment.run(db, figures.profile)
    amounts = try ItemAmounts(db, county: orgCode)
  }

  private static func run(_ db: Database, _ profile: Profile) throws {
    // The first file makes the tables that the others read.
    for (index, file) in IndicatorSQL.items.enumerated() {
      try db.execute(sql: file.text)
      guard index == 0 else { continue }
      for item in profile.items {
        guard let measure = item.measure else { continue }
        try db.execute(
          sql: "INSERT INTO measure VALUES (?, ?)", arguments: [item.id, measure.rawValue])
      }
      let core = profile.items.first { $0.measure == .coreItems }?.limits["count"] ?? 0
      for number in stride(from: 1, through: Int(core), by: 1) { try word(db, "core_items", "C\(number)") }
      for element in Element.items + Element.resources { try word(db, "item_elements", element.name) }
    }
  }

  private static func word(_ db: Database, _ list: String, _ word: String) throws {
    try db.execute(sql: "INSERT OR IGNORE INTO word VALUES (?, '', ?)", arguments: [list, word])
  }

  func all() throws -> AssessmentFigures {
    AssessmentFigures(items: try figures.profile.items.map(item))
  }

  private func item(_ rule: ItemRule) throws -> ItemFigure {
    var figure = ItemFigure(
      rule: rule, met: nil, relaxed: nil, details: [], schools: [], classes: [], missing: [])
    for aspect in rule.conclusions { try conclude(rule, aspect, &figure) }
    for ratio in rule.ratios { figure.details.append(self.ratio(ratio, &figure)) }
    if !rule.ratios.isEmpty {
      for school in amounts.schools {
        let own = rule.ratios.map { self.ratio($0, of: school).0 }
        if own.contains(where: { $0.value != nil }) { figure.ofSchools[school] = own }
      }
    }
    switch rule.measure {
    case .survey?: figure.details += try survey(rule)
    case .veto?: figure.details.append(try veto(rule))
    case .yearsSince?: figure.details.append(yearsSince(rule, &figure))
    case .some: try schools(rule, &figure)
    case nil: break
    }
    let judged = figure.details.filter {
      $0.decides && (!$0.bound.isEmpty || $0.met != nil || $0.value == nil)
    }.map(\.met)
    var seen: Set<String> = []
    figure.missing = figure.missing.filter { seen.insert($0).inserted }
    var verdicts = judged
    if rule.measure?.isBySchool == true { verdicts += schoolVerdicts(rule, figure.schools.map(\.met)) }
    figure.met = ItemFigure.all(verdicts)
    if figure.schools.contains(where: { $0.relaxed != nil }) {
      figure.relaxed = ItemFigure.all(
        judged + schoolVerdicts(rule, figure.schools.map { $0.relaxed ?? $0.met }))
    }
    return figure
  }

  /// Where no school is asked (no small village school), the item is met; without any school it is unknown.
  private func schoolVerdicts(_ rule: ItemRule, _ verdicts: [Bool?]) -> [Bool?] {
    guard verdicts.isEmpty else { return verdicts }
    return [rule.measure == .smallSchoolFunds && amounts.hasSchools ? true : nil]
  }
}

// MARK: - Conclusions

extension Assessment {
  private func conclude(_ rule: ItemRule, _ aspect: String, _ figure: inout ItemFigure) throws {
    let name = rule.conclusionName(aspect)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, met, conclusion, evidence, concluded_by, concluded_on FROM conclusion
        WHERE school_year = ? AND item = ? ORDER BY org_code
        """, arguments: [figures.year, name])
    let own = rows.first { $0["org_code"] as String == orgCode }
    let met: Bool? = own?["met"]
    let parts: [String?] = [own?["concluded_by"], own?["concluded_on"], own?["evidence"]]
    figure.details.append(
      ItemDetail(
        label: aspect.isEmpty ? "结论" : aspect, value: nil,
        text: own?["conclusion"] ?? (met == nil ? "未填" : ""),
        unit: "", bound: "", met: met, basis: parts.compactMap { $0 }.joined(separator: "，")))
    if met == nil { figure.missing.append("结论“\(name)”") }
    // Schools that concluded for themselves stand beside the county's own conclusion.
    for row in rows where row["org_code"] as String != orgCode {
      let code: String = row["org_code"]
      figure.schools.append(
        ItemSchool(
          orgCode: code, name: names[code] ?? code, part: aspect, actual: nil, required: nil, met: row["met"],
          relaxed: nil, relaxation: nil))
    }
  }

  private func veto(_ rule: ItemRule) throws -> ItemDetail {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, found, finding, checked_by, checked_on FROM veto_finding
        WHERE school_year = ? AND (item = ? OR item = ?) ORDER BY org_code
        """, arguments: [figures.year, rule.id, rule.label])
    let found = rows.filter { $0["found"] as Bool }
    let words = found.map { row in
      let code: String = row["org_code"]
      return (names[code] ?? code) + ((row["finding"] as String?).map { "：\($0)" } ?? "")
    }
    let checks = rows.compactMap { row -> String? in
      let parts: [String?] = [row["checked_by"], row["checked_on"]]
      let text = parts.compactMap { $0 }.joined(separator: "，")
      return text.isEmpty ? nil : text
    }
    return ItemDetail(
      label: "核查", value: nil,
      text: rows.isEmpty ? "未填" : found.isEmpty ? "未发现" : "存在：" + words.joined(separator: "；"), unit: "",
      bound: "", met: rows.isEmpty ? nil : found.isEmpty, basis: checks.joined(separator: "；"))
  }
}
