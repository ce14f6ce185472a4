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
        sql: "INSERT INTO school_pupils VALUES (?, ?, ?, ?, '填报值')",
        arguments: [orgCode, stage, orgCode + "/", wanted])
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
    let has = try self.has(db, stage)
    let added: Int64
    switch kind {
    case .add(let value):
      added = Int64((value * 10_000).rounded())
      if has == nil, try !isTold(db, stage) { throw ChangeError.missing(orgCode, element: element.name) }
      guard (has ?? 0) + added >= 0 else {
        throw ChangeError.belowZero(orgCode, element: element.name, has: Double(has ?? 0) / 10_000)
      }
      try put(db, stage, added)
    case .set(let value):
      let amount = Int64((value * 10_000).rounded())
      guard amount >= 0 else { throw ChangeError.belowZero(orgCode, element: element.name, has: 0) }
      let replaced = try Int64.fetchOne(
        db, sql: "SELECT sum(amount_e4) FROM amount WHERE org_code = ? AND element = ? AND \(ofStage(stage))",
        arguments: [orgCode, element.name, stage])
      added = amount - (replaced ?? 0)
      try db.execute(
        sql: "DELETE FROM amount WHERE org_code = ? AND element = ? AND \(ofStage(stage))",
        arguments: [orgCode, element.name, stage])
      try put(db, stage, amount)
    }
    // 室内体育用房 is part of 教学及辅助用房: the whole moves with it, where it is known.
    guard let whole = element.whole.flatMap(Element.named) else { return }
    let part = AmountChange(orgCode: orgCode, element: whole, stage: self.stage, kind: .add(0))
    guard try part.has(db, stage) != nil || part.isTold(db, stage) else { return }
    try part.put(db, stage, added)
  }

  /// Which amounts a change touches: those of the 学段; of the whole school's, all, for a school may have stated them by 学段.
  private func ofStage(_ stage: String) -> String {
    element.byStage || !stage.isEmpty ? "stage = ?" : "? = ''"
  }

  /// What the school has, in ten-thousandths; nil: nothing.
  private func has(_ db: Database, _ stage: String) throws -> Int64? {
    // An addition to one 学段 of what the whole school shares leans on the whole.
    let lines = element.byStage ? "stage = ?" : "stage IN ('', ?) OR ? = ''"
    return try Int64.fetchOne(
      db, sql: "SELECT sum(amount_e4) FROM amount WHERE org_code = ? AND element = ? AND (\(lines))",
      arguments: element.byStage
        ? [orgCode, element.name, stage] : [orgCode, element.name, stage, stage])
  }

  private func put(_ db: Database, _ stage: String, _ amount: Int64) throws {
    try db.execute(
      sql: "INSERT INTO amount VALUES (?, ?, ?, NULL, ?, '填报值')",
      arguments: [orgCode, element.name, stage, amount])
  }

  private func isTold(_ db: Database, _ stage: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM told WHERE org_code = ? AND element = ? AND stage = ?)",
      arguments: [orgCode, element.name, element.byStage ? stage : ""]) ?? false
  }
}
