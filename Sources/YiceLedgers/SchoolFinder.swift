package import GRDB
internal import YiceStore

/// Finds a school by what a person types.
package enum SchoolFinder {
  /// What commands hand on without knowing the database.
  package typealias Reader = Database

  /// Code of the school of that code, name or short name.
  /// - Throws: `LedgerError.noSchool`.
  package static func code(of word: String, _ db: Database) throws -> String {
    let code = try String.fetchOne(
      db,
      sql: "SELECT org_code FROM org WHERE org_code = ?1 OR name = ?1 OR short_name = ?1 ORDER BY org_code",
      arguments: [word])
    guard let code else { throw LedgerError.noSchool(word) }
    return code
  }

  /// Names of the schools of the file, the short one where there is one.
  package static func names(_ db: Database) throws -> [String: String] {
    var names: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT org_code, coalesce(short_name, name) FROM org") {
      names[row[0]] = row[1]
    }
    return names
  }
}
