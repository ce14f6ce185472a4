import GRDB
import Testing
import YiceStore
import YiceTestSupport

/// Which format brought a column, held against a file that a program of format 1 wrote.
@Suite struct ColumnSinceTests {
  private func columns(of table: String, _ db: Database, _ schema: String = "main") throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info(?, ?) WHERE name <> 'rev'", arguments: [table, schema])
  }

  private func old() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(
      path: Repository.root + "/Tests/Upgrade/format-1-school.db", configuration: configuration)
  }

  @Test("what the catalog says is of format 1 is what a file of format 1 has", arguments: TableCatalog.tables)
  func formatOne(_ table: CatalogTable) throws {
    let had = try old().read { try columns(of: table.name, $0) }
    #expect(Set(table.columns.filter { $0.since == 1 }.map(\.name)) == Set(had))
    #expect(table.since == (had.isEmpty ? 2 : 1))
  }

  /// What a migration rests on: what came later may be left out.
  @Test("every row of a file of format 1 is taken column by column")
  func copied() throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: Schema.sql)
      try db.execute(
        sql: "ATTACH ? AS old", arguments: [Repository.root + "/Tests/Upgrade/format-1-school.db"])
      var copied = 0
      for table in TableCatalog.tables where table.since == 1 {
        let names = try columns(of: table.name, db, "old").joined(separator: ", ")
        try db.execute(
          sql: "INSERT INTO main.\(table.name) (\(names)) SELECT \(names) FROM old.\(table.name)")
        copied += db.changesCount
      }
      let rows = try TableCatalog.tables.filter { $0.since == 1 }.map { table in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM old.\(table.name)") ?? 0
      }
      #expect(copied == rows.reduce(0, +) && copied > 0)
    }
  }

  @Test("a column that came later may be empty", arguments: TableCatalog.tables)
  func mayBeEmpty(_ table: CatalogTable) {
    let forced = table.columns.filter { $0.since > table.since && $0.required }
    #expect(forced.isEmpty, "\(forced.map(\.name))")
  }
}
