package import GRDB

/// Decision 0096.
extension RowKey {
  /// The row of this key; nil where there is none.
  /// - Parameter columns: as SQL, out of the catalogue.
  package func fetch(_ db: Database, _ table: CatalogTable, columns: String = "*") throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(columns) FROM \(table.name) WHERE \(table.keyMatch())"),
      arguments: StatementArguments(values))
  }

  /// Reads a key as a person types it; where a part holds a `/` that was typed as it is (编号 2022/03), the rows of the
  /// table say which one is meant: its parts joined are what was typed, with or without the file's own org and year.
  /// - Throws: `RecordError.keyForm`; a key of the right form may still be no row's.
  package static func find(_ text: String, in table: CatalogTable, file: FileInfo, _ db: Database) throws
    -> RowKey
  {
    let read: Result<RowKey, any Error>
    do {
      let key = try RowKey(text, in: table, file: file)
      if try key.fetch(db, table, columns: "1") != nil { return key }
      read = .success(key)
    } catch {
      read = .failure(error)
    }
    if let named = try named(text, in: table, file: file, db) { return named }
    if text.contains("/") || text.contains("\\") {
      let found = try joined(text, table, file, db)
      if found.count == 1 { return found[0] }
    }
    return try read.get()
  }

  /// Rows whose joined key is the text, or ends in it where the org, or org and year, were left out.
  private static func joined(_ text: String, _ table: CatalogTable, _ file: FileInfo, _ db: Database) throws
    -> [RowKey]
  {
    var wholes = [text]
    if table.key.first == "org_code" {
      wholes.append("\(file.orgCode)/\(text)")
      if table.key.dropFirst().first == "school_year", let year = file.schoolYear {
        wholes.append("\(file.orgCode)/\(year)/\(text)")
      }
    }
    let marks = wholes.map { _ in "?" }.joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(table.key.joined(separator: ", ")) FROM \(table.name)
        WHERE \(table.keyText()) IN (\(marks)) LIMIT 2
        """, arguments: StatementArguments(wholes)
    ).map { row in RowKey(row.map { $0.1 }) }
  }
}
