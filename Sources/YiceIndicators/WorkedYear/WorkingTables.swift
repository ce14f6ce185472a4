internal import GRDB

/// The temporary tables of one computation: made and filled by its steps, dropped at its end, known by a number.
/// Decision 0117.
struct WorkingTables {
  private let db: Database
  private let number: Int64

  /// A table of one row that says whose tables these are.
  private static let owner = "worked_year"

  /// Whatever the body leaves in the connection's temporary schema is dropped after it, also when it throws.
  /// - Throws: `WorkedYear.Misuse.another`, `DatabaseError`, and what the body throws.
  static func during<T>(_ db: Database, _ body: (WorkingTables) throws -> T) throws -> T {
    guard try current(db) == nil else { throw WorkedYear.Misuse.another }
    let others = Set(try objects(db).map(\.name))
    let tables = WorkingTables(db: db, number: .random(in: 1...Int64.max))
    do {
      try db.execute(sql: "CREATE TEMP TABLE \(owner) (number INTEGER NOT NULL)")
      try db.execute(sql: "INSERT INTO temp.\(owner) VALUES (?)", arguments: [tables.number])
      let result = try body(tables)
      try drop(db, but: others)
      return result
    } catch {
      // What went wrong first is what is told.
      try? drop(db, but: others)
      throw error
    }
  }

  /// The connection, as long as the tables on it are these.
  /// - Throws: `WorkedYear.Misuse.over`.
  func current() throws -> Database {
    guard try WorkingTables.current(db) == number else { throw WorkedYear.Misuse.over }
    return db
  }

  private static func current(_ db: Database) throws -> Int64? {
    guard try objects(db).contains(where: { $0.name == owner }) else { return nil }
    return try Int64.fetchOne(db, sql: "SELECT number FROM temp.\(owner)")
  }

  private static func drop(_ db: Database, but others: Set<String>) throws {
    for object in try objects(db) where !others.contains(object.name) {
      try db.execute(sql: "DROP \(object.type) temp.\(object.name.quotedDatabaseIdentifier)")
    }
  }

  /// Tables and views, those first that read others.
  private static func objects(_ db: Database) throws -> [(type: String, name: String)] {
    try Row.fetchAll(
      db,
      sql:
        "SELECT type, name FROM sqlite_temp_schema WHERE type IN ('table', 'view') ORDER BY type DESC, name"
    ).map { ($0["type"], $0["name"]) }
  }
}
