package import GRDB

/// A row as a grid shows it: its key, the version it was read in, and its cells as they would be typed.
package struct GridLine: Sendable, Equatable {
  /// As a person types it, all parts.
  package let key: String
  /// As `SeenRows` says it; sent back with a write, so that what was seen is what is changed.
  package let version: String
  /// In the order of the table's columns.
  package let cells: [String]

  package init(_ table: CatalogTable, _ row: Row, _ line: SeenRows.Line) {
    key = line.key.text
    version = line.version
    cells = table.columns.map { GridLine.text(row[$0.name], $0) }
  }

  /// A value as it is typed.
  package static func text(_ value: DatabaseValue, _ column: CatalogColumn) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): column.type == .boolean ? (number == 1 ? "是" : "否") : String(number)
    case .double(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .string(let text): text
    case .blob: ""
    }
  }

  /// The column's value among a row's values.
  package static func text(_ values: [String: DatabaseValue], _ column: CatalogColumn) -> String {
    text(values[column.name] ?? .null, column)
  }

  /// The rows of a query.
  package static func lines(_ db: Database, _ query: RecordQuery) throws -> [GridLine] {
    let rows = try query.rows(db)
    return zip(rows, try SeenRows(db, query.table, rows: rows).lines).map { GridLine(query.table, $0, $1) }
  }

  /// One row as it is now; nil where it is gone.
  package static func line(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws -> GridLine? {
    guard let row = try key.fetch(db, table),
      let line = try SeenRows(db, table, rows: [row]).lines.first
    else { return nil }
    return GridLine(table, row, line)
  }
}
