package import YiceFormats
internal import YiceModel
internal import YiceStore

/// Whom a school's workbook is for and what it was made from: two columns of a hidden sheet, word and value.
///
/// Each register's own sheet remembers its rows (`SheetMemory`); this says whose they are.
package struct WorkbookLabel: Sendable, Equatable {
  package static let sheetName = "一册"
  /// The first cell of the hidden sheet.
  private static let mark = "yice-workbook"

  package let orgCode: String
  package let orgName: String
  package let countyCode: String?
  /// 学年 of its rows.
  package let year: Int?
  /// When it was made, as `Moment.now()` says it.
  package let madeAt: String

  package init(orgCode: String, orgName: String, countyCode: String?, year: Int?, madeAt: String) {
    self.orgCode = orgCode
    self.orgName = orgName
    self.countyCode = countyCode
    self.year = year
    self.madeAt = madeAt
  }

  /// The hidden sheet's rows.
  package var rows: [(word: String, value: String)] {
    [
      (WorkbookLabel.mark, "1"), ("学校标识码", orgCode), ("学校名称", orgName), ("县代码", countyCode ?? ""),
      ("学年", year.map(String.init) ?? ""), ("生成时间", madeAt),
    ]
  }

  /// Reads the hidden sheet; where it is gone, what 说明 says to people.
  ///
  /// - Returns: nil for a workbook that says nowhere whose it is.
  /// - Throws: the readers' errors.
  package init?(_ book: SheetFile) throws {
    for name in [WorkbookLabel.sheetName, "说明"] {
      guard let sheet = book.sheets.first(where: { $0.name == name }) else { continue }
      let words = try WorkbookLabel.words(book.rows(of: sheet))
      guard let code = words["学校标识码"], OrgCode.isValid(code) else { continue }
      self.init(
        orgCode: code, orgName: words["学校名称"] ?? code,
        countyCode: words["县代码"].flatMap { $0.isEmpty ? nil : $0 },
        year: words["学年"].flatMap { SchoolYear(word: $0)?.start }, madeAt: words["生成时间"] ?? "")
      return
    }
    return nil
  }

  /// Word → value of the first rows.
  private static func words(_ source: any RowSource) throws -> [String: String] {
    let mostRows = 40
    var words: [String: String] = [:]
    var row = SheetRow()
    var rows = 0
    while rows < mostRows, try source.next(into: &row) {
      rows += 1
      guard row.count >= 2 else { continue }
      words[HeaderMatcher.tidy(row[0])] = Characters.trimmed(row[1])
    }
    return words
  }
}
