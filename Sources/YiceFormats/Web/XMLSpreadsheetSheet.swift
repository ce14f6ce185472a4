/// The rows of one sheet of an XML Spreadsheet 2003, streamed.
final class XMLSpreadsheetSheet: RowSource {
  let sourceName: String
  let sheetName: String?
  let encodingName = "xml"
  let leavesOutEmptyCells = true
  var remarks: SheetRemarks { handler.remarks }

  private let part: XMLPart
  private let handler: XMLSpreadsheetRows

  init(_ part: XMLPart, _ handler: XMLSpreadsheetRows, sourceName: String, sheetName: String) {
    self.part = part
    self.handler = handler
    self.sourceName = sourceName
    self.sheetName = sheetName
  }

  func next(into row: inout SheetRow) throws -> Bool {
    swap(&row, &handler.row)
    defer { swap(&row, &handler.row) }
    do {
      return try part.advance()
    } catch var error as WorkbookError {
      error.sheet = sheetName
      if handler.place.row > 0 { error.row = handler.place.row }
      throw error
    }
  }
}

/// Reads the rows of one sheet; it pauses the parser behind each one.
final class XMLSpreadsheetRows: XMLHandler {
  var row = SheetRow()
  private(set) var remarks = SheetRemarks()
  private(set) var place = XMLSpreadsheetPlace()
  private let wanted: Int
  private let styles: [String: CellStyle]
  private let limits: WorkbookLimits
  private let numbers = NumberCell(uses1904: false)
  private var sheet = 0
  private var style = CellStyle.number
  private var type = ""
  private var data = ByteStore()
  private var takesText = false
  private var hasData = false
  private var hasFormula = false
  private var isInComment = false
  private var isHidden = false
  private var columns = 0

  init(sheet: Int, styles: [String: CellStyle], limits: WorkbookLimits) {
    wanted = sheet
    self.styles = styles
    self.limits = limits
    super.init()
  }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isWord(name, "Worksheet") {
      sheet += 1
      return
    }
    guard sheet == wanted else { return }
    if isWord(name, "Row") {
      startRow(attributes)
    } else if isWord(name, "Cell") {
      place.startCell(attributes)
      style = attributeText(attributes, "StyleID", prefixed: true).flatMap { styles[$0] } ?? .number
      hasFormula = attribute(attributes, "Formula", prefixed: true) != nil
      hasData = false
      data.removeAll()
    } else if isWord(name, "Comment") {
      isInComment = true
    } else if isWord(name, "Data"), !isInComment {
      type = attributeText(attributes, "Type", prefixed: true) ?? "String"
      takesText = true
      hasData = true
    } else if isWord(name, "Column") {
      readColumn(attributes)
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    guard sheet == wanted else { return }
    if isWord(name, "Row") {
      if isHidden, row.count > 0 {
        remarks.hiddenRows += 1
        if remarks.firstHiddenRow == nil { remarks.firstHiddenRow = place.row }
      }
      pause()
    } else if isWord(name, "Cell") {
      endCell()
    } else if isWord(name, "Comment") {
      isInComment = false
    } else if isWord(name, "Data") {
      takesText = false
    } else if isWord(name, "Table") || isWord(name, "Worksheet") {
      finish()
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard takesText else { return }
    data.append(bytes)
    if data.count > limits.rowBytes { fail(.tooLarge("一个单元格里的文字太长")) }
  }

  private func startRow(_ attributes: XMLAttributes) {
    place.startRow(attributes)
    guard place.row <= limits.rows else { return fail(.tooLarge("工作表的行数超过 \(limits.rows)")) }
    isHidden = attribute(attributes, "Hidden", prefixed: true).map { isWord($0, "1") } ?? false
    row.reset(number: place.row)
  }

  private func readColumn(_ attributes: XMLAttributes) {
    let index = attributeText(attributes, "Index", prefixed: true).flatMap { Int($0) } ?? columns + 1
    let span = attributeText(attributes, "Span", prefixed: true).flatMap { Int($0) } ?? 0
    guard (1...limits.columns).contains(index), (0...limits.columns).contains(span) else { return }
    columns = index + span
    if attribute(attributes, "Hidden", prefixed: true).map({ isWord($0, "1") }) ?? false,
      remarks.hiddenColumns.count < SheetRemarks.hiddenRunLimit
    {
      remarks.hiddenColumns.append(index...index + span)
    }
  }

  private func endCell() {
    guard place.column <= limits.columns else { return fail(.tooLarge("工作表的列数超过 \(limits.columns)")) }
    if !hasData {
      if hasFormula { put { $0.appendCell(SheetRemarks.uncalculated) } }
      return
    }
    let text = data.all
    guard !text.isEmpty else { return }
    switch type {
    case "Number":
      put { if !numbers.append(text, style, to: &$0) { $0.appendCell(text) } }
    case "DateTime": put { $0.appendCell(XMLSpreadsheetRows.moment(String(decoding: text, as: UTF8.self))) }
    case "Boolean": put { $0.appendCell(text[0] == 0x31 ? "TRUE" : "FALSE") }
    default: put { $0.appendCell(text) }
    }
  }

  private func put(_ append: (inout SheetRow) -> Void) {
    row.padCells(to: place.column - 1)
    append(&row)
  }

  /// `2022-09-01T08:30:00.000` as `2022-09-01 08:30:00`, midnight left out; a time alone stands on the day before 1900.
  private static func moment(_ text: String) -> String {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return text }
    let time = parts[1].prefix { $0 != "." && $0 != "Z" }
    if parts[0] == "1899-12-31" || parts[0] == "1899-12-30" { return String(time) }
    return time == "00:00:00" ? String(parts[0]) : "\(parts[0]) \(time)"
  }
}
