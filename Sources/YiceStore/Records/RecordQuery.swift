package import GRDB

/// Rows of one table, filtered by equality, in key order.
package struct RecordQuery: Sendable {
  package let table: CatalogTable
  package var conditions: [(column: CatalogColumn, value: DatabaseValue)] = []
  package var limit: Int?

  package init(_ table: CatalogTable) { self.table = table }

  /// Reads 「列=值」 as typed after `--where`.
  /// - Throws: `RecordError`.
  package mutating func add(condition text: String) throws {
    let (column, value) = try Assignment.parse(text, in: table)
    conditions.append((column, value))
  }

  private var filter: String {
    conditions.isEmpty
      ? "" : " WHERE " + conditions.map { "\($0.column.name) IS ?" }.joined(separator: " AND ")
  }

  private var arguments: StatementArguments { StatementArguments(conditions.map(\.value)) }

  package func rows(_ db: Database) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(table.name)\(filter) ORDER BY \(table.key.joined(separator: ", "))"
        + (limit.map { " LIMIT \($0)" } ?? ""),
      arguments: arguments)
  }

  /// The rows' columns (or SQL expressions from the catalog) in key order, for reading without a `Row` each.
  package func statement(_ db: Database, columns: [String]) throws -> Statement {
    let statement = try db.makeStatement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table.name)\(filter)"
        + " ORDER BY \(table.key.joined(separator: ", "))" + (limit.map { " LIMIT \($0)" } ?? ""))
    try statement.setArguments(arguments)
    return statement
  }

  package func count(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)\(filter)", arguments: arguments) ?? 0
  }

  package func keys(_ db: Database) throws -> [RowKey] {
    try rows(db).map { row in RowKey(table.key.map { row[$0] }) }
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
