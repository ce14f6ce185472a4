package import GRDB

/// One revision as `log` lists it.
package struct HistoryEntry: Sendable {
  package let id: Int64
  package let at: String
  package let orgCode: String
  package let role: String
  package let author: String
  package let tool: String
  package let action: String
  package let note: String?
}

/// One earlier version of a row.
package struct EarlierVersion: Sendable {
  package let entry: HistoryEntry
  package let kind: String
  /// JSON object: the row as it was before the entry.
  package let before: String
  /// The revision that wrote what the entry replaced.
  package let beforeRev: Int64
}

/// Questions about the history.
package enum HistoryQuery {
  /// Newest first.
  package static func entries(_ db: Database, limit: Int?) throws -> [HistoryEntry] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM revision ORDER BY at DESC, id DESC" + (limit.map { " LIMIT \($0)" } ?? "")
    ).map(entry)
  }

  /// What happened to one row, newest first.
  package static func versions(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws
    -> [EarlierVersion]
  {
    try Row.fetchAll(
      db,
      sql: """
        SELECT revision.*, change.kind AS kind, change.before AS before, change.before_rev AS before_rev FROM change
        JOIN revision ON revision.id = change.rev
        WHERE change.table_name = ? AND change.row_key = ? AND change.void = 0
        ORDER BY revision.at DESC, revision.id DESC
        """, arguments: [table.name, key.json]
    ).map {
      EarlierVersion(entry: entry($0), kind: $0["kind"], before: $0["before"], beforeRev: $0["before_rev"])
    }
  }

  /// The revision of that id.
  package static func entry(_ db: Database, id: Int64) throws -> HistoryEntry? {
    try Row.fetchOne(db, sql: "SELECT * FROM revision WHERE id = ?", arguments: [id]).map(entry)
  }

  private static func entry(_ row: Row) -> HistoryEntry {
    HistoryEntry(
      id: row["id"], at: row["at"], orgCode: row["org_code"], role: row["role"], author: row["author"],
      tool: row["tool"], action: row["action"], note: row["note"])
  }
}
