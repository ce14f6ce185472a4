package import GRDB
internal import GRDBSQLite
internal import YiceFormats
package import YiceStore

/// A table of the file as a workbook to read, to edit and to send back, or as an empty one to fill in.
package struct TableWorkbook {
  /// Which rows.
  package let query: RecordQuery
  package let file: FileInfo
  /// The present rows; without them a template with an example row.
  package var withRows = true
  /// Each row's key and revision in a hidden column, so that edits can be read back.
  package var withMemory = true
  /// Drop-down lists, checks and notes.
  package var withHelp = false
  /// Names of the columns that are wanted; nil: all.
  package var columns: Set<String>?
  /// 「列=值」 as typed, for the memory.
  package var conditions: [String] = []

  package init(_ query: RecordQuery, file: FileInfo) {
    self.query = query
    self.file = file
  }

  /// Rows below the last one that lists and checks still reach.
  static let roomToGrow = 2000

  /// - Returns: number of rows written, the example not counted.
  /// - Throws: `XLSXError`, `DatabaseError`.
  @discardableResult
  package func write(_ db: Database, to path: String) throws -> Int {
    let book = try XLSXWorkbook(path: path, constantMemory: true)
    book.setTitle(query.table.label, creator: Tool.name)
    let sheet = try book.addSheet(query.table.label)
    let rows = try add(to: sheet, of: book, db)
    sheet.activate()
    try book.close()
    return rows
  }

  /// Fills one sheet of a workbook.
  ///
  /// - Parameter page: what is printed beside the rows.
  /// - Returns: number of rows written.
  func add(
    to sheet: XLSXSheetWriter, of book: XLSXWorkbook, lists: String = "选项", page: XLSXPage = XLSXPage(),
    _ db: Database
  ) throws -> Int {
    let columns = TableSheetColumns(query.table, file: file, template: !withRows, wanted: columns).columns
    var widths = columns.map { Double(displayWidth($0.heading)) + ($0.required && withHelp ? 3 : 2) }
    writeHeadings(columns, sheet, book)
    var rows = 0
    if withRows {
      rows = try writeRows(db, columns, sheet, book, &widths)
    } else {
      TableExample(query.table, file: file).write(columns, sheet, book)
    }
    for (index, column) in columns.enumerated() {
      let format = book.format(TableSheetColumns.style(of: column))
      sheet.setColumn(index, width: min(max(widths[index], 8), 40), format)
    }
    let first = withRows ? 1 : 2
    let last = first + rows + TableWorkbook.roomToGrow
    if withHelp { try TableHelp(query.table, rows: first...last).add(columns, sheet, book, lists: lists) }
    var page = page
    page.landscape = columns.count > 8
    page.repeatedRows = 0...0
    if page.footer.isEmpty { page.footer = query.table.label }
    sheet.setPage(page)
    sheet.freeze(rows: 1)
    return rows
  }

  private func writeHeadings(_ columns: [CatalogColumn], _ sheet: XLSXSheetWriter, _ book: XLSXWorkbook) {
    let plain = book.format(TableSheetColumns.heading)
    let required = book.format(TableSheetColumns.requiredHeading)
    sheet.setRow(0, height: 32)
    for (index, column) in columns.enumerated() {
      let isMarked = withHelp && column.required
      sheet.write(
        column.heading + (isMarked ? "*" : ""), row: 0, column: index, isMarked ? required : plain)
      if withHelp { sheet.comment(TableHelp.note(on: column), row: 0, column: index) }
    }
  }

  private func writeRows(
    _ db: Database, _ columns: [CatalogColumn], _ sheet: XLSXSheetWriter, _ book: XLSXWorkbook,
    _ widths: inout [Double]
  ) throws -> Int {
    let memoryColumn = columns.count
    if withMemory {
      let memory = try SheetMemory(table: query.table, file: file, conditions: conditions, db)
      sheet.write(memory.heading, row: 0, column: memoryColumn)
      sheet.setColumn(memoryColumn, width: 4, hidden: true)
    }
    let kinds = columns.map(TableSheetCell.Kind.init)
    let formats = columns.map { book.format(TableSheetColumns.style(of: $0)) }
    let statement = try query.statement(
      db, columns: columns.map(\.name) + ["rev", query.table.keyJSON()])
    let raw = statement.sqliteStatement
    var row = 0
    while true {
      let code = sqlite3_step(raw)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
        break
      }
      row += 1
      for index in columns.indices {
        let cell = TableSheetCell(raw, Int32(index), kinds[index])
        cell.write(sheet, row: row, column: index, formats[index])
        // The first rows tell how wide a column must be.
        if row <= 100 { widths[index] = max(widths[index], Double(cell.width + 2)) }
      }
      if withMemory, let key = sqlite3_column_text(raw, Int32(columns.count + 1)) {
        let memory = RowMemory(
          rev: sqlite3_column_int64(raw, Int32(columns.count)), key: String(cString: key))
        sheet.write(memory.text, row: row, column: memoryColumn)
      }
    }
    sqlite3_reset(raw)
    return row
  }
}
