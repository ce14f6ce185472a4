package import GRDB

/// Writing beside versions that others wrote, as a merge would leave them.
extension RevisionWriter {
  /// Writes a version of a row that was made without knowing the present one: both stay until a person decides.
  /// - Parameters:
  ///   - values: of every column outside the key that the version has.
  ///   - base: the version that it was made from, and its revision: the present one was made from it too. nil: from none.
  /// - Throws: `RecordError`.
  package func keepBoth(
    _ table: CatalogTable, _ key: RowKey, _ values: RowValues, base: (rev: Int64, row: Row)? = nil
  ) throws {
    var live = try LiveVersions(db, table, rowKey: key.json)
    guard !live.versions.isEmpty else { throw RecordError.notFound(table: table.label, row: key.text) }
    var columns: [String: DatabaseValue] = [:]
    for column in table.columns {
      columns[column.name] = values.gives(column.name) ? values[column.name] : .null
    }
    for (name, value) in zip(table.key, key.values) { columns[name] = value }
    let missing = table.columns.filter { $0.required && columns[$0.name, default: .null].isNull }
    guard missing.isEmpty else {
      throw RecordError.missing(table: table.label, row: " \(key.text) ", columns: missing.map(\.label))
    }
    // Where the right to a change hangs on what it changes, the history says what that was.
    if let base, table.areaClass == .shared {
      let image = try json(of: table) { base.row[$0] ?? .null }
      try keep(.init(rev: base.rev, content: image), table, key.json, kind: "update")
    }
    try live.replace(
      db, going: [], coming: [.init(rev: rev, content: try json(of: table) { columns[$0] ?? .null })],
      by: self)
    count(.changed, table)
  }

  /// The JSON object of a row, as SQLite makes it for the history.
  private func json(of table: CatalogTable, _ value: (String) -> DatabaseValue) throws -> String {
    let parts = table.columns.map { "'\($0.name)', ?" }.joined(separator: ", ")
    return try String.fetchOne(
      db, sql: "SELECT json_object(\(parts))",
      arguments: StatementArguments(table.columns.map { value($0.name) })) ?? "{}"
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
      db.cachedStatement(
        sql: """
          SELECT \(columns.joined(separator: ", ")) FROM (
            SELECT before AS content FROM change WHERE table_name = ?1 AND row_key = ?2 AND before_rev = ?3
            UNION ALL
            SELECT content FROM sibling WHERE table_name = ?1 AND row_key = ?2 AND rev = ?3)
          LIMIT 1
          """), arguments: [table.name, key, rev])
  }

  /// The key as a person types it; as it stands when it is none of this table's.
  package static func name(_ db: Database, _ table: CatalogTable, json: String) throws -> String {
    try key(db, table, json: json)?.text ?? json
  }

  /// The key that a JSON array holds; nil when it is none of this table's.
  package static func key(_ db: Database, _ table: CatalogTable, json: String) throws -> RowKey? {
    let parts = table.key.indices.map { "json_extract(?1, '$[\($0)]')" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT \(parts) WHERE json_valid(?1) AND json_array_length(?1) = \(table.key.count)"),
      arguments: [json])
    return row.map { row in RowKey(row.map { $0.1 }) }
  }
}
