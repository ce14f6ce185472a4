import GRDB
import Testing
import YiceModel
import YiceStore

@Suite("CHECKs made from the catalog")
struct ColumnCheckTests {
  /// What the parser refuses, no program can write; what it takes, the file takes.
  @Test(
    "at the edges of its type each column takes and refuses what the parser takes and refuses",
    arguments: TableCatalog.tables)
  func edges(_ table: CatalogTable) throws {
    let queue = try DatabaseQueue()
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: try #require(ColumnCheckTests.definitions[table.name]))
      let right = table.columns.map(Edge.right)
      for (index, column) in table.columns.enumerated() {
        let parser = ValueParser(column)
        var taken = 0
        for edge in Edge.all(of: column) {
          let parsed = try? parser.parse(edge.typed).value
          var row = right
          row[index] = parsed.map(Edge.stored) ?? edge.raw
          let written = try takes(row, table, db)
          #expect(written == (parsed != nil), "\(table.name).\(column.name): \(edge.typed)")
          if parsed != nil { taken += 1 }
        }
        let count = Edge.all(of: column).count
        let takesAll = column.type.isText && !column.required
        #expect(
          taken > 0 && (taken == count) == takesAll, "\(table.name).\(column.name): \(taken) of \(count)")
      }
    }
  }

  /// The tables alone: without triggers and indexes a row is tried in no time.
  private static let definitions: [String: String] = {
    let tables = try? DatabaseQueue().writeWithoutTransaction { db in
      try db.execute(sql: Schema.sql)
      return try Row.fetchAll(db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    }
    return Dictionary(uniqueKeysWithValues: (tables ?? []).map { ($0["name"], $0["sql"]) })
  }()

  private func takes(_ values: [DatabaseValue], _ table: CatalogTable, _ db: Database) throws -> Bool {
    var taken = false
    try db.inTransaction {
      do {
        try db.cachedStatement(
          sql: """
            INSERT INTO \(table.name) (\(table.columnList()))
            VALUES (\(values.map { _ in "?" }.joined(separator: ", ")))
            """
        ).execute(arguments: StatementArguments(values))
        taken = true
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {}
      return .rollback
    }
    return taken
  }
}

/// A value as it is typed, and as another program would write it past the parser.
private struct Edge {
  let typed: String
  let raw: DatabaseValue

  private init(_ typed: String, _ raw: some DatabaseValueConvertible) {
    self.typed = typed
    self.raw = raw.databaseValue
  }

  private static func text(_ words: String...) -> [Edge] { words.map { Edge($0, $0) } }
  private static func whole(_ numbers: Int64...) -> [Edge] { numbers.map { Edge("\($0)", $0) } }
  private static func amounts(_ numbers: String...) -> [Edge] { numbers.map { Edge($0, Double($0)) } }

  /// Left out is where a CHECK is wider than the parser on purpose: counts past Int32, digits behind the fourth
  /// decimal, names of data items, digits of a digest, and the 31st of any month, which SQLite's date() lets pass.
  static func all(of column: CatalogColumn) -> [Edge] {
    let empty = [Edge("", DatabaseValue.null)]
    let blank = column.required && column.type.isText ? text("") : []
    let own: [Edge] =
      switch column.type {
      case .text, .identifier: text("x", "校")
      case .element: text("学生数")
      case .orgCode: text("12345", "123456", "1234567", "123456789", "1234567890", "12345678901", "12345x")
      case .countyCode: text("12345", "123456", "1234567", "1234567890", "x23456")
      case .integer(let range):
        whole(range.lowerBound - 1, range.lowerBound, range.upperBound, range.upperBound + 1)
      case .count: whole(-1, 0, Int64(Int32.max))
      case .decimal: amounts("-0.0001", "0", "1000000000000", "1000000000000.1")
      case .signedDecimal:
        amounts("-1000000000000.1", "-1000000000000", "0", "1000000000000", "1000000000000.1")
      case .boolean: whole(-1, 0, 1, 2)
      case .date: text("2022-09-01", "2024-02-29", "2022-13-01", "2022-00-10", "2022-09-32")
      case .year: whole(1949, 1950, 2100, 2101)
      case .choice(let words): words.flatMap { text($0, $0 + "?") }
      case .sha256: text(digits(63), digits(64), digits(65))
      }
    return own + blank + empty
  }

  private static func digits(_ count: Int) -> String { String(repeating: "a", count: count) }

  /// A value that the column takes.
  static func right(for column: CatalogColumn) -> DatabaseValue {
    let parser = ValueParser(column)
    for edge in all(of: column) {
      if let cell = try? parser.parse(edge.typed) { return stored(cell.value) }
    }
    return .null
  }

  static func stored(_ value: ParsedValue) -> DatabaseValue {
    switch value {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .slice: .null
    }
  }
}

extension ColumnType {
  fileprivate var isText: Bool { [.text, .identifier, .element].contains(self) }
}
