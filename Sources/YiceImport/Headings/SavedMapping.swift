package import GRDB
package import YiceStore

/// The clerk's own mapping of a layout's headings, remembered in the file by table and 学年.
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

  /// The mapping of this 学年, else of the latest earlier one; empty when there is none.
  package func load(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT heading, column_name FROM import_mapping
        WHERE table_name = ?1 AND layout = ?2 AND school_year = (
          SELECT max(school_year) FROM import_mapping
          WHERE table_name = ?1 AND layout = ?2 AND school_year <= ?3)
        """, arguments: [table.name, layout, year])
    return Dictionary(
      rows.map { ($0["heading"], $0["column_name"]) }, uniquingKeysWith: { first, _ in first })
  }

  /// Keeps a mapping in place of the one for the same layout and 学年.
  package func save(_ mapping: [String: String], _ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM import_mapping WHERE table_name = ? AND layout = ? AND school_year = ?",
      arguments: [table.name, layout, year])
    for (heading, column) in mapping {
      try db.execute(
        sql: """
          INSERT INTO import_mapping (table_name, layout, school_year, heading, column_name)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [table.name, layout, year, heading, table.column(column)?.name ?? column])
    }
  }
}
