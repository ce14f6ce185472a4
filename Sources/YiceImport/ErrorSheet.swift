package import YiceFormats
package import YiceModel

/// The clerk's own sheet with every bad cell coloured and a note that says why; once corrected, it is imported as it is.
package enum ErrorSheet {
  private static let plain = XLSXStyle().with { $0.numberFormat = "@" }
  private static let error = plain.with {
    $0.fill = 0xFFC7CE
    $0.border = true
  }
  private static let warning = error.with { $0.fill = 0xFFEB9C }

  /// - Parameters:
  ///   - source: the sheet, read once more from its start.
  ///   - findings: of importing it.
  ///   - notShown: findings beyond those kept.
  /// - Throws: `XLSXError`, and the reader's own errors.
  package static func write(
    _ source: any RowSource, findings: [Finding], notShown: Int, to path: String
  ) throws {
    let book = try XLSXWorkbook(path: path, constantMemory: true)
    let sheet = try book.addSheet("改正")
    var painter = Painter(findings: findings, sheet: sheet, book: book)
    var row = SheetRow()
    while try source.next(into: &row) { painter.paint(row) }
    painter.finish()
    try list(findings, notShown, book)
    sheet.activate()
    try book.close()
  }

  /// All findings on a second sheet, those that belong to no cell among them.
  private static func list(_ findings: [Finding], _ notShown: Int, _ book: XLSXWorkbook) throws {
    let sheet = try book.addSheet("问题清单")
    let heading = book.format(plain.with { $0.bold = true })
    let wrapped = book.format(plain.with { $0.wraps = true })
    for (column, label) in ["行", "列", "内容", "程度", "问题"].enumerated() {
      sheet.write(label, row: 0, column: column, heading)
    }
    for (index, finding) in findings.enumerated() {
      let cells = [
        finding.location.row.map(String.init) ?? "", finding.location.column ?? "", finding.value ?? "",
        finding.severity.label, finding.message,
      ]
      for (column, text) in cells.enumerated() {
        sheet.write(text, row: index + 1, column: column, wrapped)
      }
    }
    if notShown > 0 { sheet.write("…… 还有 \(notShown) 条没有列出", row: findings.count + 1, column: 0) }
    for (column, width) in [6.0, 18, 18, 6, 60].enumerated() { sheet.setColumn(column, width: width) }
    sheet.freeze(rows: 1)
  }
}

/// Writes the rows and colours what the findings name.
private struct Painter {
  private let sheet: XLSXSheetWriter
  private let plain: XLSXFormat
  private let colors: [Finding.Severity: XLSXFormat]
  private let byRow: [Int: [Finding]]
  /// Heading, tidied as findings name it → column.
  private var headings: [String: Int] = [:]
  private var widths: [Int] = []
  private let firstFinding: Int

  init(findings: [Finding], sheet: XLSXSheetWriter, book: XLSXWorkbook) {
    self.sheet = sheet
    plain = book.format(XLSXStyle().with { $0.numberFormat = "@" })
    colors = [
      .error: book.format(ErrorSheet.style(.error)), .warning: book.format(ErrorSheet.style(.warning)),
    ]
    byRow = Dictionary(grouping: findings.filter { $0.severity != .note && $0.location.row != nil }) {
      $0.location.row ?? 0
    }
    firstFinding = byRow.keys.min() ?? Int.max
  }

  /// A row keeps the number that its findings give it.
  mutating func paint(_ row: SheetRow) {
    let place = row.number - 1
    let findings = byRow[row.number] ?? []
    if row.number <= firstFinding { learnHeadings(row) }
    let ofRow = findings.filter { column(of: $0) == nil }
    let count = max(row.count, (findings.compactMap(column).max() ?? -1) + 1)
    for index in 0..<count {
      let text = row[index]
      if index >= widths.count { widths.append(8) }
      if row.number < 200 { widths[index] = max(widths[index], min(40, displayWidth(text) + 2)) }
      let here = findings.filter { column(of: $0) == index }
      let all = here + (index == 0 ? ofRow : [])
      let worst = (here + ofRow).map(\.severity).min()
      let format = worst.flatMap { colors[$0] } ?? plain
      if text.isEmpty {
        sheet.writeBlank(row: place, column: index, format)
      } else {
        sheet.write(text, row: place, column: index, format)
      }
      guard !all.isEmpty else { continue }
      sheet.comment(
        all.map { "\($0.severity.label)：\($0.message)" }.joined(separator: "\n"), row: place, column: index)
    }
  }

  func finish() {
    for (column, width) in widths.enumerated() { sheet.setColumn(column, width: Double(width)) }
  }

  private mutating func learnHeadings(_ row: SheetRow) {
    for index in 0..<row.count {
      let heading = HeaderMatcher.tidy(row[index])
      if !heading.isEmpty { headings[heading] = index }
    }
  }

  private func column(of finding: Finding) -> Int? {
    finding.location.column.flatMap { headings[HeaderMatcher.tidy($0)] }
  }
}

extension ErrorSheet {
  fileprivate static func style(_ severity: Finding.Severity) -> XLSXStyle {
    severity == .error ? error : warning
  }
}
