package import GRDB

/// A random word in `file_info` that is another after each write: one row to read tells whether a file is in a state in
/// which it was met before. A lying one can only make a file be ignored.
/// Decisions 0008 and 0086.
package enum FileState {
  package static let key = "state"

  package static func stored(_ db: Database, schema: String = "main") throws -> String {
    try String.fetchOne(db, sql: "SELECT value FROM \(schema).file_info WHERE key = '\(key)'") ?? ""
  }

  package static func renew(_ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO main.file_info (key, value) VALUES ('\(key)', lower(hex(randomblob(8))))")
  }
}
