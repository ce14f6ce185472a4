/// Where a cell of an .xls sheet stands in the stream.
struct XLSCell {
  let row: UInt16
  let column: UInt16
  let type: UInt16
  let length: UInt16
  let offset: UInt32
}

/// The cells of one .xls sheet in the order of rows and columns, with what else the sheet says.
struct XLSCellIndex {
  private(set) var cells: [XLSCell] = []
  private(set) var merges: [CellRange] = []
  private(set) var hiddenRows: Set<UInt16> = []
  /// From 1.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  /// - Throws: ``WorkbookError`` when the sheet's records are cut.
  init(_ workbook: XLSWorkbook, from offset: Int) throws {
    let stream = workbook.stream
    var records = XLSRecords(stream, at: offset)
    guard let first = records.next(), first.type == XLSRecord.bof else { throw workbook.error(.cut) }
    // Embedded charts are sheets within the sheet.
    var depth = 1
    while depth > 0 {
      guard let record = records.next() else { throw workbook.error(.cut) }
      switch record.type {
      case XLSRecord.bof: depth += 1
      case XLSRecord.eof: depth -= 1
      default:
        if depth == 1 { read(record, stream, workbook.limits) }
      }
    }
    sort()
  }

  private mutating func read(_ record: XLSRecord, _ stream: ByteReader, _ limits: WorkbookLimits) {
    let start = record.body.lowerBound
    // The first number is a row, or a column where the record is about columns.
    guard let row = stream.short(start), record.body.count >= 6 else { return }
    switch record.type {
    case XLSRecord.row:
      if record.body.count >= 13, let flags = stream.byte(start + 12), flags & 0x20 != 0 {
        hiddenRows.insert(UInt16(row))
      }
    case XLSRecord.columnInfo:
      if let last = stream.short(start + 2), let flags = stream.short(start + 8), flags & 1 != 0, row <= last,
        record.body.count >= 10, hiddenColumns.count < SheetRemarks.hiddenRunLimit
      {
        hiddenColumns.append(row + 1...last + 1)
      }
    case XLSRecord.mergedCells: readMerges(record, stream, limits)
    case XLSRecord.multipleNumbers:
      guard let first = stream.short(start + 2) else { return }
      for index in 0..<(record.body.count - 6) / 6 where first + index <= 0xFFFF {
        add(record, row, first + index, offset: start + 4 + 6 * index)
      }
    case XLSRecord.number, XLSRecord.compactNumber, XLSRecord.sharedText, XLSRecord.text, XLSRecord.richText,
      XLSRecord.booleanOrError, XLSRecord.formula:
      guard let column = stream.short(start + 2) else { return }
      add(record, row, column, offset: start)
    default: break
    }
  }

  private mutating func add(_ record: XLSRecord, _ row: Int, _ column: Int, offset: Int) {
    // A sheet of that time has 256 columns.
    guard column < 256 else { return }
    cells.append(
      XLSCell(
        row: UInt16(row), column: UInt16(column), type: UInt16(record.type),
        length: UInt16(record.body.count), offset: UInt32(offset)))
  }

  private mutating func readMerges(_ record: XLSRecord, _ stream: ByteReader, _ limits: WorkbookLimits) {
    for index in 0..<(record.body.count - 2) / 8 where merges.count < limits.merges {
      let start = record.body.lowerBound + 2 + 8 * index
      guard let top = stream.short(start), let bottom = stream.short(start + 2),
        let left = stream.short(start + 4), let right = stream.short(start + 6), top <= bottom, left <= right
      else { return }
      merges.append(CellRange(rows: top + 1...bottom + 1, columns: left + 1...right + 1))
    }
  }

  /// Programs write cells in order; a stable sort puts right those that do not.
  private mutating func sort() {
    func place(_ cell: XLSCell) -> UInt32 { UInt32(cell.row) << 16 | UInt32(cell.column) }
    let isSorted = zip(cells, cells.dropFirst()).allSatisfy { place($0) <= place($1) }
    guard !isSorted else { return }
    cells.sort { (place($0), $0.offset) < (place($1), $1.offset) }
  }
}
