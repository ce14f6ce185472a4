package import GRDB

/// Rows that stood on an exported sheet and do not when it comes back.
package struct MissingRows: Sendable {
  /// Whether it is certain which rows the file held at the export: its revisions up to that moment are just those that
  /// the sheet remembers. They are not when files were merged in since, or the sheet is another copy's.
  package let isCertain: Bool
  /// Unchanged since the export.
  package private(set) var unchanged: [RowKey] = []
  /// Changed in the file since.
  package private(set) var changed: [RowKey] = []

  /// - Parameters:
  ///   - query: the rows that were exported.
  ///   - seen: keys of the rows that came back, as JSON arrays.
  package init(
    _ db: Database, _ query: RecordQuery, memory: SheetMemory, seen: Set<String>, writing rev: Int64
  )
    throws
  {
    // A revision may have been written in the very millisecond of the export, before it or after.
    let candidates = try ["<=", "<"].map { sign in
      try Int64.fetchAll(db, sql: "SELECT id FROM revision WHERE at \(sign) ?", arguments: [memory.at])
    }
    let known = candidates.first { $0.reduce(0, ^) == memory.digest }
    isCertain = known != nil
    let table = query.table
    let then = Set(known ?? candidates[0])
    let rows = try Row.fetchCursor(query.statement(db, columns: ["rev", table.keyJSON()] + table.key))
    while let row = try rows.next() {
      let written: Int64 = row[0]
      let json: String = row[1]
      guard written != rev, !seen.contains(json) else { continue }
      let key = RowKey(table.key.indices.map { row[$0 + 2] })
      if then.contains(written) {
        unchanged.append(key)
      } else if try MissingRows.wasThere(db, table, json, then) {
        changed.append(key)
      }
    }
  }

  private static func wasThere(_ db: Database, _ table: CatalogTable, _ key: String, _ then: Set<Int64>)
    throws
    -> Bool
  {
    try Int64.fetchAll(
      db, sql: "SELECT before_rev FROM change WHERE table_name = ? AND row_key = ? AND void = 0",
      arguments: [table.name, key]
    ).contains(where: then.contains)
  }
}
