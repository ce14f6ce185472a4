package import GRDB

/// Rows of one table, filtered by equality, in key order.
package struct RecordQuery: Sendable {
  package let table: CatalogTable
  package var conditions: [(column: CatalogColumn, value: DatabaseValue)] = []
  package var limit: Int?
  /// Rows left out at the beginning; only with a limit.
  package var offset = 0
  /// A text that one of the columns holds, as people search in a sheet; nil: any.
  package var containing: String?
  /// A condition of the program's own over the table's columns, never input: rows that a figure counts. nil: none.
  package var narrowed: String?
  /// 学年 of the rows; nil: of every year. Tables without a 学年 have nothing to leave out.
  package var year: Int?

  package init(_ table: CatalogTable) { self.table = table }

  /// Reads 「列=值」 as typed after `--where`.
  /// - Throws: `RecordError`.
  package mutating func add(condition text: String) throws {
    let (column, value) = try Assignment.parse(text, in: table)
    // Of a vocabulary's text what stands is asked for: files of before hold what is only understood since.
    conditions.append(
      (column, column.vocabulary == nil || value.isNull ? value : Assignment.typed(text).databaseValue))
  }

  /// Whether the conditions themselves say which 学年.
  package var namesYear: Bool { conditions.contains { $0.column.name == "school_year" } }

  /// The year as a condition, for a sheet that remembers which rows were exported.
  package var yearCondition: [String] { inYear.map { ["school_year=\($0)"] } ?? [] }

  private var inYear: Int? { table.yearColumn == nil ? nil : year }

  private var filter: String {
    let parts =
      conditions.map { "\($0.column.name) IS ?" } + (inYear == nil ? [] : ["school_year = ?"])
      + (narrowed.map { ["(\($0))"] } ?? [])
      + (containing == nil ? [] : ["(" + searched.joined(separator: " OR ") + ")"])
    return parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND ")
  }

  private var searched: [String] { table.columns.map { "instr(\($0.name), ?) > 0" } }

  private var arguments: StatementArguments {
    StatementArguments(
      conditions.map(\.value) + (inYear.map { [$0.databaseValue] } ?? [])
        + (containing.map { Array(repeating: $0.databaseValue, count: searched.count) } ?? []))
  }

  private var window: String { limit.map { " LIMIT \($0) OFFSET \(offset)" } ?? "" }

  package func rows(_ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(table.name)\(filter) ORDER BY \(table.key.joined(separator: ", "))\(window)",
      arguments: arguments)
  }

  /// The rows' columns (or SQL expressions from the catalog) in key order, for reading without a `Row` each.
  /// - Parameter sorted: false: in whatever order SQLite finds them, which costs less.
  package func statement(_ db: Database, columns: [String], sorted: Bool = true) throws -> Statement {
    let statement = try db.makeStatement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table.name)\(filter)"
        + (sorted ? " ORDER BY \(table.key.joined(separator: ", "))" : "")
        + window)
    try statement.setArguments(arguments)
    return statement
  }

  package func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)\(filter)", arguments: arguments) ?? 0
  }

  /// The years that the table has rows of, newest first; none where it has no 学年.
  package func years(_ db: Database) throws -> [Int] {
    guard table.yearColumn != nil else { return [] }
    return try Int.fetchAll(
      db, sql: "SELECT DISTINCT school_year FROM \(table.name) ORDER BY school_year DESC")
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
    let entry = try told(text, in: table)
    return (entry.column, entry.value)
  }

  /// The same, with what the person should still be told of the value.
  /// - Throws: `RecordError.unknownColumn`, `RecordError.badValue`.
  static func told(_ text: String, in table: CatalogTable) throws -> (
    column: CatalogColumn, value: DatabaseValue, remark: String?
  ) {
    guard let sign = sign(text) else {
      throw RecordError.badValue(
        table: table.label, row: " ", column: text, value: nil, problem: "应写成 列=值，如 班级人数=45")
    }
    let word = String(text[..<sign])
    let typed = typed(text)
    guard let column = table.column(word) else {
      throw RecordError.unknownColumn(table: table.label, word: word)
    }
    do {
      let (value, remark) = try CellEntry.parse(typed, column)
      return (column, value, remark.map { "“\(column.label)”的“\(typed)”：\($0)" })
    } catch {
      throw RecordError.badValue(
        table: table.label, row: " ", column: column.label, value: error.isPersonal ? nil : typed,
        problem: error.message)
    }
  }

  /// What stands behind the sign.
  static func typed(_ text: String) -> String {
    sign(text).map { String(text[text.index(after: $0)...]) } ?? ""
  }

  private static func sign(_ text: String) -> String.Index? {
    text.firstIndex { $0 == "=" || $0 == "＝" }
  }
}
