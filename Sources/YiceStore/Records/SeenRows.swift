package import GRDB
package import YiceModel

/// Rows as a person was shown them, each with the versions it had. What a person confirmed is what happens: when a
/// write begins, rows that are no longer as they were seen are told and nothing is written. Decision 0093.
package struct SeenRows: Sendable {
  package struct Line: Sendable {
    package let key: RowKey
    /// The revision of the row, then those of the versions that wait beside it.
    package let version: String
    /// 学年 of the row, where its table has one.
    package let year: Int?
  }

  package let table: CatalogTable
  package let lines: [Line]

  /// - Parameter rows: of that table, all columns.
  package init(_ db: Database, _ table: CatalogTable, rows: [Row]) throws {
    self.table = table
    let waiting = Dictionary(
      grouping: try Row.fetchAll(
        db, sql: "SELECT row_key, rev FROM sibling WHERE table_name = ? ORDER BY row_key, rev",
        arguments: [table.name]), by: { $0["row_key"] as String }
    ).mapValues { $0.map { String($0["rev"] as Int64) } }
    lines = rows.map { row in
      let key = RowKey(table.key.map { row[$0] })
      let others = waiting.isEmpty ? [] : waiting[key.json] ?? []
      return Line(
        key: key, version: ([String(row["rev"] as Int64)] + others).joined(separator: "+"),
        year: table.yearColumn == nil ? nil : row["school_year"])
    }
  }

  /// The rows of a query.
  package init(_ db: Database, _ query: RecordQuery) throws {
    try self.init(db, query.table, rows: query.rows(db))
  }

  /// One row, or none when it is not there.
  package init(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws {
    try self.init(db, table, rows: SeenRows.rows(db, table, key))
  }

  /// - Throws: `RecordError.notFound`.
  package static func row(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws -> Row {
    guard let row = try rows(db, table, key).first else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    return row
  }

  private static func rows(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws -> [Row] {
    try key.fetch(db, table).map { [$0] } ?? []
  }

  package var keys: [RowKey] { lines.map(\.key) }

  /// 「12 行（2022 学年）」, 「22 行（2021 学年 10 行，2022 学年 12 行）」, of tables without a 学年 「12 行」.
  package var count: String { count(of: Set(lines.map(\.key.text))) }

  /// The same of the rows of those keys, as they are typed.
  package func count(of names: Set<String>) -> String {
    let years = Dictionary(
      grouping: lines.filter { names.contains($0.key.text) }.compactMap(\.year), by: \.self
    )
    .sorted { $0.key < $1.key }
    let words = years.map { "\($0.key) 学年" + (years.count > 1 ? " \($0.value.count) 行" : "") }
    return "\(names.count) 行" + (words.isEmpty ? "" : "（\(words.joined(separator: "，"))）")
  }
}

extension SeenRows {
  /// - Parameter now: the same question asked again, within the transaction that writes.
  /// - Throws: `RowsMoved` when any row changed, went, or came.
  package func require(same now: SeenRows) throws {
    let versions = Dictionary(now.lines.map { ($0.key.json, $0.version) }) { first, _ in first }
    let known = Set(lines.map(\.key.json))
    let moved = RowsMoved(
      table: table.label,
      changed: lines.filter { line in versions[line.key.json].map { $0 != line.version } ?? false }
        .map(\.key.text),
      gone: lines.filter { versions[$0.key.json] == nil }.map(\.key.text),
      come: now.lines.filter { !known.contains($0.key.json) }.map(\.key.text))
    guard moved.isEmpty else { throw moved }
  }

  /// Holds only the rows of those keys, as they are typed, to what was seen; others may have changed.
  /// - Throws: `RowsMoved`.
  package func require(unchanged names: Set<String>, _ db: Database) throws {
    let own = lines.filter { names.contains($0.key.text) }
    let now = try own.flatMap { try SeenRows(db, table, $0.key).lines }
    try SeenRows(table: table, lines: own).require(same: SeenRows(table: table, lines: now))
  }

  private init(table: CatalogTable, lines: [Line]) {
    self.table = table
    self.lines = lines
  }
}

/// Rows that changed between the question and the answer; nothing was written.
package struct RowsMoved: YiceError, Equatable {
  package let table: String
  /// Names of rows, as they are typed.
  package let changed: [String]
  package let gone: [String]
  /// Rows that newly fit the condition.
  package let come: [String]

  package var isEmpty: Bool { changed.isEmpty && gone.isEmpty && come.isEmpty }

  /// Nothing waits in the file, so it is not `conflicts`; the same command asked again does it.
  package var exitStatus: ExitStatus { .failed }

  package var description: String { "\(rows)。没有写入。请再运行一次这个命令，看过现在的内容再确认。" }

  /// Which rows, as part of a sentence.
  package var rows: String {
    let parts = [("被改过", changed), ("已不在或不再符合条件", gone), ("新符合条件", come)].filter { !$0.1.isEmpty }
    return "“\(table)”有些行在这期间变了："
      + parts.map { "\($0)的 \(RowsMoved.listed($1))" }.joined(separator: "；")
  }

  private static let listLimit = 10

  private static func listed(_ names: [String]) -> String {
    names.prefix(listLimit).joined(separator: "、") + (names.count > listLimit ? " 等 \(names.count) 行" : "")
  }
}
