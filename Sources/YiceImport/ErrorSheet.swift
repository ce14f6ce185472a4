package import YiceFormats
package import YiceModel
internal import YiceStore

/// The clerk's own sheet with every bad cell coloured and a note that says why; once corrected, it is imported as it is.
/// Decision 0073.
package enum ErrorSheet {
  /// Name of the sheet that lists all findings.
  static let listName = "问题清单"
  private static let plain = XLSXStyle().with { $0.numberFormat = "@" }
  private static let error = plain.with {
    $0.fill = 0xFFC7CE
    $0.border = true
  }
  private static let warning = error.with { $0.fill = 0xFFEB9C }

  /// One sheet to write back.
  package struct Page {
    /// The sheet, read once more from its start.
    package let source: any RowSource
    package let merges: [CellRange]
    /// Name of the sheet; nil: 改正.
    package let name: String?
    /// Of this sheet. Their columns are headings, or letters where the sheet is named.
    package let findings: [Finding]
    /// Headings as findings name them, by position from 0: those of several rows stand so in no cell.
    package let headings: [Int: String]

    package init(
      _ source: any RowSource, merges: [CellRange] = [], name: String? = nil, headings: [Int: String] = [:],
      findings: [Finding]
    ) {
      self.headings = headings
      self.source = source
      self.merges = merges
      self.name = name
      self.findings = findings
    }
  }

  /// - Parameters:
  ///   - pages: the sheets.
  ///   - findings: of importing them, for the list.
  ///   - notShown: findings beyond those kept.
  /// - Throws: `XLSXError`, and the reader's own errors.
  package static func write(_ pages: [Page], findings: [Finding], notShown: Int, to path: String) throws {
    // Merged cells that reach over rows need the rows in memory.
    let book = try XLSXWorkbook(path: path, constantMemory: pages.allSatisfy(\.merges.isEmpty))
    var first: XLSXSheetWriter?
    for page in pages {
      let sheet = try book.addSheet(page.name ?? "改正")
      var painter = Painter(page, sheet: sheet, book: book)
      var row = SheetRow()
      while try page.source.next(into: &row) { painter.paint(row) }
      painter.finish()
      first = first ?? sheet
    }
    try list(findings, notShown, book, sheets: pages.contains { $0.name != nil })
    first?.activate()
    try book.close()
  }

  /// All findings on a second sheet, those that belong to no cell among them.
  private static func list(
    _ findings: [Finding], _ notShown: Int, _ book: XLSXWorkbook, sheets: Bool
  ) throws {
    let sheet = try book.addSheet(listName)
    let heading = book.format(plain.with { $0.bold = true })
    let wrapped = book.format(plain.with { $0.wraps = true })
    for (column, label) in ((sheets ? ["工作表"] : []) + ["行", "列", "内容", "程度", "问题"]).enumerated() {
      sheet.write(label, row: 0, column: column, heading)
    }
    for (index, finding) in findings.enumerated() {
      let cells =
        (sheets ? [finding.location.sheet ?? ""] : []) + [
          finding.location.row.map(String.init) ?? "", finding.location.column ?? "", finding.value ?? "",
          finding.severity.label, finding.message,
        ]
      for (column, text) in cells.enumerated() {
        sheet.write(text, row: index + 1, column: column, wrapped)
      }
    }
    if notShown > 0 { sheet.write("…… 还有 \(notShown) 条没有列出", row: findings.count + 1, column: 0) }
    for (column, width) in ((sheets ? [18.0] : []) + [6, 18, 18, 6, 60]).enumerated() {
      sheet.setColumn(column, width: width)
    }
    sheet.freeze(rows: 1)
  }
}

/// Writes the rows and colours what the findings name.
private struct Painter {
  private let sheet: XLSXSheetWriter
  private let plain: XLSXFormat
  private let colors: [Finding.Severity: XLSXFormat]
  private let byRow: [Int: [Finding]]
  private let merges: [CellRange]
  /// First cells of merged ranges, written once more over the blank the merging leaves.
  private var merged: [CellRange: (text: String, XLSXFormat)] = [:]
  private let byCorner: [Corner: CellRange]
  /// Heading, tidied as findings name it → column.
  private var headings: [String: Int] = [:]
  private let usesLetters: Bool
  /// The importer told the headings: what stands in other rows is none.
  private let given: Bool
  private var memoryColumn: Int?
  private var widths: [Int] = []
  private let firstFinding: Int

