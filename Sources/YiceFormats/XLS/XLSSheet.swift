/// The rows of one worksheet of an .xls workbook. Rows without cells are not given; a row ends with its last filled
/// cell.
package final class XLSSheet: RowSource {
  package let sourceName: String
  package let sheetName: String?
  package var encodingName: String { "xls" }
  package var leavesOutEmptyCells: Bool { true }
  package var uses1904: Bool { workbook.uses1904 }
  package private(set) var remarks = SheetRemarks()

  /// Ranges of merged cells.
  let merges: [CellRange]

  private let workbook: XLSWorkbook
  private let cells: [XLSCell]
  private let hiddenRows: Set<UInt16>
  private let numbers: NumberCell
  private var position = 0

  init(_ workbook: XLSWorkbook, _ sheet: SheetInfo) throws {
    self.workbook = workbook
    sourceName = workbook.sourceName
    sheetName = sheet.name
    numbers = NumberCell(uses1904: workbook.uses1904)
    let index: XLSCellIndex
    do {
      index = try XLSCellIndex(workbook, from: try workbook.offset(of: sheet))
    } catch var error as WorkbookError {
      error.sheet = sheet.name
      throw error
    }
    cells = index.cells
    merges = index.merges
    hiddenRows = index.hiddenRows
    remarks.hiddenColumns = index.hiddenColumns
  }

  package func next(into row: inout SheetRow) throws -> Bool {
    guard position < cells.count else { return false }
    let number = cells[position].row
    row.reset(number: Int(number) + 1)
    while position < cells.count, cells[position].row == number {
      let cell = cells[position]
      position += 1
      // Of two cells in one place the later one counts.
      if position < cells.count, cells[position].row == number, cells[position].column == cell.column {
        continue
      }
      append(cell, to: &row)
    }
    if hiddenRows.contains(number) {
      remarks.hiddenRows += 1
      if remarks.firstHiddenRow == nil { remarks.firstHiddenRow = Int(number) + 1 }
    }
    return true
  }

  // MARK: Cells

  private func append(_ cell: XLSCell, to row: inout SheetRow) {
    let stream = workbook.stream
    let body = Int(cell.offset)
    let record = XLSRecord(type: Int(cell.type), body: body..<body + Int(cell.length))
    // In a run of numbers the style stands right before the number.
    let isRun = record.type == XLSRecord.multipleNumbers
    let styleNumber = stream.short(isRun ? body : body + 4) ?? 0
    let style = workbook.styles.indices.contains(styleNumber) ? workbook.styles[styleNumber] : .number
    func put(_ text: String) {
      guard !text.isEmpty else { return }
      row.padCells(to: Int(cell.column))
      row.appendCell(text)
    }
    func put(_ value: Double?) {
      guard let value, value.isFinite else { return }
      row.padCells(to: Int(cell.column))
      numbers.append(value, style, to: &row)
    }
    switch record.type {
    case XLSRecord.number: put(stream.double(body + 6))
    case XLSRecord.compactNumber: put(stream.long(body + 6).map(XLSSheet.compactNumber))
    case XLSRecord.multipleNumbers: put(stream.long(body + 2).map(XLSSheet.compactNumber))
    case XLSRecord.sharedText:
      if let text = stream.long(body + 6).flatMap({ workbook.strings.text($0) }), !text.isEmpty {
        row.padCells(to: Int(cell.column))
        row.appendCell(text)
      }
    case XLSRecord.text, XLSRecord.richText:
      put(workbook.text(characters: stream.short(body + 6) ?? 0, from: body + 8, in: record))
    case XLSRecord.booleanOrError:
      guard let value = stream.byte(body + 6) else { return }
      put(stream.byte(body + 7) == 0 ? (value == 0 ? "FALSE" : "TRUE") : XLSSheet.errorText(value))
    case XLSRecord.formula:
      guard stream.short(body + 12) == 0xFFFF else { return put(stream.double(body + 6)) }
      let value = stream.byte(body + 8) ?? 0
      switch stream.byte(body + 6) {
      case 0: put(formulaText(after: record))
      case 1: put(value == 0 ? "FALSE" : "TRUE")
      case 2: put(XLSSheet.errorText(value))
      default: break
      }
    default: break
    }
  }

  /// The text that a formula gives stands in a record of its own behind it.
  private func formulaText(after record: XLSRecord) -> String {
    var cursor = XLSRecords(workbook.stream, at: record.body.upperBound)
    for _ in 0..<4 {
      guard let next = cursor.next() else { return "" }
      guard next.type == XLSRecord.formulaText else { continue }
      let start = next.body.lowerBound
      let length = workbook.stream.short(start) ?? 0
      guard workbook.isBIFF8 else { return workbook.text(characters: length, from: start + 2, in: next) }
      var source = XLSText.Source(workbook.stream, cursor.withContinuations(next), from: start + 2)
      var store = ByteStore(capacity: 64)
      _ = XLSText.append(&source, characters: length, to: &store)
      return String(decoding: store.all, as: UTF8.self)
    }
    return ""
  }

  /// A number in 30 bits: an integer or the upper half of a double, in hundredths or not ([MS-XLS] 2.5.122).
  static func compactNumber(_ raw: Int) -> Double {
    let value =
      raw & 2 != 0
      ? Double(Int32(truncatingIfNeeded: raw) >> 2)
      : Double(bitPattern: UInt64(raw & ~3 & 0xFFFF_FFFF) << 32)
    return raw & 1 != 0 ? value / 100 : value
  }

  private static func errorText(_ code: Int) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    default: "#N/A"
    }
  }
}
