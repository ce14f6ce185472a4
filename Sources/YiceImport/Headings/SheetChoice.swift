package import YiceFormats
package import YiceModel
internal import YiceStore

/// Which sheet of a workbook is imported.
package struct SheetChoice {
  package let sheet: SheetInfo
  /// Why it, and which others there are.
  package let notes: [Finding]

  /// The sheet a person named; else the only visible one; else the visible one whose heading matches best.
  ///
  /// - Throws: the readers' errors.
  package init(_ file: SheetFile, named word: String?, matcher: HeaderMatcher) throws {
    if let word {
      sheet = try file.sheet(word)
      notes = []
      return
    }
    let visible = file.sheets.filter { $0.visibility == .visible }
    let candidates = visible.isEmpty ? file.sheets : visible
    guard let first = candidates.first else { throw WorkbookError(sourceName: file.name, kind: .noSheets) }
    guard file.sheets.count > 1 else {
      sheet = first
      notes = []
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
    sheet = best.sheet
    let others = file.sheets.filter { $0 != best.sheet }
      .map { "“\($0.name)”" + ($0.visibility == .hidden ? "（隐藏）" : "") }
    notes =
      broken + [
        Finding(
          .note, "sheet-chosen", at: SourceLocation(file: file.name, sheet: best.sheet.name),
          "导入了这一张；没有导入：\(others.joined(separator: "、"))（用 --sheet 指明要导入的一张）")
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
