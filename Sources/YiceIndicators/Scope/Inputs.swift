internal import GRDB
internal import YiceModel
internal import YiceStandards

/// Fills the temporary tables that the SQL starts from (SQL/10-inputs.sql).
enum Inputs {
  /// Everything but the scope, which needs the pupils.
  static func fill(
    _ db: Database, year: Int, schools: [School], profile: Profile, on day: String?,
    everyRelaxation: Bool = false
  ) throws {
    try db.execute(sql: "INSERT INTO chosen_year VALUES (?)", arguments: [year])
    try insert(
      db, "INSERT INTO school VALUES (?, ?)",
      schools.map { [$0.orgCode, profile.inclusion.kinds[$0.kind]?.stage?.rawValue] })
    try insert(
      db, "INSERT INTO element VALUES (?, ?, ?, ?, ?)",
      ElementReading.all.map {
        [$0.element.name, $0.register, $0.element.byStage ? 1 : 0, $0.needsRows ? 1 : 0, $0.relaxation]
      })
    try insert(
      db, "INSERT INTO indicator VALUES (?, ?)", profile.indicators.map { [$0.id, $0.per] })
    try insert(
      db, "INSERT INTO term VALUES (?, ?, ?)",
      profile.indicators.flatMap { rule in rule.terms.map { [rule.id, $0.element, $0.sign] } })
    try insert(db, "INSERT OR IGNORE INTO word VALUES (?, ?, ?)", words(profile.registers))
    try insert(
      db, "INSERT INTO weight VALUES (?, ?, ?)",
      weights(0, profile.weights.general) + weights(1, profile.weights.complete))
    try insert(db, "INSERT INTO setting VALUES (?, ?, ?)", settings(profile))
    try insert(
      db, "INSERT INTO stage_grades VALUES (?, ?, ?)",
      Stage.allCases.filter { $0 != .kindergarten }.map { stage in
        let grades = profile.stages.grades(of: stage)
        return [stage.rawValue, grades.lowerBound, grades.upperBound]
      })
    try sizes(db, profile)
    if let day { try relaxations(db, profile, on: day, every: everyRelaxation) }
  }

  /// What a relaxation adds is worked out as an indicator of its own, named R3+ beside R3.
  /// - Parameter every: also where no school has it.
  private static func relaxations(_ db: Database, _ profile: Profile, on day: String, every: Bool) throws {
    try db.execute(
      sql: "INSERT INTO relaxed SELECT org_code, item FROM relaxation WHERE expires_on >= ?",
      arguments: [day])
    let items =
      every
      ? Set(profile.relaxations.keys) : try String.fetchSet(db, sql: "SELECT DISTINCT item FROM relaxed")
    for id in items.sorted() where profile.relaxations[id] != nil {
      guard let rule = profile.indicator(id) else { continue }
      let readings = ElementReading.all.filter { $0.relaxation == id }
      guard !readings.isEmpty else { continue }
      try insert(db, "INSERT INTO indicator VALUES (?, ?)", [[id + "+", rule.per]])
      try insert(db, "INSERT INTO term VALUES (?, ?, ?)", readings.map { [id + "+", $0.element.name, 1] })
    }
  }

  /// The limits of classes and schools; every kind of school has one.
  private static func sizes(_ db: Database, _ profile: Profile) throws {
    let sizes = profile.sizes
    try insert(
      db, "INSERT INTO class_limit VALUES (?, ?)", sizes.classLimit.map { [$0.key.rawValue, $0.value] })
    try insert(
      db, "INSERT INTO school_limit VALUES (?, ?, ?)",
      Set(profile.inclusion.kinds.keys).union(sizes.schoolLimit.keys).map {
        [$0, sizes.schoolLimit(of: $0), sizes.relaxedSchoolLimit(of: $0)]
      })
  }

  private static func settings(_ profile: Profile) -> [[(any DatabaseValueConvertible)?]] {
    profile.items.flatMap { item in
      item.limits.map { [item.id, $0.key, $0.value] }
        + item.relaxed.map { [item.id, "relaxed_" + $0.key, $0.value] }
    } + profile.relaxations.flatMap { id, numbers in numbers.map { [id, $0.key, $0.value] } }
      + profile.programme.numbers.map { ["programme", $0.id, $0.value] }
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
      + UnderstoodWords.all.flatMap { one in one.words(rule).map { [one.list, "", $0] } }
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
