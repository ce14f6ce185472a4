package import GRDB
internal import YiceModel
package import YiceStandards

/// What the SQL of the figures starts from: the working tables that the program fills, for engines that run the files from
/// SQL/20 on elsewhere. Decision 0201.
package enum StartingTables {
  /// Filled from the standard and the year, the same for every county that uses it.
  package static let rules = ["chosen_year", "element", "indicator", "term", "word", "weight", "setting"]

  /// Filled from the county's schools, with their columns.
  package static let schools = [
    (name: "school", columns: ["org_code", "only_stage"]),
    (name: "scope", columns: ["org_code", "into_code"]),
    (name: "relaxed", columns: ["org_code", "item"]),
  ]

  /// The files that give table `segment_value`, in their order, without what is SQLite's own; 95 adds up one county.
  package static let files = IndicatorSQL.files.filter { !skipped.contains($0.name) }
    .map { (name: $0.name, text: IndicatorSQL.portable($0.text)) }

  /// A view for single items, and findings.
  private static let skipped = ["21-room-use", "99-doubtful-rows"]

  /// Fills them, and leaves nothing behind. Run it inside `YiceFile.readWithTemporaryTables`.
  ///
  /// Every relaxation of the standard is among the indicators (R3+), whether a school has it or not.
  /// - Parameter county: in a city's or a province's file; nil: the whole file.
  /// - Throws: `DatabaseError`, `WorkedYear.Misuse.another`, and what the body throws.
  package static func with<T>(
    _ db: Database, _ question: Question, county: String?, _ body: () throws -> T
  ) throws -> T {
    try WorkingTables.during(db) { _ in
      let schools = try School.all(db).filter { county == nil || $0.countyCode == county }
      _ = try Indicators.scope(
        db, year: question.year, schools: schools, profile: question.profile, on: question.day,
        everyRelaxation: true)
      return try body()
    }
  }

  /// The rules as statements that fill the tables of SQL/10.
  /// - Throws: `DatabaseError`.
  package static func ruleStatements(_ db: Database) throws -> String {
    try rules.map { table in
      let rows = try Row.fetchAll(db, sql: "SELECT * FROM temp.\(table)")
      let lines = rows.map { row in "  (" + row.databaseValues.map(literal).joined(separator: ", ") + ")" }
      guard !lines.isEmpty else { return "" }
      return "INSERT INTO \(table) VALUES\n" + lines.sorted().joined(separator: ",\n") + ";\n"
    }.joined(separator: "\n")
  }

  private static func literal(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "NULL"
    case .int64(let number): "\(number)"
    case .double(let number): "\(number)"
    case .string(let text): ReadingCondition.quoted(text)
    case .blob: "NULL"
    }
  }
}
