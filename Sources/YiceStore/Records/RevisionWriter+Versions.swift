package import GRDB

/// Writing beside versions that others wrote, as a merge would leave them.
extension RevisionWriter {
  /// Writes a version of a row that was made without knowing the present one: the table shows the new version (the
  /// later of two equals, as in a merge), and the present one stays as its sibling until a person decides.
  /// - Parameter values: of every column outside the key that the version has.
  /// - Throws: `RecordError`.
  package func keepBoth(_ table: CatalogTable, _ key: RowKey, _ values: RowValues) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO sibling (table_name, row_key, rev, org_code, content)
        SELECT '\(table.name)', \(table.keyJSON()), rev, org_code, \(table.rowJSON())
        FROM \(table.name) WHERE \(table.key.map { "\($0) = ?" }.joined(separator: " AND "))
        """, arguments: StatementArguments(key.values))
    try replace(table, key, values)
  }

  /// Changes the shown version of a row and leaves its siblings as they are: whoever made the change did not see them.
  /// - Throws: `RecordError`.
  package func replace(_ table: CatalogTable, _ key: RowKey, _ values: RowValues) throws {
    guard let row = try fetch(table, key) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    guard !table.appendOnly else { throw RecordError.appendOnly(table: table.label) }
    try Authority.require(file.role, in: table) { row[$0] }
    try Authority.require(file.role, in: table) { values.text($0) ?? row[$0] }
    let columns = table.valueColumns.filter { values.gives($0.name) }
    let match = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT ?, '\(table.name)', \(table.keyJSON()), rev, org_code, 'update', \(table.rowJSON())
        FROM \(table.name) WHERE \(match) AND rev <> ?
        """, arguments: StatementArguments([rev.databaseValue] + key.values + [rev.databaseValue]))
    try db.execute(
      sql: """
        UPDATE \(table.name) SET \(columns.map { "\($0.name) = ?, " }.joined()) rev = ? WHERE \(match)
        """,
      arguments: StatementArguments(columns.map { values[$0.name] } + [rev.databaseValue] + key.values))
    count(.changed, table)
  }

  /// The row as the table shows it, `rev` included.
  package func current(_ table: CatalogTable, _ key: RowKey) throws -> Row? { try fetch(table, key) }

  /// Whether other versions of the row wait for a decision.
  package func waits(_ table: CatalogTable, _ key: RowKey) throws -> Bool { try hasSiblings(table, key) }
}

/// Earlier and other versions of rows.
package enum RowVersions {
  /// The version of a row that a revision wrote, when the history or a sibling still holds it.
  /// - Parameter key: a JSON array, as `change.row_key` keeps it.
  package static func version(_ db: Database, _ table: CatalogTable, key: String, rev: Int64) throws -> Row? {
    let columns = table.columns.map { "json_extract(content, '$.\($0.name)') AS \($0.name)" }
    return try Row.fetchOne(
      db,
      sql: """
        SELECT \(columns.joined(separator: ", ")) FROM (
          SELECT before AS content FROM change WHERE table_name = ?1 AND row_key = ?2 AND before_rev = ?3
          UNION ALL
          SELECT content FROM sibling WHERE table_name = ?1 AND row_key = ?2 AND rev = ?3)
        LIMIT 1
        """, arguments: [table.name, key, rev])
  }

  /// The key that a JSON array holds; nil when it is none of this table's.
  package static func key(_ db: Database, _ table: CatalogTable, json: String) throws -> RowKey? {
    let parts = table.key.indices.map { "json_extract(?1, '$[\($0)]')" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      db, sql: "SELECT \(parts) WHERE json_valid(?1) AND json_array_length(?1) = \(table.key.count)",
      arguments: [json])
    return row.map { row in RowKey(row.map { $0.1 }) }
  }
}
