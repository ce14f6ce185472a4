internal import CXLSXWriter

/// One sheet of a workbook being written. Rows and columns count from 0.
///
/// A cell that cannot be written is told by ``XLSXWorkbook/close()``, so that writing cells needs no `try`.
package final class XLSXSheetWriter {
  package let name: String
  let pointer: UnsafeMutablePointer<lxw_worksheet>
  unowned let book: XLSXWorkbook
  private(set) var failure: XLSXError?

  init(_ pointer: UnsafeMutablePointer<lxw_worksheet>, name: String, in book: XLSXWorkbook) {
    self.pointer = pointer
    self.name = name
    self.book = book
  }

  /// Keeps the first failure.
  func note(_ code: lxw_error, row: Int) {
    guard code != LXW_NO_ERROR, failure == nil else { return }
    failure =
      switch code {
      case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
        .cellTooLong(name: book.name, sheet: name, row: row + 1)
      case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE where row >= 1_048_576:
        .tooManyRows(name: book.name, sheet: name)
      default:
        .cannotWrite(name: book.name, reason: "第 \(row + 1) 行：" + String(cString: lxw_strerror(code)))
      }
  }
}

// MARK: - Cells

extension XLSXSheetWriter {
  package func write(_ value: CellValue, row: Int, column: Int, _ format: XLSXFormat? = nil) {
    switch value {
    case .empty: writeBlank(row: row, column: column, format)
    case .integer(let number): write(Double(number), row: row, column: column, format)
    case .decimal(let number):
      number.isFinite
        ? write(number, row: row, column: column, format) : writeBlank(row: row, column: column, format)
    case .text(let text): write(text, row: row, column: column, format)
    }
  }

  /// Writes text as text, whatever it begins with.
  package func write(_ text: String, row: Int, column: Int, _ format: XLSXFormat? = nil) {
    note(
      worksheet_write_string(pointer, UInt32(row), UInt16(column), text, format?.pointer), row: row)
  }

  /// Writes text that ends with NUL, without making a String of it.
  package func write(text: UnsafePointer<CChar>, row: Int, column: Int, _ format: XLSXFormat? = nil) {
    note(worksheet_write_string(pointer, UInt32(row), UInt16(column), text, format?.pointer), row: row)
  }

  package func write(_ number: Double, row: Int, column: Int, _ format: XLSXFormat? = nil) {
    note(worksheet_write_number(pointer, UInt32(row), UInt16(column), number, format?.pointer), row: row)
  }

  /// Writes a formula of the program's own; what comes from a file is never one.
  ///
  /// - Parameter value: what it comes to now, for programs that do not work it out.
  package func write(formula: String, value: Double, row: Int, column: Int, _ format: XLSXFormat? = nil) {
    note(
      worksheet_write_formula_num(pointer, UInt32(row), UInt16(column), formula, format?.pointer, value),
      row: row)
  }

  /// An empty cell with its border and fill; nothing without a format.
  package func writeBlank(row: Int, column: Int, _ format: XLSXFormat?) {
    guard let format else { return }
    note(worksheet_write_blank(pointer, UInt32(row), UInt16(column), format.pointer), row: row)
  }

  /// Writes one text over several cells.
  package func merge(rows: ClosedRange<Int>, columns: ClosedRange<Int>, _ text: String, _ format: XLSXFormat)
  {
    guard rows.count > 1 || columns.count > 1 else {
      write(text, row: rows.lowerBound, column: columns.lowerBound, format)
      return
    }
    note(
      worksheet_merge_range(
        pointer, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound), text, format.pointer), row: rows.lowerBound)
  }

  /// A note that shows when the mouse is over the cell.
  package func comment(_ text: String, row: Int, column: Int) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let height = lines.reduce(0) { $0 + 1 + displayWidth(String($1)) / 30 }
    var options = lxw_comment_options()
    options.width = 240
    options.height = UInt16(min(600, 24 + 18 * height))
    options.font_size = 9
    note(
      worksheet_write_comment_opt(pointer, UInt32(row), UInt16(column), text, &options), row: row)
  }
}

// MARK: - Rows and columns

extension XLSXSheetWriter {
  /// - Parameters:
  ///   - width: in characters of the default font; a Chinese character is two.
  ///   - format: of the column's cells that are not written.
  package func setColumn(_ column: Int, width: Double, hidden: Bool = false, _ format: XLSXFormat? = nil) {
    var options = lxw_row_col_options(hidden: hidden ? 1 : 0, level: 0, collapsed: 0)
    note(
      worksheet_set_column_opt(
        pointer, UInt16(column), UInt16(column), width, format?.pointer, &options), row: 0)
  }

  /// - Parameter height: in points; 0 hides the row.
  package func setRow(_ row: Int, height: Double) {
    var options = lxw_row_col_options(hidden: height == 0 ? 1 : 0, level: 0, collapsed: 0)
    let usual = 15.0
    note(
      worksheet_set_row_opt(pointer, UInt32(row), height == 0 ? usual : height, nil, &options), row: row)
  }

  /// Rows above stay in sight while the rest moves.
  package func freeze(rows: Int, columns: Int = 0) {
    worksheet_freeze_panes(pointer, UInt32(rows), UInt16(columns))
  }

  package func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    note(
      worksheet_autofilter(
        pointer, UInt32(rows.lowerBound), UInt16(columns.lowerBound), UInt32(rows.upperBound),
        UInt16(columns.upperBound)), row: rows.lowerBound)
  }

  /// Hides the sheet.
  package func hide() { worksheet_hide(pointer) }

  /// Shows this sheet when the workbook opens.
  package func activate() { worksheet_activate(pointer) }
}
