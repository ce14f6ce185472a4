internal import GRDB
package import YiceModel
package import YiceStandards
package import YiceStore

/// What is done with entries of 大班额台账 and 大校额台账: later counts, asking to strike off, striking off. Every step
/// writes through the ledger's state machine.
package struct OversizeMoves {
  private let writer: RevisionWriter

  package init(_ writer: RevisionWriter) { self.writer = writer }

  /// What a later count did.
  package enum Effect: String, Sendable {
    case within = "在上限以内"
    case above = "仍超过上限"
    /// It was to be struck off, and is above the limit again.
    case back = "又超过上限，退回在册"
    case rebound = "又超过上限，转为反弹"
  }

  /// Keeps a later head count of a class or a school.
  /// - Throws: `LedgerError.countedLater` for a school counted on a later day already: its row holds the newest count.
  @discardableResult
  package func count(
    _ target: OversizeTarget, heads: Int, on date: String, by name: String?, evidence: String?
  ) throws -> Effect {
    switch target {
    case .ofClass(let key): try count(key, heads: heads, on: date, by: name, evidence: evidence)
    case .ofSchool(let key): try countSchool(key, heads: heads, on: date)
    }
  }

  private func countSchool(_ key: RowKey, heads: Int, on date: String) throws -> Effect {
    let entry = try self.entry(.ofSchool(key))
    if let last = entry["recounted_on"] as String?, last > date {
      throw LedgerError.countedLater(row: key.text, date: date, last: last)
    }
    var values: RowValues = ["recounted_on": date, "recount": heads]
    let effect = try effect(.ofSchool(key), entry, heads: heads)
    if let state = effect.state { values.set("state", state.databaseValue) }
    try writer.set(.oversizedSchool, key, values)
    return effect.told
  }

  /// What a count does to an entry, and the state it brings it into; nil: it stays.
  private func effect(_ target: OversizeTarget, _ entry: Row, heads: Int) throws -> (
    told: Effect, state: String?
  ) {
    guard let limit = entry["limit_count"] as Int?, heads > limit else { return (.within, nil) }
    switch entry["state"] as String {
    case "已销号": return (.rebound, "反弹")
    case "拟销号": return try wasStruckOff(target) ? (.rebound, "反弹") : (.back, "在册")
    default: return (.above, nil)
    }
  }

  /// Keeps a later head count of a class; an entry that was struck off, or was to be, and is above the limit again comes back.
  private func count(_ key: RowKey, heads: Int, on date: String, by name: String?, evidence: String?) throws
    -> Effect
  {
    let entry = try self.entry(.ofClass(key))
    var values: RowValues = [
      "counted_on": date, "head_count": heads, "counted_by": name, "evidence": evidence,
    ]
    for (column, value) in zip(CatalogTable.oversizedClass.key, key.values) { values.set(column, value) }
    let countKey = RowKey(key.values + [date.databaseValue])
    if try writer.exists(.oversizedRecount, countKey) {
      try writer.set(
        .oversizedRecount, countKey, ["head_count": heads, "counted_by": name, "evidence": evidence])
    } else {
      try writer.add(.oversizedRecount, values)
    }
    let newest = try Int.fetchOne(
      writer.db,
      sql: """
        SELECT head_count FROM oversized_recount WHERE org_code = ? AND stage = ? AND entry_year = ? AND class_no = ?
        ORDER BY counted_on DESC LIMIT 1
        """, arguments: StatementArguments(key.values))
    let effect = try effect(.ofClass(key), entry, heads: newest ?? heads)
    if let state = effect.state { try writer.set(.oversizedClass, key, ["state": state]) }
    return effect.told
  }

  /// The latest class rolls of a year as recounts of every entry of both ledgers that is in them.
  /// - Returns: each entry with its count and what it did, classes before schools.
  package func countFromRolls(year: Int, on date: String) throws -> [(
    target: OversizeTarget, heads: Int, effect: Effect
  )] {
    let rows = try Row.fetchAll(
      writer.db,
      sql: """
        SELECT o.org_code, o.stage, o.entry_year, o.class_no, c.head_count FROM oversized_class AS o
        JOIN class_roll AS c ON c.org_code = o.org_code AND c.stage = o.stage AND c.entry_year = o.entry_year
          AND c.class_no = o.class_no AND c.school_year = ?
        WHERE o.filed_on < ? ORDER BY o.org_code, o.stage, o.entry_year, o.class_no
        """, arguments: [year, date])
    let classes = try rows.map { row in
      let target = OversizeTarget.ofClass(RowKey((0..<4).map { row[$0] }))
      let effect = try count(target, heads: row[4], on: date, by: nil, evidence: "\(year)学年班级册")
      return (target, row[4] as Int, effect)
    }
    return try classes + countSchoolsFromRolls(year: year, on: date)
  }

  private func countSchoolsFromRolls(year: Int, on date: String) throws -> [(
    target: OversizeTarget, heads: Int, effect: Effect
  )] {
    let pupils = Dictionary(
      uniqueKeysWithValues: try SchoolRoll.all(writer.db, year: year).map { ($0.orgCode, $0.pupils) })
    let entries = try Row.fetchAll(
      writer.db,
      sql: "SELECT org_code, filed_on FROM oversized_school WHERE filed_on < ? ORDER BY org_code, filed_on",
      arguments: [date])
    return try entries.compactMap { row in
      guard let heads = pupils[row["org_code"]] else { return nil }
      let target = OversizeTarget.ofSchool(RowKey((0..<2).map { row[$0] }))
      return (target, heads, try count(target, heads: heads, on: date, by: nil, evidence: nil))
    }
  }

  /// Asks for striking off: the latest count is within the limit.
  package func propose(_ target: OversizeTarget, rules: SizeRules) throws {
    try fillLimit(target, rules)
    try writer.set(target.table, target.key, ["state": "拟销号"])
  }

  /// Strikes off. An imported entry may lack the limit it is held to.
  package func strike(
    _ target: OversizeTarget, by verifier: String?, on date: String, basis: String?, rules: SizeRules
  ) throws {
    try fillLimit(target, rules)
    let key = target.key
    if try entry(target)["state"] != "拟销号" { try writer.set(target.table, key, ["state": "拟销号"]) }
    try writer.set(
      target.table, key,
      ["state": "已销号", "struck_on": date, "verifier": verifier, "struck_basis": basis])
    try writer.add(
      .verdict,
      [
        "org_code": key.values[0], "subject_table": target.table.name, "subject_key": key.subject,
        "result": "通过",
        "verified_on": date, "verifier": verifier, "reason": basis,
      ])
  }

  /// The class left the school as large as it was: off the ledger, and no 销号.
  package func graduate(_ target: OversizeTarget, on date: String) throws {
    try writer.set(target.table, target.key, ["state": "毕业", "left_on": date])
  }

  /// The same for every class on the ledger that has done the years of its 学段 by that day and is in no later class
  /// list.
  /// - Returns: their keys as commands name them.
  package func graduateAll(on date: String, _ stages: StageSystem) throws -> [String] {
    // A class leaves in the summer of its last school year.
    let calendarYear = Int(date.prefix(4)) ?? 0
    let ended = calendarYear - (date.dropFirst(5) < "06-01" ? 2 : 1)
    return try OversizeEntry.all(writer.db).filter { ["在册", "拟销号", "反弹"].contains($0.state) }.compactMap {
      entry in
      guard let label = entry.label, label.entryYear + stages[label.stage] - 1 <= ended
      else { return nil }
      let isGone = try Bool.fetchOne(
        writer.db,
        sql: """
          SELECT \(TableRules.classGone.sql(in: "main"))
          FROM (SELECT ? AS org_code, ? AS stage, ? AS entry_year, ? AS class_no, ? AS left_on) AS n
          """, arguments: [label.orgCode, label.stage.rawValue, label.entryYear, label.number, date])
      guard isGone == true else { return nil }
      let key = RowKey([
        label.orgCode.databaseValue, label.stage.rawValue.databaseValue, label.entryYear.databaseValue,
        label.number.databaseValue,
      ])
      try graduate(.ofClass(key), on: date)
      return entry.key
    }
  }

  /// An imported entry may lack the limit it is held to.
  private func fillLimit(_ target: OversizeTarget, _ rules: SizeRules) throws {
    let entry = try self.entry(target)
    guard entry["limit_count"] as Int? == nil, let limit = try limit(target, entry, rules) else { return }
    try writer.set(target.table, target.key, ["limit_count": limit])
  }

  private func limit(_ target: OversizeTarget, _ entry: Row, _ rules: SizeRules) throws -> Int? {
    switch target {
    case .ofClass: return Stage(word: entry["stage"]).flatMap { rules.classLimit[$0] }
    case .ofSchool:
      let kind = try String.fetchOne(
        writer.db, sql: "SELECT kind FROM org WHERE org_code = ?", arguments: [entry["org_code"] as String])
      return kind.flatMap { rules.schoolLimit(of: $0) }
    }
  }

  /// - Throws: `RecordError.notFound`.
  private func entry(_ target: OversizeTarget) throws -> Row {
    guard let row = try writer.fetch(target.table, target.key) else {
      throw RecordError.notFound(table: target.table.label, row: target.key.text)
    }
    return row
  }

  private func wasStruckOff(_ target: OversizeTarget) throws -> Bool {
    try Bool.fetchOne(
      writer.db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM change WHERE table_name = ? AND row_key = ?
          AND json_extract(before, '$.state') IN ('已销号', '反弹'))
        """, arguments: [target.table.name, target.key.json]) ?? false
  }
}
