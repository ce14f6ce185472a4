internal import YiceFormats

/// Lays one page out on a sheet: title, line above the table, headings, table, notes, signatures.
struct FormSheet {
  private let page: FormPage
  private let book: XLSXWorkbook
  private let layout: FormLayout
  /// Where each row of the table begins on the sheet, counted from the first; the end of the last one too.
  private let tops: [Int]

  init(_ page: FormPage, _ book: XLSXWorkbook) {
    self.page = page
    self.book = book
    let layout = FormLayout(page)
    self.layout = layout
    tops = page.listing.rows.indices.reduce(into: [0]) { tops, row in
      tops.append((tops.last ?? 0) + layout.rowHeights(row).count)
    }
  }

  func write() throws {
    let sheet = try book.addSheet(page.name)
    for (index, width) in layout.widths.enumerated() { sheet.setColumn(index, width: width) }
    var row = writeTop(sheet)
    let headings = row
    row = writeHeadings(sheet, row)
    let body = row
    row = writeBody(sheet, row)
    if let chart = page.chart { row = insert(chart, sheet, row, body: body) }
    writeBottom(sheet, row)
    var print = XLSXPage()
    print.landscape = page.landscape
    print.repeatedRows = headings...(body - 1)
    print.footer = page.listing.title ?? ""
    print.onOnePage = page.onOnePage
    sheet.setPage(print)
    sheet.freeze(rows: body)
  }

  private var lastColumn: Int { page.listing.columns.count - 1 }

  // MARK: - Above the table

  private func writeTop(_ sheet: XLSXSheetWriter) -> Int {
    var row = 0
    if let title = page.listing.title {
      sheet.merge(rows: 0...0, columns: 0...lastColumn, title, book.format(FormStyle.title))
      sheet.setRow(0, height: 36)
      row = 1
    }
    guard !page.left.isEmpty || !page.right.isEmpty else { return row }
    let middle = layout.middle
    sheet.merge(rows: row...row, columns: 0...middle, page.left, book.format(FormStyle.line))
    if middle < lastColumn {
      sheet.merge(
        rows: row...row, columns: (middle + 1)...lastColumn, page.right, book.format(FormStyle.lineRight))
    }
    sheet.setRow(row, height: 20)
    return row + 1
  }

  private func writeHeadings(_ sheet: XLSXSheetWriter, _ first: Int) -> Int {
    let format = book.format(FormStyle.heading)
    let columns = page.listing.columns
    let groups = layout.groups
    let height = groups.isEmpty ? 1 : 2
    for (index, column) in columns.enumerated() where !groups.contains(where: { $0.columns.contains(index) })
    {
      sheet.merge(rows: first...(first + height - 1), columns: index...index, column.label, format)
    }
    for group in groups {
      sheet.merge(rows: first...first, columns: group.columns, group.label, format)
      for index in group.columns { sheet.write(columns[index].label, row: first + 1, column: index, format) }
    }
    if height == 2 { sheet.setRow(first, height: 20) }
    sheet.setRow(first + height - 1, height: layout.headingHeight)
    return first + height
  }

  // MARK: - Table

  private func writeBody(_ sheet: XLSXSheetWriter, _ first: Int) -> Int {
    let rows = page.listing.rows
    for (index, cells) in rows.enumerated() {
      let own = (first + tops[index])...(first + tops[index + 1] - 1)
      for (row, height) in zip(own, layout.rowHeights(index)) { sheet.setRow(row, height: height) }
      for (column, cell) in cells.enumerated() {
        let span = layout.span(column: column, row: index) ?? index...index
        guard span.lowerBound == index else { continue }
        let whole = own.lowerBound...(first + tops[span.upperBound + 1] - 1)
        if whole.count > 1 {
          sheet.merge(
            rows: whole, columns: column...column, cell.shown.description,
            // In the middle of rows that go on on the next page the text would stand at its edge, cut.
            book.format(layout.style(of: cell, column: column).with { $0.atTop = $0.atTop || own.count > 1 }))
        } else {
          write(cell, sheet, row: own.lowerBound, column: column)
        }
      }
    }
    // A table without rows is there to be filled in by hand.
    let empty = rows.isEmpty ? 8 : 0
    let blank = book.format(FormStyle.cell)
    for index in 0..<empty {
      sheet.setRow(first + index, height: 22)
      for column in 0...lastColumn { sheet.writeBlank(row: first + index, column: column, blank) }
    }
    return first + (tops.last ?? 0) + empty
  }

  private func write(_ cell: Listing.Cell, _ sheet: XLSXSheetWriter, row: Int, column: Int) {
    let style = layout.style(of: cell, column: column)
    guard case .figure(let number, let shown) = cell else {
      sheet.write(cell.shown, row: row, column: column, book.format(style))
      return
    }
    // The exact figure with the form's decimals, so that sums and charts stay right; where the program would round the
    // binary number otherwise than the exact one, the rounded figure.
    let places = shown.firstIndex(of: ".").map { shown.distance(from: $0, to: shown.endIndex) - 1 } ?? 0
    let plain = places == 0 ? "0" : "0." + String(repeating: "0", count: places)
    let format = shown.hasPrefix("+") ? "+\(plain);-\(plain);\(plain)" : plain
    let rounded = Double(shown) ?? number
    sheet.write(rounded, row: row, column: column, book.format(style.with { $0.numberFormat = format }))
  }

  // MARK: - Below the table

  /// The names below the bars are the columns' short ones, in a hidden row of their own.
  private func insert(_ chart: FormPage.Chart, _ sheet: XLSXSheetWriter, _ row: Int, body: Int) -> Int {
    let rowsTall = 15
    let columns = page.onScreen.listing.columns
    for column in chart.columns { sheet.write(columns[column].label, row: row, column: column) }
    sheet.setRow(row, height: 0)
    let drawing = XLSXBarChart(
      title: chart.title, namesRow: row, columns: chart.columns,
      series: chart.rows.map { XLSXBarChart.Series($0.name, row: body + tops[$0.index]) },
      numberFormat: chart.numberFormat)
    // A character of width is about 7 pixels, a row of 20 points about 27.
    let width = Int(layout.widths.reduce(0, +) * 7.2)
    for line in 1...rowsTall { sheet.setRow(row + line, height: 20) }
    sheet.insert(drawing, row: row + 1, column: 0, width: width, height: rowsTall * 26)
    return row + 1 + rowsTall
  }

  private func writeBottom(_ sheet: XLSXSheetWriter, _ first: Int) {
    var row = first
    for note in page.notes where !note.isEmpty {
      sheet.merge(rows: row...row, columns: 0...lastColumn, note, book.format(FormStyle.note))
      sheet.setRow(row, height: layout.noteHeight(note))
      row += 1
    }
    guard !page.signatures.isEmpty else { return }
    let format = book.format(FormStyle.line)
    sheet.setRow(row, height: 12)
    row += 1
    for (columns, word) in layout.signatures(page.signatures) {
      sheet.merge(rows: row...row, columns: columns, word, format)
    }
    sheet.setRow(row, height: 28)
  }
}
