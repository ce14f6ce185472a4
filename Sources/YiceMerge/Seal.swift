package import GRDB
package import YiceStore

/// The seal inside a packed file: rows and digest of every table when it was packed.
package enum Seal {
  /// Writes the seal for the content as it is.
  package static func write(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM seal")
    for table in TableCatalog.tables {
      let (rows, digest) = try ContentDigest.of(table, db)
      try db.execute(sql: "INSERT INTO seal VALUES (?, ?, ?)", arguments: [table.name, rows, digest])
    }
  }

  /// Tables whose content is not what the seal says; nil when the file has no seal.
  package static func broken(_ db: Database) throws -> [CatalogTable]? {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM seal")
    guard !rows.isEmpty else { return nil }
    var sealed: [String: (Int, String)] = [:]
    for row in rows { sealed[row["table_name"]] = (row["rows"], row["digest"]) }
    return try TableCatalog.tables.filter { table in
      let (rows, digest) = try ContentDigest.of(table, db)
      return sealed[table.name].map { $0 != (rows, digest) } ?? (rows > 0)
    }
  }
}
