/// A workbook in the XML that Excel 2002 and 2003 wrote (XML Spreadsheet 2003), and that web systems export as .xls.
final class XMLSpreadsheet {
  let sourceName: String
  private(set) var sheets: [SheetInfo] = []
  private let path: String
  private let limits: WorkbookLimits
  private let overview: XMLSpreadsheetOverview

  /// - Throws: ``WorkbookError`` or ``CSVError``.
  init(path: String, sourceName: String, limits: WorkbookLimits) throws {
    self.path = path
    self.sourceName = sourceName
    self.limits = limits
    overview = XMLSpreadsheetOverview(limit: limits.merges)
    try XMLPart(
      FileXML(path, sourceName, limit: limits.sheetBytes), overview, sourceName: sourceName, limits: limits
    ).run()
    sheets = overview.sheets
    guard !sheets.isEmpty else { throw WorkbookError(sourceName: sourceName, kind: .noSheets) }
  }

  func merges(of sheet: SheetInfo) -> [CellRange] { overview.merges[sheet.number] ?? [] }

  func rows(of sheet: SheetInfo) throws -> any RowSource {
    let handler = XMLSpreadsheetRows(sheet: sheet.number, styles: overview.styles, limits: limits)
    return XMLSpreadsheetSheet(
      try XMLPart(
        FileXML(path, sourceName, limit: limits.sheetBytes), handler, sourceName: sourceName, limits: limits),
      handler, sourceName: sourceName, sheetName: sheet.name)
  }
}

/// A file as an XML part.
final class FileXML: XMLInput {
  private let input: FileInput
  private let limit: Int
  private var total = 0

  init(_ path: String, _ sourceName: String, limit: Int) throws {
    input = try FileInput(path: path, sourceName: sourceName)
    self.limit = limit
  }

  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int {
    let bytes = UnsafeMutableBufferPointer(start: buffer.assumingMemoryBound(to: UInt8.self), count: count)
    let read = try input.read(into: bytes)
    total += read
    guard total <= limit else {
      throw WorkbookError(sourceName: input.sourceName, kind: .tooLarge("文件太大"))
    }
    return read
  }
}

/// Where the next row and cell stand: elements may leave out empty ones and say where they are instead.
struct XMLSpreadsheetPlace {
  var row = 0
  var column = 0
  /// Columns that the cell reaches over.
  var across = 0

  mutating func startRow(_ attributes: XMLAttributes) {
    row = max(row + 1, number(attributes, "Index"))
    column = 0
    across = 0
  }

  mutating func startCell(_ attributes: XMLAttributes) {
    column = max(column + across + 1, number(attributes, "Index"))
    across = number(attributes, "MergeAcross")
  }

  /// A number from 0 to what a sheet has; 0 where there is none.
  private func number(_ attributes: XMLAttributes, _ name: StaticString) -> Int {
    min(max(attributeText(attributes, name, prefixed: true).flatMap { Int($0) } ?? 0, 0), 10_000_000)
  }
}

/// What is to be known before a sheet is read: the sheets, the styles, the merged cells.
final class XMLSpreadsheetOverview: XMLHandler {
  private(set) var sheets: [SheetInfo] = []
  private(set) var styles: [String: CellStyle] = [:]
  private(set) var merges: [Int: [CellRange]] = [:]
  private var style: String?
  private var place = XMLSpreadsheetPlace()
  private var count = 0
  private let limit: Int
  private var isVisibility = false
  private var visibility = ""

  init(limit: Int) {
    self.limit = limit
    super.init()
  }

  // A sheet's options, with its visibility, stand in another namespace.
  override var readsAllNamespaces: Bool { true }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isWord(name, "Row") {
      place.startRow(attributes)
    } else if isWord(name, "Cell") {
      place.startCell(attributes)
      let down = min(attributeText(attributes, "MergeDown", prefixed: true).flatMap { Int($0) } ?? 0, 1 << 20)
      guard down > 0 || place.across > 0, count < limit else { return }
      count += 1
      merges[sheets.count, default: []].append(
        CellRange(
          rows: place.row...place.row + max(down, 0), columns: place.column...place.column + place.across))
    } else if isWord(name, "Worksheet"), sheets.count < 10_000 {
      place = XMLSpreadsheetPlace()
      let label = attributeText(attributes, "Name", prefixed: true) ?? "Sheet\(sheets.count + 1)"
      sheets.append(SheetInfo(number: sheets.count + 1, name: label))
    } else if isWord(name, "Style") {
      style = attributeText(attributes, "ID", prefixed: true)
    } else if isWord(name, "NumberFormat"), let style, styles.count < 100_000 {
      styles[style] = attributeText(attributes, "Format", prefixed: true).map(XMLSpreadsheetOverview.style)
    } else if isWord(name, "Visible") {
      isVisibility = true
      visibility = ""
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if isWord(name, "Style") { style = nil }
    if isWord(name, "Visible") {
      isVisibility = false
      if visibility.contains("Hidden"), !sheets.isEmpty { sheets[sheets.count - 1].visibility = .hidden }
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isVisibility, visibility.utf8.count < 100 { visibility += String(decoding: bytes, as: UTF8.self) }
  }

  private static func style(_ format: String) -> CellStyle {
    switch format {
    case "General", "General Number", "Standard", "Fixed", "Percent", "Currency", "Scientific", "Yes/No", "@":
      .number
    case "Long Date", "Medium Date", "Short Date": .date
    case "General Date": .dateAndTime
    case "Long Time", "Medium Time", "Short Time": .time
    default: CellStyle.custom(format)
    }
  }
}
