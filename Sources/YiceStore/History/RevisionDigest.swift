package import GRDB

/// Exclusive-or of all revision ids a file knows: one row to read tells whether two files know the same.
///
/// The ids are random, so a wrong match needs a collision in 63 bits; a lying digest can only make a file be ignored.
package enum RevisionDigest {
  package static func stored(_ db: Database, schema: String = "main") throws -> Int64 {
    try String.fetchOne(
      db, sql: "SELECT value FROM \(schema).file_info WHERE key = 'revision_digest'"
    ).flatMap { Int64($0) } ?? 0
  }

  /// Takes one more revision in.
  package static func include(_ revision: Int64, in db: Database) throws {
    try store(try stored(db) ^ revision, in: db)
  }

  package static func store(_ digest: Int64, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO file_info (key, value) VALUES ('revision_digest', ?)",
      arguments: [String(digest)])
  }
}
