package import GRDB

/// Questions about rows that wait for a decision.
package enum ConflictQuery {
  /// Rows with versions of different content. Versions of equal content are no conflict to a person.
  package static func count(_ db: Database) throws -> Int {
    var total = 0
    for table in TableCatalog.tables {
      total += try Int.fetchOne(db, sql: "SELECT count(DISTINCT row_key) \(differing(table))") ?? 0
    }
    return total
  }

  /// Keys of such rows in one table.
  package static func keys(_ db: Database, _ table: CatalogTable) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT DISTINCT row_key \(differing(table)) ORDER BY row_key")
  }

  private static func differing(_ table: CatalogTable) -> String {
    """
    FROM sibling AS s JOIN \(table.name) AS t ON s.row_key = \(table.keyJSON(of: "t."))
    WHERE s.table_name = '\(table.name)' AND s.content <> \(table.rowJSON(of: "t."))
    """
  }
}
