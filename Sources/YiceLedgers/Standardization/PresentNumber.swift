internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// 现状 of a catalogue line out of the registers.
struct PresentNumber {
  let db: Database
  let year: Int
  let figures: CountyFigures
  let catalogue: Catalogue
  /// Rooms of the lines that count them by what they are for.
  private let roomLists: [String: RoomList]

  init(db: Database, year: Int, figures: CountyFigures, catalogue: Catalogue) {
    self.db = db
    self.year = year
    self.figures = figures
    self.catalogue = catalogue
    roomLists = catalogue.derived.filter { $0.value.register == "room" && !$0.value.purposes.isEmpty }
      .mapValues { RoomList($0.purposes) }
  }

  /// - Returns: the number and where it comes from; nil where no register tells.
  func of(_ item: CatalogueItem, _ school: SchoolInputs, stage: Stage?) throws -> (
    value: Double, source: String
  )? {
    guard let key = item.derivedFrom, let rule = catalogue.derived[key] else { return nil }
    if let id = rule.indicator { return indicator(id, school, stage) }
    guard school.kept.contains(rule.register) else { return nil }
    var amounts: [Double?]
    if rule.register == "safety_check" {
      amounts = [try check(rule, school)]
    } else if rule.measure == .certifiedRate {
      amounts = [try certified(school)]
    } else {
      let list = roomLists[key]
      let rows = try self.rows(rule, item, school, list)
      // Whether there is one nobody knows: 未填.
      if rows.isEmpty, let list, school.rooms.contains(where: { $0.told.answer(list) == .doubtful }) {
        return nil
      }
      guard let own = try mine(rows, rule, item, school, stage) else { return nil }
      let values = own.map { row in self.amount(row, rule, item) }
      amounts =
        rule.measure == .longestTrack || rule.measure == .longestStraight
        ? [values.compactMap { $0 }.max() ?? 0] : values
    }
    let unknown = amounts.contains { $0 == nil }
    guard !unknown || amounts.contains(where: { $0 != nil }) else { return nil }
    var value = amounts.compactMap { $0 }.reduce(0, +)
    if item.unit.hasSuffix("/人") {
      let pupils = stage.flatMap { school.byStage[$0]?.pupils } ?? school.whole.pupils
      guard pupils > 0 else { return nil }
      value /= Double(pupils)
    }
    return ((value * 10_000).rounded() / 10_000, "登记册")
  }

  private func indicator(_ id: String, _ school: SchoolInputs, _ stage: Stage?) -> (
    value: Double, source: String
  )? {
    guard let stage,
      let segment = figures.stage(stage)?.segments.first(where: { $0.orgCode == school.orgCode }),
      let value = segment.value(id), let amount = value.numerator
    else { return nil }
    return ((amount * 10_000).rounded() / 10_000, value.sources.contains(.statement) ? "填报值" : "登记册")
  }

  // MARK: - Rows

  private func rows(
    _ rule: DerivedRule, _ item: CatalogueItem, _ school: SchoolInputs, _ rooms: RoomList?
  ) throws -> [Row] {
    var sql = "SELECT * FROM \(rule.register) WHERE org_code = ? AND school_year = ?"
    var arguments: [DatabaseValue] = [school.orgCode.databaseValue, year.databaseValue]
    func among(_ column: String, _ words: [String]) -> String {
      arguments += words.map(\.databaseValue)
      return "\(column) IN (" + words.map { _ in "?" }.joined(separator: ", ") + ")"
    }
    if let reading = rule.element.flatMap(Element.named).flatMap(ElementReading.of) {
      let words = figures.profile.registers
      for condition in reading.conditions { sql += " AND " + condition.sql(words, stage: .primary) }
    }
    if !rule.categories.isEmpty { sql += " AND " + among("category", rule.categories) }
    if let rooms {
      sql +=
        " AND " + among("room_no", school.rooms.filter { $0.told.answer(rooms) == .counts }.map(\.number))
    } else if !rule.purposes.isEmpty {
      sql += " AND " + among("purpose", rule.purposes)
    }
    if !rule.subjects.isEmpty { sql += " AND " + among("subject", rule.subjects) }
    if let least = item.minArea, rule.register == "room", item.isCounted {
      // A room without its usable area is taken by its gross area.
      sql += " AND coalesce(usable_area, floor_area) >= ?"
      arguments.append(least.databaseValue)
    }
    return try Row.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
  }

  /// The rows that are this 学段's; nil where rows of a mixed campus could be anyone's.
  private func mine(
    _ rows: [Row], _ rule: DerivedRule, _ item: CatalogueItem, _ school: SchoolInputs, _ stage: Stage?
  ) throws -> [Row]? {
    guard let stage, school.stages.count > 1 else { return rows }
    if rule.register == "teacher" { return rows.filter { $0["stage"] == stage.rawValue } }
    let others = school.stages.filter { $0 != stage }.map(\.english)
    let isShared = catalogue.items.contains {
      $0.bySegment && $0.derivedFrom == item.derivedFrom && !$0.appliesTo.isDisjoint(with: others)
    }
    guard isShared else { return rows }
    let mixed = rows.contains { school.onlyStage[$0["campus"]] == nil }
    return mixed ? nil : rows.filter { school.onlyStage[$0["campus"]] == stage }
  }

  /// What a row counts; nil where the register leaves it empty.
  private func amount(_ row: Row, _ rule: DerivedRule, _ item: CatalogueItem) -> Double? {
    // A room line with 间数 is so many rooms of that area. Decision 0124.
    let rooms: Double = rule.register == "room" ? (row["room_count"] as Double?) ?? 1 : 1
    return switch rule.measure ?? usual(rule, item) {
    case .count: rooms
    case .area: (row["usable_area"] ?? row["floor_area"] as Double?).map { $0 * rooms }
    case .floorArea: (row["floor_area"] as Double?).map { $0 * rooms }
    case .value: row["value"]
    case .quantity: row["quantity"]
    case .longestTrack: row["track_length"]
    case .longestStraight: row["straight_length"]
    case .certifiedRate, .met: nil
    }
  }

  private func usual(_ rule: DerivedRule, _ item: CatalogueItem) -> DerivedRule.Measure {
    switch (rule.register, item.unit) {
    case ("room", "㎡"): .area
    case ("equipment", "元"): .value
    case ("equipment", _): .quantity
    default: .count
    }
  }

  // MARK: - Single figures

  private func certified(_ school: SchoolInputs) throws -> Double? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*) AS total, count(certified) AS told, sum(certified) AS certified FROM teacher
        WHERE org_code = ? AND school_year = ? AND \(ElementReading.fullTime.sql())
        """, arguments: [school.orgCode, year])
    guard let row, (row["total"] as Int) > 0, row["told"] as Int == row["total"] as Int else { return nil }
    return 100 * Double(row["certified"] as Int) / Double(row["total"] as Int)
  }

  /// The newest check of the item.
  private func check(_ rule: DerivedRule, _ school: SchoolInputs) throws -> Double? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT met, quantity FROM safety_check WHERE org_code = ? AND school_year = ? AND item = ?
        ORDER BY checked_on DESC LIMIT 1
        """, arguments: [school.orgCode, year, rule.items.first])
    guard let row else { return nil }
    // The number may be left empty; both arms must say so, or the row's NULL is read as a Double and stops the program.
    return rule.measure == .quantity ? row["quantity"] as Double? : Double(row["met"] as Int)
  }
}
