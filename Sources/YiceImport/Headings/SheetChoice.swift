package import YiceFormats
package import YiceModel

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
    var best = (sheet: first, score: -1)
    if candidates.count > 1 {
      for candidate in candidates {
        let score = try SheetChoice.score(file, candidate, matcher)
        if score > best.score { best = (candidate, score) }
      }
    }
    sheet = best.sheet
    let others = file.sheets.filter { $0 != best.sheet }
      .map { "“\($0.name)”" + ($0.visibility == .hidden ? "（隐藏）" : "") }
    notes = [
      Finding(
        .note, "sheet-chosen", at: SourceLocation(file: file.name, sheet: best.sheet.name),
        "导入了这一张；没有导入：\(others.joined(separator: "、"))（用 --sheet 指明要导入的一张）")
    ]
  }

  private static func score(_ file: SheetFile, _ sheet: SheetInfo, _ matcher: HeaderMatcher) throws -> Int {
    let rows = try HeadedRows(
      file.rows(of: sheet), merges: file.merges(of: sheet), matcher: matcher, headerRows: nil)
    return rows?.heading.score ?? -1
  }
}
