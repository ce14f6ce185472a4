package import GRDB
package import YiceStore

/// The clerk's own words for the columns of a table, remembered in the file: whatever sheet one was typed for, it serves the
/// next sheet with that heading too.
/// Decision 0116.
package struct SavedMapping {
  private let table: CatalogTable
  private let layout: String
  private let year: Int

  /// - Parameter labels: the sheet's headings in order; the same headings in the same order are the same layout.
  package init(_ table: CatalogTable, labels: [String], year: Int?) {
    self.table = table
    self.year = year ?? 0
    layout = String(FNV(labels.joined(separator: "\u{1F}").utf8).value, radix: 16)
  }

  /// All words for a table's columns, the latest of each heading up to a 学年.
  package static func words(_ table: CatalogTable, year: Int?, _ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT heading, column_name FROM import_mapping WHERE table_name = ? AND school_year <= ?
        ORDER BY school_year DESC, layout
        """, arguments: [table.name, year ?? 0])
    return Dictionary(rows.map { ($0["heading"], $0["column_name"]) }) { latest, _ in latest }
  }

  /// Keeps words beside those of before; a heading's new word takes the place of its old one everywhere.
  ///
  /// - Returns: whether anything was new.
  @discardableResult
  package func save(_ mapping: [String: String], _ db: Database) throws -> Bool {
    var isNew = false
    for (heading, word) in mapping {
      let column = table.column(word)?.name ?? word
      let known = try String.fetchAll(
        db, sql: "SELECT column_name FROM import_mapping WHERE table_name = ? AND heading = ?",
        arguments: [table.name, heading])
      if !known.isEmpty, known.allSatisfy({ $0 == column }) { continue }
      isNew = true
      try db.execute(
        sql: "DELETE FROM import_mapping WHERE table_name = ? AND heading = ?",
        arguments: [table.name, heading])
      try db.execute(
        sql: """
          INSERT INTO import_mapping (table_name, layout, school_year, heading, column_name)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [table.name, layout, year, heading, column])
    }
    return isNew
  }
}
