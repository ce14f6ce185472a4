package import GRDB
package import YiceStore

/// Rows and cells in which two files differ.
package struct Difference: Sendable {
  package enum Kind: String, Sendable {
    case onlyInFirst = "only_in_first"
    case onlyInSecond = "only_in_second"
    case differs
  }

  package let table: CatalogTable
  package let kind: Kind
  package let key: RowKey
  /// Column, value in the first file, value in the second; empty unless `differs`.
  package let cells: [(column: CatalogColumn, first: DatabaseValue, second: DatabaseValue)]

  /// Compares two files, both opened for reading.
  /// - Parameters:
  ///   - tables: only these; all when empty.
  ///   - visit: called for each difference, table by table in key order.
  package static func find(
    _ first: YiceFile, _ second: YiceFile, tables: [CatalogTable] = [], visit: (Difference) throws -> Void
  ) throws {
    for file in [first, second] { try Vetting.require(file.path) }
    try first.withConnection { db in
      try db.execute(sql: "ATTACH ? AS other", arguments: [second.path])
      defer { try? db.execute(sql: "DETACH other") }
      for table in tables.isEmpty ? TableCatalog.tables : tables { try compare(table, db, visit) }
    }
  }

  private static func compare(_ table: CatalogTable, _ db: Database, _ visit: (Difference) throws -> Void)
    throws
  {
    let match = table.keyMatch("a.", "b.")
    let columns = table.columns.filter { !table.key.contains($0.name) }
    let differs =
      columns.isEmpty ? "0" : columns.map { "a.\($0.name) IS NOT b.\($0.name)" }.joined(separator: " OR ")
    let pairs = columns.map { "a.\($0.name) AS a_\($0.name), b.\($0.name) AS b_\($0.name)" }
    let list = (table.key.map { "a.\($0)" } + pairs).joined(separator: ", ")
    let order = table.key.map { "a.\($0)" }.joined(separator: ", ")
    func each(_ sql: String, _ kind: Kind) throws {
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() {
        let key = RowKey(table.key.map { row[$0] })
        let cells =
          kind != .differs
          ? []
          : columns.compactMap { column -> (CatalogColumn, DatabaseValue, DatabaseValue)? in
            let pair: (DatabaseValue, DatabaseValue) = (row["a_\(column.name)"], row["b_\(column.name)"])
            return pair.0 == pair.1 ? nil : (column, pair.0, pair.1)
          }
        try visit(Difference(table: table, kind: kind, key: key, cells: cells))
      }
    }
    try each(
      "SELECT \(list) FROM main.\(table.name) AS a JOIN other.\(table.name) AS b ON \(match) WHERE \(differs) ORDER BY \(order)",
      .differs)
    for (here, there, kind) in [("main", "other", Kind.onlyInFirst), ("other", "main", .onlyInSecond)] {
      try each(
        """
        SELECT \(table.key.map { "a.\($0)" }.joined(separator: ", ")) FROM \(here).\(table.name) AS a
        WHERE NOT EXISTS (SELECT 1 FROM \(there).\(table.name) AS b WHERE \(match)) ORDER BY \(order)
        """, kind)
    }
  }
}
