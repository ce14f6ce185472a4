import GRDB
import GRDBSQLite
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore

@Suite("columns that figures are worked out from")
struct ColumnsOfFiguresTests {
  /// 「table.column」 of all that SQLite was asked to read while it compiled the statements.
  private final class Reads {
    var columns: Set<String> = []
  }

  private func reads(_ work: (Database) throws -> Void) throws -> Set<String> {
    let reads = Reads()
    try TestCounty.memory().write { db in
      try TestCounty.stated().insert(into: db)
      let pointer = Unmanaged.passUnretained(reads).toOpaque()
      sqlite3_set_authorizer(
        db.sqliteConnection,
        { pointer, action, table, column, _, _ in
          guard action == SQLITE_READ, let pointer, let table, let column else { return SQLITE_OK }
          Unmanaged<Reads>.fromOpaque(pointer).takeUnretainedValue().columns
            .insert(String(cString: table) + "." + String(cString: column))
          return SQLITE_OK
        }, pointer)
      defer { sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
      try work(db)
    }
    return reads.columns
  }

  /// A text is never bad, a date stands beside a figure, and what is required keeps its row out anyway.
  @Test("the catalog marks just the columns of which a figure is worked out by today's rules")
  func marks() throws {
    var read: Set<String> = []
    for profile in ["national-2017", "guangdong-2017"] {
      let rules = try ProfileCatalog.named(profile)
      read.formUnion(
        try reads { db in
          try WorkedYear.with(db, year: 2022, profile: rules, day: "2022-10-01") { worked in
            _ = try worked.items(of: "210000")
          }
        })
    }
    for table in TableCatalog.tables {
      for column in table.valueColumns
      where !column.required && ![.text, .identifier, .date].contains(column.type) {
        // 职称 counts in the rules of 2012 only: left empty, their share says of how many known.
        let counts = read.contains("\(table.name).\(column.name)") && column.name != "title"
        #expect(column.inFigures == counts, "\(table.name).\(column.name)")
      }
    }
  }
}
