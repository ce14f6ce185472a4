/// The parts of an .xlsx workbook and how they hang together: sheets, number formats, shared strings.
final class XLSXPackage {
  let sourceName: String
  let container: ZipContainer
  let limits: WorkbookLimits
  private(set) var sheets: [SheetInfo] = []
  private(set) var uses1904 = false
  private var sheetParts: [String] = []
  private var stringsPart: String?
  private var stylesPart: String?
  private var loadedStrings: SharedStrings?
  private var unpacked: [Int: SheetBytes] = [:]

  /// Bytes of unpacked sheets that are kept for the next question.
  private static let mostUnpacked = 16 << 20
  private var loadedStyles: [CellStyle]?

  /// - Throws: ``WorkbookError``.
  init(_ container: ZipContainer, limits: WorkbookLimits) throws {
    sourceName = container.sourceName
    self.limits = limits
    self.container = container
    let main = try mainPart()
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let file = main.dropFirst(folder.count)
    let relations = try Relations(self, "\(folder)_rels/\(file).rels")
    let workbook = WorkbookHandler()
    guard try parse(main, workbook) else { throw error(.notAWorkbook) }
    if let kind = workbook.otherKind { throw error(.otherKind(kind)) }
    uses1904 = workbook.uses1904
    for entry in workbook.sheets {
      // A chart or macro sheet has no cells.
      guard let target = relations.target(id: entry.relation, type: "worksheet") else { continue }
      sheetParts.append(XLSXPackage.path(target, from: folder))
      sheets.append(
        SheetInfo(number: sheets.count + 1, name: entry.name, visibility: entry.isHidden ? .hidden : .visible)
      )
    }
    guard !sheets.isEmpty else { throw error(.noSheets) }
    stringsPart = relations.target(type: "sharedStrings").map { XLSXPackage.path($0, from: folder) }
    stylesPart = relations.target(type: "styles").map { XLSXPackage.path($0, from: folder) }
  }

  /// The part with a sheet's cells, unpacked whole; `nil` when it is large or cannot be read to its end.
  func sheetBytes(_ sheet: SheetInfo) -> SheetBytes? {
    if let kept = unpacked[sheet.number] { return kept }
    guard let bytes = (try? openSheet(sheet)).flatMap(SheetBytes.init) else { return nil }
    if unpacked.values.reduce(bytes.count, { $0 + $1.count }) <= XLSXPackage.mostUnpacked {
      unpacked[sheet.number] = bytes
    }
    return bytes
  }

  /// A sheet's XML from its start.
  func sheetInput(_ sheet: SheetInfo) throws -> any XMLInput {
    try sheetBytes(sheet)?.reader() ?? openSheet(sheet)
  }

  /// Opens the part with a sheet's cells.
  func openSheet(_ sheet: SheetInfo) throws -> ZipPart {
    guard sheetParts.indices.contains(sheet.number - 1),
      let part = try container.open(sheetParts[sheet.number - 1], limit: limits.sheetBytes, limits: limits)
    else {
      throw WorkbookError(sourceName: sourceName, sheet: sheet.name, kind: .cut)
    }
    return part
  }

  /// The texts that cells refer to by number.
  func strings() throws -> SharedStrings {
    if let loadedStrings { return loadedStrings }
    let handler = SharedStringsHandler(limit: limits.sharedStringBytes)
    if let stringsPart { _ = try parse(stringsPart, handler, limit: limits.sharedStringBytes) }
    loadedStrings = handler.strings
    return handler.strings
  }

  /// How the cells of each style show numbers.
  func styles() throws -> [CellStyle] {
    if let loadedStyles { return loadedStyles }
    let handler = StylesHandler()
    if let stylesPart { _ = try parse(stylesPart, handler) }
    loadedStyles = handler.styles
    return handler.styles
  }

  /// Parses a small part whole.
  ///
  /// - Returns: `false` when there is no such part.
  func parse(_ part: String, _ handler: XMLHandler, limit: Int? = nil) throws -> Bool {
    guard let input = try container.open(part, limit: limit ?? limits.partBytes, limits: limits) else {
      return false
    }
    try XMLPart(input, handler, sourceName: sourceName, limits: limits).run()
    return true
  }

  private func mainPart() throws -> String {
    let relations = try Relations(self, "_rels/.rels")
    guard let target = relations.target(type: "officeDocument") else {
      // Neither a document nor a plain zip that was renamed; an empty container was cut.
      throw error(container.contains("content.xml") ? .openDocument : .notAWorkbook)
    }
    let path = XLSXPackage.path(target, from: "")
    if path.hasSuffix(".bin") { throw error(.oldOrBinary) }
    return path
  }

  private func error(_ kind: WorkbookError.Kind) -> WorkbookError {
    WorkbookError(sourceName: sourceName, kind: kind)
  }

  /// The part that a relation leads to, from the folder of the part that has it.
  static func path(_ target: String, from folder: String) -> String {
    // Some writers have the separators of Windows.
    let target = target.replacing("\\", with: "/")
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// What one part refers to: id, type and target.
struct Relations {
  private var entries: [(id: String, type: String, target: String)] = []

  init(_ package: XLSXPackage, _ part: String) throws {
    let handler = RelationsHandler()
    _ = try package.parse(part, handler)
    entries = handler.entries
  }

  /// The first target of a type; the strict and the usual namespace end in the same word.
  func target(id: String? = nil, type: String) -> String? {
    entries.first { (id == nil || $0.id == id) && $0.type.hasSuffix("/" + type) }?.target
  }
}

private final class RelationsHandler: XMLHandler {
  var entries: [(id: String, type: String, target: String)] = []

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard isWord(name, "Relationship"), entries.count < 10_000,
      let id = attributeText(attributes, "Id"), let type = attributeText(attributes, "Type"),
      let target = attributeText(attributes, "Target")
    else { return }
    entries.append((id, type, target))
  }
}

private final class WorkbookHandler: XMLHandler {
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var uses1904 = false
  /// What the file is when it is no workbook, in Chinese.
  private(set) var otherKind: String?
  private var isWorkbook = false

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if isWord(name, "workbook") {
      isWorkbook = true
    } else if !isWorkbook {
      if isWord(name, "document") { otherKind = " Word 文档" }
      if isWord(name, "presentation") { otherKind = "演示文稿" }
    }
    if isWord(name, "sheet") {
      guard sheets.count < 10_000, let label = attributeText(attributes, "name"),
        let relation = attributeText(attributes, "id", prefixed: true)
      else { return }
      let state = attributeText(attributes, "state") ?? "visible"
      sheets.append((label, relation, state != "visible"))
    } else if isWord(name, "workbookPr") {
      uses1904 = attributeIsSet(attributes, "date1904")
    }
  }
}
