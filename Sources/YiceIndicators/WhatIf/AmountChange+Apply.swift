internal import GRDB
internal import YiceModel

/// Changes go into the temporary tables between two steps of the SQL; the file is not touched.
extension AmountChange {
  /// Pupils, before the scope is drawn: a 教学点 may grow past its mark.
  /// - Throws: `ChangeError`.
  static func applyPupils(_ changes: [AmountChange], to db: Database) throws {
    for change in changes where change.element.name == "学生数" { try change.applyPupils(db) }
  }

  /// All other amounts, after they were read from registers and statements.
  /// - Throws: `ChangeError`.
  static func apply(_ changes: [AmountChange], to db: Database) throws {
    for change in changes where change.element.name != "学生数" { try change.applyAmount(db) }
  }

  private func resolvedStage(_ db: Database) throws -> String {
    guard element.byStage else { return stage?.rawValue ?? "" }
    if let stage { return stage.rawValue }
    let only = try String.fetchOne(
      db, sql: "SELECT only_stage FROM school WHERE org_code = ?", arguments: [orgCode])
    guard let only else { throw ChangeError.stageNeeded(orgCode, element: element.name) }
    return only
  }

  private func applyPupils(_ db: Database) throws {
    let stage = try resolvedStage(db)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT campus, pupils FROM school_pupils WHERE org_code = ? AND stage = ? ORDER BY pupils DESC, campus
        """, arguments: [orgCode, stage])
    let has: Int = rows.reduce(0) { $0 + ($1["pupils"] as Int) }
    let wanted =
      switch kind {
      case .add(let amount): has + Int(amount.rounded())
      case .set(let amount): Int(amount.rounded())
      }
    guard wanted >= 0 else {
      throw ChangeError.belowZero(orgCode, element: element.name, has: Double(has))
    }
    guard let first = rows.first else {
      try db.execute(
        sql: "INSERT INTO school_pupils VALUES (?, ?, '', ?, '填报值')", arguments: [orgCode, stage, wanted])
      return
    }
    // The largest campus grows; shrinking empties one campus after the other.
    var left = wanted - has
    if left > 0 { try put(db, stage, first, (first["pupils"] as Int) + left) }
    for row in rows where left < 0 {
      let taken = min(row["pupils"], -left)
      try put(db, stage, row, (row["pupils"] as Int) - taken)
      left += taken
    }
  }

  private func put(_ db: Database, _ stage: String, _ row: Row, _ pupils: Int) throws {
    try db.execute(
      sql: "UPDATE school_pupils SET pupils = ? WHERE org_code = ? AND stage = ? AND campus = ?",
      arguments: [pupils, orgCode, stage, row["campus"] as String])
  }

  private func applyAmount(_ db: Database) throws {
    let stage = try resolvedStage(db)
    let counted = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM scope WHERE org_code = ?)", arguments: [orgCode])
    guard counted == true else { throw ChangeError.notCounted(orgCode) }
    let has = try Int64.fetchOne(
      db, sql: "SELECT sum(amount_e4) FROM amount WHERE org_code = ? AND element = ? AND stage = ?",
      arguments: [orgCode, element.name, stage])
    let amount: Int64
    switch kind {
    case .add(let value):
      amount = Int64((value * 10_000).rounded())
      if has == nil, try !keepsRegister(db) {
        throw ChangeError.missing(orgCode, element: element.name)
      }
      guard (has ?? 0) + amount >= 0 else {
        throw ChangeError.belowZero(orgCode, element: element.name, has: Double(has ?? 0) / 10_000)
      }
    case .set(let value):
      amount = Int64((value * 10_000).rounded())
      guard amount >= 0 else { throw ChangeError.belowZero(orgCode, element: element.name, has: 0) }
      try db.execute(
        sql: "DELETE FROM amount WHERE org_code = ? AND element = ? AND stage = ?",
        arguments: [orgCode, element.name, stage])
    }
    try db.execute(
      sql: "INSERT INTO amount VALUES (?, ?, ?, NULL, ?, '填报值')",
      arguments: [orgCode, element.name, stage, amount])
  }

  private func keepsRegister(_ db: Database) throws -> Bool {
    guard let register = ElementReading.of(element)?.register else { return false }
    let kept = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM kept WHERE org_code = ? AND register = ?)",
      arguments: [orgCode, register])
    return kept == true
  }
}
