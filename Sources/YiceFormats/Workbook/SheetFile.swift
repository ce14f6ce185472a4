internal import Glibc
internal import YiceFiles

/// A file with sheets, whatever its name says: an .xlsx or .xls workbook by its first bytes, else CSV text.
package final class SheetFile {
  private enum Content {
    case text(path: String, TextEncoding?)
    case xlsx(XLSXPackage)
    case xls(XLSWorkbook)
  }

  /// The file's name, for messages.
  package let name: String
  /// The sheets in the order of their tabs; one for CSV text.
  package let sheets: [SheetInfo]
  private let content: Content

  private init(name: String, sheets: [SheetInfo], content: Content) {
    self.name = name
    self.sheets = sheets
    self.content = content
  }

  /// Opens a file and lists its sheets.
  ///
  /// - Parameter encoding: of CSV text; `nil` to find it.
  /// - Throws: ``WorkbookError`` or ``CSVError``.
  package static func open(
    _ path: String, encoding: TextEncoding? = nil, limits: WorkbookLimits = WorkbookLimits()
  ) throws -> SheetFile {
    let name = fileName(of: path)
    let input = try FileInput(path: path, sourceName: name)
    let head = try firstBytes(input)
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      let package = try XLSXPackage(path: path, sourceName: name, limits: limits)
      return SheetFile(name: name, sheets: package.sheets, content: .xlsx(package))
    }
    if head.starts(with: CompoundFile.mark) {
      let workbook = try XLSWorkbook(try whole(input, limits, name), sourceName: name, limits: limits)
      return SheetFile(name: name, sheets: workbook.sheets, content: .xls(workbook))
    }
    if let kind = refusal(head) { throw WorkbookError(sourceName: name, kind: kind) }
    return SheetFile(
      name: name, sheets: [SheetInfo(number: 1, name: name)], content: .text(path: path, encoding))
  }

  /// Whether the file is a workbook and not text.
  package var isWorkbook: Bool {
    if case .text = content { false } else { true }
  }

  /// Opens a sheet at its first row.
  ///
  /// - Throws: ``WorkbookError`` or ``CSVError``.
  package func rows(of sheet: SheetInfo) throws -> any RowSource {
    switch content {
    case .text(let path, let encoding): try CSVReader(path: path, encoding: encoding)
    case .xlsx(let package): try XLSXSheet(package, sheet)
    case .xls(let workbook): try XLSSheet(workbook, sheet)
    }
  }

  /// The merged cells of a sheet.
  package func merges(of sheet: SheetInfo) throws -> [CellRange] {
    switch content {
    case .text: []
    case .xlsx(let package): try XLSXMerges.read(package, sheet)
    case .xls(let workbook): try XLSSheet(workbook, sheet).merges
    }
  }

  /// The sheet that a person names by its tab or its number.
  ///
  /// - Throws: ``WorkbookError`` when there is none.
  package func sheet(_ word: String) throws -> SheetInfo {
    if let named = sheets.first(where: { $0.name == word }) { return named }
    if let number = Int(word), sheets.indices.contains(number - 1) { return sheets[number - 1] }
    throw WorkbookError(sourceName: name, kind: .noSuchSheet(word, names: sheets.map(\.name)))
  }
}

// MARK: - First bytes

extension SheetFile {
  private static func firstBytes(_ input: FileInput) throws -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 512)
    let count = try head.withUnsafeMutableBufferPointer { try input.read(into: $0) }
    return Array(head.prefix(count))
  }

  /// Why a file that is neither a workbook nor text is not read.
  private static func refusal(_ head: [UInt8]) -> WorkbookError.Kind? {
    // A stream of Excel 2 to 4 without a container.
    if head.count > 8, head[0] == 0x09, [0x00, 0x02, 0x04].contains(head[1]), head[2] <= 8, head[3] == 0 {
      return .oldOrBinary
    }
    var text = head[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 <= 0x20 }
    let word = String(decoding: text.prefix(9), as: UTF8.self).lowercased()
    for mark in ["<html", "<!doctype", "<table", "<?xml", "<meta"] where word.hasPrefix(mark.prefix(9)) {
      return .webPage
    }
    return nil
  }

  private static func whole(_ input: FileInput, _ limits: WorkbookLimits, _ name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try input.forEachChunk(size: 1 << 16) {
      bytes += $0
      return bytes.count <= limits.xlsBytes
    }
    guard bytes.count <= limits.xlsBytes else {
      throw WorkbookError(sourceName: name, kind: .tooLarge("文件超过 \(limits.xlsBytes >> 20) MB"))
    }
    return bytes
  }
}
