package import GRDB

/// Rows of one table, filtered by equality, in key order.
package struct RecordQuery: Sendable {
  package let table: CatalogTable
  package var conditions: [(column: CatalogColumn, value: DatabaseValue)] = []
  package var limit: Int?
  /// 学年 of the rows; nil: of every year. Tables without a 学年 have nothing to leave out.
  package var year: Int?

  package init(_ table: CatalogTable) { self.table = table }

  /// Reads 「列=值」 as typed after `--where`.
  /// - Throws: `RecordError`.
  package mutating func add(condition text: String) throws {
    let (column, value) = try Assignment.parse(text, in: table)
    conditions.append((column, value))
  }

  /// Whether the conditions themselves say which 学年.
  package var namesYear: Bool { conditions.contains { $0.column.name == "school_year" } }

  /// The year as a condition, for a sheet that remembers which rows were exported.
  package var yearCondition: [String] { inYear.map { ["school_year=\($0)"] } ?? [] }

  private var inYear: Int? { table.yearColumn == nil ? nil : year }

  private var filter: String {
    let parts = conditions.map { "\($0.column.name) IS ?" } + (inYear == nil ? [] : ["school_year = ?"])
    return parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
  }

  private var arguments: StatementArguments {
    StatementArguments(conditions.map(\.value) + (inYear.map { [$0.databaseValue] } ?? []))
  }

  package func rows(_ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(table.name)\(filter) ORDER BY \(table.key.joined(separator: ", "))"
        + (limit.map { " LIMIT \($0)" } ?? ""),
      arguments: arguments)
  }

  /// The rows' columns (or SQL expressions from the catalog) in key order, for reading without a `Row` each.
  /// - Parameter sorted: false: in whatever order SQLite finds them, which costs less.
  package func statement(_ db: Database, columns: [String], sorted: Bool = true) throws -> Statement {
    let statement = try db.makeStatement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table.name)\(filter)"
        + (sorted ? " ORDER BY \(table.key.joined(separator: ", "))" : "")
        + (limit.map { " LIMIT \($0)" } ?? ""))
    try statement.setArguments(arguments)
    return statement
  }

  package func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)\(filter)", arguments: arguments) ?? 0
  }

  /// Rows that fit the conditions in other years than the one asked for, by year, newest first.
  package func elsewhere(_ db: Database) throws -> [(year: Int, rows: Int)] {
    guard let inYear else { return [] }
    var others = self
    others.year = nil
    return try Row.fetchAll(
      db,
      sql: """
        SELECT school_year, count(*) FROM \(table.name)\(others.filter) GROUP BY school_year
        ORDER BY school_year DESC
        """, arguments: others.arguments
    ).map { ($0[0], $0[1]) }.filter { $0.0 != inYear }
  }
}

/// 「列=值」 as typed at the keyboard.
package enum Assignment {
  /// - Throws: `RecordError.unknownColumn`, `RecordError.badValue`.
  package static func parse(_ text: String, in table: CatalogTable) throws -> (CatalogColumn, DatabaseValue) {
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
      throw RecordError.badValue(
        table: table.label, row: " ", column: text, value: nil, problem: "应写成 列=值，如 班级人数=45")
    }
    let word = String(text[..<sign])
    let typed = String(text[text.index(after: sign)...])
    guard let column = table.column(word) else {
      throw RecordError.unknownColumn(table: table.label, word: word)
    }
    var checked = typed
    guard !checked.withUTF8(IdentityCard.isContained) else {
      throw RecordError.badValue(
        table: table.label, row: " ", column: column.label, value: nil, problem: "这是身份证号，不能存入。请改用学校自己的编号")
    }
    do {
      // An empty value clears the column; whether it may be empty is for the writer to say.
      if typed.isEmpty, !column.emptyAllowedInKey { return (column, .null) }
      let parsed = try ValueParser(column).parse(typed)
      return (column, parsed.value.databaseValue)
    } catch {
      throw RecordError.badValue(
        table: table.label, row: " ", column: column.label, value: typed, problem: error.message)
    }
  }
}
