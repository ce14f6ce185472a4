internal import Glibc
internal import YiceFiles

/// A file with sheets, whatever its name says: a workbook (.xlsx, .xls, XML Spreadsheet 2003) or a web page with tables by
/// its first bytes, else CSV text.
package final class SheetFile {
  private enum Content {
    case text(path: String, TextEncoding?)
    case xlsx(XLSXPackage)
    case xls(XLSWorkbook)
    case xml(XMLSpreadsheet)
    case page(WebTable)
  }

  /// The file's name, for messages.
  package let name: String
  /// The sheets in the order of their tabs; one for CSV text.
  package let sheets: [SheetInfo]
  /// Cells that are read otherwise than they stand in the file, by the sheet's name.
  package var corrections: [String: [CellPlace: String]] = [:]
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
    guard !head.isEmpty else { throw WorkbookError(sourceName: name, kind: .empty) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      let package = try XLSXPackage(try ZipContainer(path: path, sourceName: name), limits: limits)
      return SheetFile(name: name, sheets: package.sheets, content: .xlsx(package))
    }
    if head.starts(with: CompoundFile.mark) {
      return try compound(try whole(input, limits.xlsBytes, name), name, limits)
    }
    switch FileKind(head) {
    case .spreadsheetXML:
      let workbook = try XMLSpreadsheet(path: path, sourceName: name, limits: limits)
      return SheetFile(name: name, sheets: workbook.sheets, content: .xml(workbook))
    case .webPage:
      let table = try WebTable(path: path, sourceName: name, encoding: encoding, limits: limits)
      return SheetFile(name: name, sheets: [SheetInfo(number: 1, name: name)], content: .page(table))
    case .refused(let kind): throw WorkbookError(sourceName: name, kind: kind)
    case .text: break
    }
    return SheetFile(
      name: name, sheets: [SheetInfo(number: 1, name: name)], content: .text(path: path, encoding))
  }

  /// Whether the file is a workbook and not text.
  package var isWorkbook: Bool {
    switch content {
    case .text, .page: false
    case .xlsx, .xls, .xml: true
    }
  }

  /// Opens a sheet at its first row.
  ///
  /// - Throws: ``WorkbookError`` or ``CSVError``.
  package func rows(of sheet: SheetInfo) throws -> any RowSource {
    let source = try source(of: sheet)
    guard let corrected = corrections[sheet.name], !corrected.isEmpty else { return source }
    return CorrectedRows(source, corrected)
  }

  private func source(of sheet: SheetInfo) throws -> any RowSource {
    switch content {
    case .text(let path, let encoding): try CSVReader(path: path, encoding: encoding)
    case .xlsx(let package): try XLSXSheet(package, sheet)
    case .xls(let workbook): try XLSSheet(workbook, sheet)
    case .xml(let workbook): try workbook.rows(of: sheet)
    case .page(let table): table.rows()
    }
  }

  /// The merged cells of a sheet.
  package func merges(of sheet: SheetInfo) throws -> [CellRange] {
    switch content {
    case .text: []
    case .xlsx(let package): try XLSXMerges.read(package, sheet)
    case .xls(let workbook): try XLSSheet(workbook, sheet).merges
    case .xml(let workbook): workbook.merges(of: sheet)
    case .page(let table): table.merges
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
  /// Whether a file is a workbook (.xlsx, .xls) by its first bytes; a folder or a pipe is none.
  package static func isWorkbook(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let head = try? firstBytes(try FileInput(path: path, sourceName: path))
    else { return false }
    return head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: CompoundFile.mark)
  }

  private static func firstBytes(_ input: FileInput) throws -> [UInt8] {
    var head = [UInt8](repeating: 0, count: 4096)
    let count = try head.withUnsafeMutableBufferPointer { try input.read(into: $0) }
    return Array(head.prefix(count))
  }

  /// An old workbook, or a new one that is encrypted.
  private static func compound(_ bytes: [UInt8], _ name: String, _ limits: WorkbookLimits) throws -> SheetFile
  {
    do {
      let file = try CompoundFile(bytes)
      if file.contains("EncryptedPackage") {
        guard let plain = try EncryptedPackage.open(file, sourceName: name) else {
          throw WorkbookError(sourceName: name, kind: .encrypted)
        }
        let package = try XLSXPackage(try ZipContainer(bytes: plain, sourceName: name), limits: limits)
        return SheetFile(name: name, sheets: package.sheets, content: .xlsx(package))
      }
      let workbook = try XLSWorkbook(file, sourceName: name, limits: limits)
      return SheetFile(name: name, sheets: workbook.sheets, content: .xls(workbook))
    } catch is CompoundFile.Damaged {
      throw WorkbookError(sourceName: name, kind: .cut)
    }
  }

  private static func whole(_ input: FileInput, _ limit: Int, _ name: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try input.forEachChunk(size: 1 << 16) {
      bytes += $0
      return bytes.count <= limit
    }
    guard bytes.count <= limit else {
      throw WorkbookError(sourceName: name, kind: .tooLarge("文件超过 \(limit >> 20) MB"))
    }
    return bytes
  }
}