  private struct Corner: Hashable { let row, column: Int }

  init(_ page: ErrorSheet.Page, sheet: XLSXSheetWriter, book: XLSXWorkbook) {
    self.sheet = sheet
    merges = page.merges
    given = !page.headings.isEmpty
    usesLetters = page.name != nil
    for (index, heading) in page.headings { headings[HeaderMatcher.tidy(heading)] = index }
    byCorner = Dictionary(
      page.merges.map { (Corner(row: $0.rows.lowerBound, column: $0.columns.lowerBound), $0) },
      uniquingKeysWith: { first, _ in first })
    plain = book.format(XLSXStyle().with { $0.numberFormat = "@" })
    colors = [
      .error: book.format(ErrorSheet.style(.error)), .warning: book.format(ErrorSheet.style(.warning)),
    ]
    byRow = Dictionary(
      grouping: page.findings.filter { $0.severity != .note && $0.location.row != nil }
    ) { $0.location.row ?? 0 }
    firstFinding = byRow.keys.min() ?? Int.max
  }

  /// A row keeps the number that its findings give it.
  mutating func paint(_ row: SheetRow) {
    let place = row.number - 1
    let findings = byRow[row.number] ?? []
    if row.number <= firstFinding { learnHeadings(row) }
    let byColumn = Dictionary(grouping: findings, by: column(of:))
    let ofRow = byColumn[nil] ?? []
    let count = max(row.count, (byColumn.keys.compactMap { $0 }.max() ?? -1) + 1)
    for index in 0..<count {
      let text = row[index]
      if index >= widths.count { widths.append(8) }
      if row.number < 200 { widths[index] = max(widths[index], min(40, displayWidth(text) + 2)) }
      let here = byColumn[index] ?? []
      let all = here + (index == 0 ? ofRow : [])
      let worst = (here + (usesLetters ? [] : ofRow)).map(\.severity).min()
      let format = worst.flatMap { colors[$0] } ?? plain
      if text.isEmpty {
        sheet.writeBlank(row: place, column: index, format)
      } else {
        sheet.write(text, row: place, column: index, format)
      }
      if let range = byCorner[Corner(row: row.number, column: index + 1)] { merged[range] = (text, format) }
      guard !all.isEmpty else { continue }
      sheet.comment(
        all.map { "\($0.severity.label)：\($0.message)" }.joined(separator: "\n"), row: place, column: index)
    }
  }

  func finish() {
    for (column, width) in widths.enumerated() {
      sheet.setColumn(column, width: Double(width), hidden: column == memoryColumn)
    }
    for range in ErrorSheet.apart(merges) {
      guard let (text, format) = merged[range] else { continue }
      sheet.merge(
        rows: range.rows.lowerBound - 1...range.rows.upperBound - 1,
        columns: range.columns.lowerBound - 1...range.columns.upperBound - 1, text, format)
    }
  }

  private mutating func learnHeadings(_ row: SheetRow) {
    for index in 0..<row.count {
      let heading = HeaderMatcher.tidy(row[index])
      if !heading.isEmpty, headings[heading] == nil || !given { headings[heading] = index }
      if SheetMemory(heading: row[index]) != nil { memoryColumn = index }
    }
  }

  private func column(of finding: Finding) -> Int? {
    guard let name = finding.location.column else { return nil }
    if usesLetters { return columnNumber(letters: name).map { $0 - 1 } }
    return headings[HeaderMatcher.tidy(name)]
  }
}

extension ErrorSheet {
  fileprivate static func style(_ severity: Finding.Severity) -> XLSXStyle {
    severity == .error ? error : warning
  }

  /// So many merged ranges are written back: they stand in headings.
  private static let mergeLimit = 2000

  /// Merged ranges that do not lie over one another: a workbook with others does not open.
  fileprivate static func apart(_ merges: [CellRange]) -> [CellRange] {
    merges.prefix(mergeLimit).reduce(into: [CellRange]()) { kept, range in
      guard range.rows.count > 1 || range.columns.count > 1 else { return }
      let isFree = kept.allSatisfy { !$0.rows.overlaps(range.rows) || !$0.columns.overlaps(range.columns) }
      if isFree { kept.append(range) }
    }
  }
}
