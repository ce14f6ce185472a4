internal import GRDB

/// Statements that merging runs for file after file, compiled once a connection.
extension Database {
  func run(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

extension DatabaseValueConvertible where Self: StatementColumnConvertible {
  static func fetchOne(_ db: Database, cached sql: String) throws -> Self? {
    try fetchOne(db.cachedStatement(sql: sql))
  }

  static func fetchAll(_ db: Database, cached sql: String) throws -> [Self] {
    try fetchAll(db.cachedStatement(sql: sql))
  }
}

extension DatabaseValue {
  static func fetchOne(_ db: Database, cached sql: String) throws -> DatabaseValue? {
    try fetchOne(db.cachedStatement(sql: sql))
  }
}
