package import GRDB

extension Demand {
  /// Its rows, in the order they are printed; `org_code` says whose each is, NULL: the county's.
  /// - Throws: `DatabaseError`.
  package func rows(_ db: Database, _ question: DemandQuestion) throws -> [Row] {
    try Row.fetchAll(db, sql: query, arguments: question.arguments)
  }

  /// Its lines of `status`.
  /// - Throws: `DatabaseError`.
  package func lines(_ db: Database, _ question: DemandQuestion) throws -> [ProgrammeLine] {
    guard let status else { return [] }
    return try Row.fetchAll(
      db, sql: "WITH demand AS (\n\(query)\n)\n\(status)", arguments: question.arguments
    ).map { row in
      ProgrammeLine(
        section: section, name: row["name"], total: row["total"] ?? 0, done: row["done"],
        overdue: row["overdue"],
        remark: row["remark"])
    }
  }
}
