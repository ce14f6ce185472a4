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
  /// The version shown first, then the others, oldest first; at most `versionLimit` of them.
  package let versions: [Version]
  /// Versions beyond those.
  package let more: Int

  /// Nobody decides between more versions side by side, and a file that was tampered with may hold any number.
  package static let versionLimit = 10

  /// Short name to type; the same in every copy of the file.
  package var id: String { Conflict.id(table, rowKey) }

  static func id(_ table: CatalogTable, _ rowKey: String) -> String {
    String(RandomID.text(from: [table.name, rowKey]).prefix(6))
  }

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
    var entries = Entries()
    return try ConflictQuery.tables(db).flatMap { table in
      try ConflictQuery.keys(db, table).map { try Conflict(db, table, rowKey: $0, &entries) }
    }
  }

  /// The conflict of that short id; nil when there is none. Only its own versions are read.
  package static func find(_ id: String, _ db: Database) throws -> Conflict? {
    for table in try ConflictQuery.tables(db) {
      for key in try ConflictQuery.keys(db, table) where Conflict.id(table, key) == id {
        var entries = Entries()
        return try Conflict(db, table, rowKey: key, &entries)
      }
    }
    return nil
  }

  private init(_ db: Database, _ table: CatalogTable, rowKey: String, _ entries: inout Entries) throws {
    self.table = table
    self.rowKey = rowKey
    let shown = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(table.columnList("t.")), t.rev FROM \(table.name) AS t
          WHERE \(table.keyMatch(of: "t.", inJSON: "?1"))
          """), arguments: [rowKey])
    let waiting =
      try Int.fetchOne(
        db.cachedStatement(
          sql: "SELECT count(*) FROM sibling WHERE table_name = '\(table.name)' AND row_key = ?1"),
        arguments: [rowKey]) ?? 0
    let others = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(table.columnsFromJSON("s.content")), s.rev
          FROM (SELECT w.rev AS rev, (SELECT max(r.at) FROM revision AS r WHERE r.id = w.rev) AS at
            FROM sibling AS w WHERE w.table_name = '\(table.name)' AND w.row_key = ?1
            ORDER BY at, w.rev LIMIT ?2) AS f
          CROSS JOIN sibling AS s ON s.table_name = '\(table.name)' AND s.row_key = ?1 AND s.rev = f.rev
          ORDER BY f.at, f.rev
          """), arguments: [rowKey, Conflict.versionLimit - shown.count])
    more = waiting - others.count
    let versions = try (shown.map { ($0, true) } + others.map { ($0, false) }).map { row, isShown in
      var values: [String: DatabaseValue] = [:]
      for (index, column) in table.columns.enumerated() {
        values[column.name] = Conflict.stored(row[index], as: column.type)
      }
      let rev: Int64 = row[table.columns.count]
      return Version(rev: rev, entry: try entries.entry(db, rev), values: values, isShown: isShown)
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

/// Revisions looked up once: many conflicts come from few of them.
private struct Entries {
  private var known: [Int64: HistoryEntry?] = [:]

  mutating func entry(_ db: Database, _ rev: Int64) throws -> HistoryEntry? {
    if let entry = known[rev] { return entry }
    let entry = try HistoryQuery.entry(db, id: rev)
    known[rev] = .some(entry)
    return entry
  }
}
