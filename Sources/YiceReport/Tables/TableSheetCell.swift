internal import GRDBSQLite
internal import YiceFormats
internal import YiceStore

/// One value on its way from a statement's row into a sheet, without a String where none is needed.
struct TableSheetCell {
  /// How a column's values are shown.
  enum Kind {
    case plain, yesNo, date

    init(_ column: CatalogColumn) {
      switch column.type {
      case .boolean: self = .yesNo
      case .date: self = .date
      default: self = .plain
      }
    }
  }

  private let statement: OpaquePointer
  private let index: Int32
  private let kind: Kind

  init(_ statement: OpaquePointer, _ index: Int32, _ kind: Kind) {
    self.statement = statement
    self.index = index
    self.kind = kind
  }

  func write(_ sheet: XLSXSheetWriter, row: Int, column: Int, _ format: XLSXFormat) {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_INTEGER where kind == .yesNo:
      sheet.write(sqlite3_column_int64(statement, index) == 1 ? "是" : "否", row: row, column: column, format)
    case SQLITE_INTEGER, SQLITE_FLOAT:
      sheet.write(sqlite3_column_double(statement, index), row: row, column: column, format)
    case SQLITE_TEXT:
      guard let text = sqlite3_column_text(statement, index) else { return }
      if kind == .date, let serial = ExcelDate.serial(String(cString: text)) {
        sheet.write(Double(serial), row: row, column: column, format)
        return
      }
      text.withMemoryRebound(to: CChar.self, capacity: 1) {
        sheet.write(text: $0, row: row, column: column, format)
      }
    default: sheet.writeBlank(row: row, column: column, format)
    }
  }

  /// Columns it takes on a screen.
  var width: Int { sqlite3_column_text(statement, index).map { displayWidth(String(cString: $0)) } ?? 0 }
}
