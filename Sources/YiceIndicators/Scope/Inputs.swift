internal import GRDB
internal import YiceModel
internal import YiceStandards

/// Fills the temporary tables that the SQL starts from (SQL/10-inputs.sql).
enum Inputs {
  /// Everything but the scope, which needs the pupils.
  static func fill(_ db: Database, year: Int, schools: [School], profile: Profile) throws {
    try db.execute(sql: "INSERT INTO chosen_year VALUES (?)", arguments: [year])
    try insert(
      db, "INSERT INTO school VALUES (?, ?)",
      schools.map { [$0.orgCode, profile.inclusion.kinds[$0.kind]?.stage?.rawValue] })
    try insert(
      db, "INSERT INTO element VALUES (?, ?, ?)",
      Element.all.map { [$0.name, ElementRegister.table(of: $0), $0.byStage ? 1 : 0] })
    try insert(
      db, "INSERT INTO indicator VALUES (?, ?)", profile.indicators.map { [$0.id, $0.per] })
    try insert(
      db, "INSERT INTO term VALUES (?, ?, ?)",
      profile.indicators.flatMap { rule in rule.terms.map { [rule.id, $0.element, $0.sign] } })
    try insert(db, "INSERT OR IGNORE INTO word VALUES (?, ?, ?)", words(profile.registers))
    try insert(
      db, "INSERT INTO weight VALUES (?, ?, ?)",
      weights(0, profile.weights.general) + weights(1, profile.weights.complete))
  }

  static func fill(_ db: Database, scope: Scope) throws {
    try insert(
      db, "INSERT INTO scope VALUES (?, ?)",
      scope.into.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
  }

  private static func words(_ rule: RegisterRule) -> [[(any DatabaseValueConvertible)?]] {
    rule.lists.flatMap { list, words in words.map { [list, "", $0] } }
      + rule.aboveQualification.flatMap { stage, words in
        words.map { ["above_qualification", stage.rawValue, $0] }
      }
  }

  private static func weights(
    _ complete: Int, _ weights: [Stage: Double]
  ) -> [[(any DatabaseValueConvertible)?]] {
    weights.map { [complete, $0.key.rawValue, Int64(($0.value * 10_000).rounded())] }
  }

  private static func insert(
    _ db: Database, _ sql: String, _ rows: [[(any DatabaseValueConvertible)?]]
  ) throws {
    let statement = try db.makeStatement(sql: sql)
    for row in rows { try statement.execute(arguments: StatementArguments(row)) }
  }
}
