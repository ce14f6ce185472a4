/// The tables of a web page, one below the other as spreadsheet programs show them: what web systems export as .xls.
/// Decision 0112.
final class WebTable {
  let sourceName: String
  fileprivate let rowsText: [[String]]
  fileprivate let hiddenRows: [Int]
  let merges: [CellRange]

  /// A page's tree takes about thirty times its bytes.
  private static let byteLimit = 1 << 24

  /// - Throws: ``WorkbookError`` or ``CSVError``.
  init(path: String, sourceName: String, encoding: TextEncoding?, limits: WorkbookLimits) throws {
    self.sourceName = sourceName
    let text = try WebTable.text(path, sourceName, encoding)
    var collector = WebTableCollector(limits: limits)
    WebPage.walk(text) { collector.take($0) }
    collector.flushTitle()
    if let what = collector.excess { throw WorkbookError(sourceName: sourceName, kind: .tooLarge(what)) }
    guard collector.hasTable else { throw WorkbookError(sourceName: sourceName, kind: .webPage) }
    rowsText = collector.rows
    hiddenRows = collector.hiddenRows
    merges = collector.merges
  }

  func rows() -> any RowSource { WebRows(self) }

  /// The page in UTF-8. What it says of its own encoding is often wrong; its bytes are not.
  private static func text(_ path: String, _ name: String, _ encoding: TextEncoding?) throws -> [UInt8] {
    let input = try TextInput(
      file: FileInput(path: path, sourceName: name), forced: encoding, chunkSize: 1 << 16)
    var text: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try chunk.withUnsafeMutableBufferPointer({ try input.read(into: $0) }), count > 0 {
      text += chunk[..<count]
      guard text.count <= byteLimit else {
        throw WorkbookError(sourceName: name, kind: .tooLarge("网页表格超过 \(byteLimit >> 20) MB"))
      }
    }
    return text
  }
}

/// The rows of a web page's tables.
private final class WebRows: RowSource {
  let sourceName: String
  let encodingName = "网页"
  let leavesOutEmptyCells = true
  private(set) var remarks = SheetRemarks()
  private let table: WebTable
  private var position = 0

  init(_ table: WebTable) {
    self.table = table
    sourceName = table.sourceName
    remarks.hiddenRows = table.hiddenRows.count
    remarks.firstHiddenRow = table.hiddenRows.first
  }

  func next(into row: inout SheetRow) -> Bool {
    guard position < table.rowsText.count else { return false }
    position += 1
    row.reset(number: position)
    for text in table.rowsText[position - 1] { row.appendCell(text) }
    return true
  }
}
