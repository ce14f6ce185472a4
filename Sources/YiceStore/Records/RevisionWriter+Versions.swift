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
    try set(table, key, values, keepingSiblings: true)
  }

  /// The row as the table shows it, `rev` included.
  package func current(_ table: CatalogTable, _ key: RowKey) throws -> Row? { try fetch(table, key) }

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

  /// The key as a person types it; as it stands when it is none of this table's.
  package static func name(_ db: Database, _ table: CatalogTable, json: String) throws -> String {
    try key(db, table, json: json)?.text ?? json
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
