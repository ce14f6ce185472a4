package import GRDB

/// The seal on a packed file: whoever changes the file takes it off, in the transaction that changes it. So an honest
/// edit leaves a file without a seal, and a seal that does not fit means damage. The signatures over it go with it; without a seal
/// they say nothing.
package enum FileSeal {
  package static func isOn(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM seal)")) ?? false
  }

  /// A file without a seal is not touched: without its WHERE the statement would write the table's page again.
  package static func remove(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM seal WHERE true; DELETE FROM seal_signature WHERE true")
  }
}
