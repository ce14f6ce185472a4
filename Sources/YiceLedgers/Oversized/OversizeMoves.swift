internal import GRDB
internal import YiceModel
package import YiceStandards
package import YiceStore

/// What is done with entries of 大班额台账: later counts, asking to strike off, striking off. Every step writes through
/// the ledger's state machine.
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

  /// Keeps a later head count; an entry that was struck off, or was to be, and is above the limit again comes back.
  @discardableResult
  package func count(_ key: RowKey, heads: Int, on date: String, by name: String?, evidence: String?) throws
    -> Effect
  {
    let entry = try self.entry(key)
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
    guard let limit = entry["limit_count"] as Int? else { return .within }
    let newest = try Int.fetchOne(
      writer.db,
      sql: """
        SELECT head_count FROM oversized_recount WHERE org_code = ? AND stage = ? AND entry_year = ? AND class_no = ?
        ORDER BY counted_on DESC LIMIT 1
        """, arguments: StatementArguments(key.values))
    guard let newest, newest > limit else { return .within }
    switch entry["state"] as String {
    case "已销号":
      try writer.set(.oversizedClass, key, ["state": "反弹"])
      return .rebound
    case "拟销号":
      let was = try wasStruckOff(key)
      try writer.set(.oversizedClass, key, ["state": was ? "反弹" : "在册"])
      return was ? .rebound : .back
    default: return .above
    }
  }

  /// The latest class rolls of a year as recounts of every entry that is in them.
  /// - Returns: each entry with its count and what it did.
  package func countFromRolls(year: Int, on date: String) throws -> [(
    key: RowKey, heads: Int, effect: Effect
  )] {
    let rows = try Row.fetchAll(
      writer.db,
      sql: """
        SELECT o.org_code, o.stage, o.entry_year, o.class_no, c.head_count FROM oversized_class AS o
        JOIN class_roll AS c ON c.org_code = o.org_code AND c.stage = o.stage AND c.entry_year = o.entry_year
          AND c.class_no = o.class_no AND c.school_year = ?
        WHERE o.filed_on < ? ORDER BY o.org_code, o.stage, o.entry_year, o.class_no
        """, arguments: [year, date])
    return try rows.map { row in
      let key = RowKey((0..<4).map { row[$0] })
      let effect = try count(key, heads: row[4], on: date, by: nil, evidence: "\(year)学年班级册")
      return (key, row[4], effect)
    }
  }

  /// Asks for striking off: the latest count is within the limit.
  package func propose(_ key: RowKey, rules: SizeRules) throws {
    try fillLimit(key, rules)
    try writer.set(.oversizedClass, key, ["state": "拟销号"])
  }

  /// Strikes off.
  package func strike(_ key: RowKey, by verifier: String?, on date: String, basis: String?) throws {
    if try entry(key)["state"] != "拟销号" { try writer.set(.oversizedClass, key, ["state": "拟销号"]) }
    try writer.set(
      .oversizedClass, key,
      ["state": "已销号", "struck_on": date, "verifier": verifier, "struck_basis": basis])
    try writer.add(
      .verdict,
      [
        "org_code": key.values[0], "subject_table": "oversized_class", "subject_key": key.text,
        "result": "通过",
        "verified_on": date, "verifier": verifier, "reason": basis,
      ])
  }

  /// An imported entry may lack the limit it is held to.
  private func fillLimit(_ key: RowKey, _ rules: SizeRules) throws {
    let entry = try self.entry(key)
    guard entry["limit_count"] as Int? == nil,
      let limit = Stage(word: entry["stage"]).flatMap({ rules.classLimit[$0] })
    else { return }
    try writer.set(.oversizedClass, key, ["limit_count": limit])
  }

  private func entry(_ key: RowKey) throws -> Row {
    let match = CatalogTable.oversizedClass.key.map { "\($0) = ?" }.joined(separator: " AND ")
    let row = try Row.fetchOne(
      writer.db, sql: "SELECT * FROM oversized_class WHERE \(match)",
      arguments: StatementArguments(key.values))
    guard let row else { throw RecordError.notFound(table: "大班额台账", row: key.text) }
    return row
  }

  private func wasStruckOff(_ key: RowKey) throws -> Bool {
    try Bool.fetchOne(
      writer.db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM change WHERE table_name = 'oversized_class' AND row_key = ?
          AND json_extract(before, '$.state') IN ('已销号', '反弹'))
        """, arguments: [key.json]) ?? false
  }
}
