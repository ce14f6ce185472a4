package import YiceFormats
package import YiceModel
internal import YiceStore

/// Which sheet of a workbook is imported.
package struct SheetChoice {
  package let sheet: SheetInfo
  /// Why it, and which others there are.
  package var notes: [Finding] { notes(joined: []) }
  /// The others of the workbook.
  let others: [SheetInfo]
  private let broken: [Finding]
  private let fileName: String
  private let isNamed: Bool

  /// The sheet a person named; else the only visible one; else the visible one whose heading matches best.
  ///
  /// - Throws: the readers' errors.
  package init(_ file: SheetFile, named word: String?, matcher: HeaderMatcher) throws {
    if let word {
      (sheet, others, broken, fileName, isNamed) = (try file.sheet(word), [], [], file.name, true)
      return
    }
    let visible = file.sheets.filter { $0.visibility == .visible }
    let candidates = visible.isEmpty ? file.sheets : visible
    guard let first = candidates.first else { throw WorkbookError(sourceName: file.name, kind: .noSheets) }
    guard file.sheets.count > 1 else {
      (sheet, others, broken, fileName, isNamed) = (first, [], [], file.name, true)
      return
    }
    var best = (sheet: first, score: Score())
    var broken: [Finding] = []
    if candidates.count > 1 {
      var lastError: (any Error)?
      for candidate in candidates {
        do {
          let score = try SheetChoice.score(file, candidate, matcher)
          if best.score < score { best = (candidate, score) }
        } catch {
          // Another sheet may be sound.
          lastError = error
          broken.append(
            Finding(
              .warning, "sheet-broken", at: SourceLocation(file: file.name, sheet: candidate.name),
              "这一张读不出来，没有读取"))
        }
      }
      if let lastError, best.score.headings < 0 { throw lastError }
    }
    let chosen = best.sheet
    sheet = chosen
    others = file.sheets.filter { $0 != chosen }
    self.broken = broken
    fileName = file.name
    isNamed = false
  }

  /// The sheet that was chosen among those of a workbook which is imported as a whole.
  init(_ file: SheetFile, _ sheet: SheetInfo, others: [SheetInfo]) {
    self.sheet = sheet
    self.others = others
    broken = []
    fileName = file.name
    isNamed = true
  }

  /// - Parameter joined: sheets whose rows fill in columns of the chosen one's.
  func notes(joined: [SheetInfo]) -> [Finding] {
    guard !isNamed else { return [] }
    let place = SourceLocation(file: fileName, sheet: sheet.name)
    let left = others.filter { !joined.contains($0) }
      .map { "“\($0.name)”" + ($0.visibility == .hidden ? "（隐藏）" : "") }
    guard !left.isEmpty else { return broken }
    return broken + [
      Finding(
        .note, "sheet-chosen", at: place,
        "导入了这一张；没有导入：\(left.joined(separator: "、"))（用 --sheet 指明要导入的一张）")
    ]
  }

  /// How well a sheet fits a table: columns that its headings name, and as much again as one column where its tab names
  /// the table.
  private struct Score: Comparable {
    var headings = -1
    var isNamed = false

    private var total: Int { headings + (isNamed ? 2 : 0) }
    static func < (left: Score, right: Score) -> Bool {
      (left.total, left.headings) < (right.total, right.headings)
    }
  }

  private static func score(_ file: SheetFile, _ sheet: SheetInfo, _ matcher: HeaderMatcher) throws -> Score {
    let rows = try HeadedRows(
      file.rows(of: sheet), merges: file.merges(of: sheet), matcher: matcher, headerRows: nil)
    let headings = rows?.heading.score ?? -1
    return Score(headings: headings, isNamed: headings > 0 && isNamed(sheet, matcher.table))
  }

  /// Whether a tab's text names the table: 教师, 教师名册, 一、教师.
  private static func isNamed(_ sheet: SheetInfo, _ table: CatalogTable) -> Bool {
    let name = HeaderMatcher.tidy(sheet.name)
    return ([table.label] + table.synonyms).contains { name.contains($0) }
  }
}
