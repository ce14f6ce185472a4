package import GRDB
package import YiceStore

/// One row with several live versions of different content.
package struct Conflict: Sendable {
  /// One live version.
  package struct Version: Sendable {
    package let rev: Int64
    /// Who wrote it, when, in which file; nil when the revision is not known (a history cut by hand).
    package let entry: HistoryEntry?
    /// Values by column, all columns but rev.
    package let values: [String: DatabaseValue]
    /// The version that the table shows.
    package let isShown: Bool
  }

  package let table: CatalogTable
  /// JSON array of the key's values.
  package let rowKey: String
  package let key: RowKey
  /// The version shown first, then the others, oldest first.
  package let versions: [Version]

  /// Short name to type; the same in every copy of the file.
  package var id: String { String(RandomID.text(from: [table.name, rowKey]).prefix(6)) }

  /// Columns in which the versions differ.
  package var differingColumns: [CatalogColumn] {
    table.columns.filter { column in
      Set(versions.map { $0.values[column.name] ?? .null }).count > 1
    }
  }
}

extension Conflict {
  /// All rows that wait for a decision.
  package static func all(_ db: Database) throws -> [Conflict] {
    try TableCatalog.tables.flatMap { table in
      try ConflictQuery.keys(db, table).map { try Conflict(db, table, rowKey: $0) }
    }
  }

  init(_ db: Database, _ table: CatalogTable, rowKey: String) throws {
    self.table = table
    self.rowKey = rowKey
    let match = table.key.enumerated()
      .map { "t.\($0.element) = json_extract(?1, '$[\($0.offset)]')" }.joined(separator: " AND ")
    let shown = try Row.fetchAll(
      db, sql: "SELECT \(table.columnList("t.")), t.rev FROM \(table.name) AS t WHERE \(match)",
      arguments: [rowKey])
    let others = try Row.fetchAll(
      db,
      sql: """
        SELECT \(table.columns.map { "json_extract(s.content, '$.\($0.name)') AS \($0.name)" }.joined(separator: ", ")),
          s.rev
        FROM sibling AS s LEFT JOIN revision AS r ON r.id = s.rev
        WHERE s.table_name = '\(table.name)' AND s.row_key = ?1 ORDER BY r.at, s.rev
        """, arguments: [rowKey])
    let versions = try (shown.map { ($0, true) } + others.map { ($0, false) }).map { row, isShown in
      var values: [String: DatabaseValue] = [:]
      for column in table.columns { values[column.name] = Conflict.stored(row[column.name], as: column.type) }
      return Version(
        rev: row["rev"], entry: try HistoryQuery.entry(db, id: row["rev"]), values: values, isShown: isShown)
    }
    self.versions = versions
    key = RowKey(table.key.map { versions.first?.values[$0] ?? .null })
  }

  /// JSON makes 12.0 of a REAL column's 12 sometimes an integer; compare what the column stores.
  private static func stored(_ value: DatabaseValue, as type: ColumnType) -> DatabaseValue {
    guard type == .decimal || type == .signedDecimal, let number = Double.fromDatabaseValue(value) else {
      return value
    }
    return number.databaseValue
  }
}
