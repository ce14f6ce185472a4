package import GRDB

/// Questions about rows that wait for a decision. All of them begin at the waiting versions and look their rows up by
/// key: what they cost grows with the conflicts, never with the file.
package enum ConflictQuery {
  /// Rows with versions of different content. Versions of equal content are no conflict to a person.
  package static func count(_ db: Database) throws -> Int {
    try tables(db).reduce(0) { total, table in
      total + (try Int.fetchOne(db, sql: "SELECT count(*) \(waiting(table))") ?? 0)
    }
  }

  /// Tables that have waiting versions, in the catalog's order.
  package static func tables(_ db: Database) throws -> [CatalogTable] {
    let names = try Set(String.fetchAll(db, sql: "SELECT DISTINCT table_name FROM sibling"))
    return names.isEmpty ? [] : TableCatalog.tables.filter { names.contains($0.name) }
  }

  /// Keys of such rows in one table, as JSON arrays.
  package static func keys(_ db: Database, _ table: CatalogTable) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT k.row_key \(waiting(table)) ORDER BY k.row_key")
  }

  private static func waiting(_ table: CatalogTable) -> String {
    """
    FROM (SELECT DISTINCT row_key FROM sibling WHERE table_name = '\(table.name)' AND json_valid(row_key)) AS k
    CROSS JOIN \(table.name) AS t ON \(table.keyMatch(of: "t.", inJSON: "k.row_key"))
    WHERE EXISTS (SELECT 1 FROM sibling AS s WHERE s.table_name = '\(table.name)' AND s.row_key = k.row_key
      AND s.content <> \(table.rowJSON(of: "t.")))
    """
  }
}
