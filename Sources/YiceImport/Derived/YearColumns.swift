internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Amounts by calendar year whose year is no column: 姓名 | 2020年 | 2021年 | 2022年, or a title that names the one year.
/// They are read as rows with a year each. Decision 0189.
struct YearColumns {
  /// Tables of amounts by calendar year: the column of the year and that of the amount.
  private static let tables = [CatalogTable.training.name: (year: "year", amount: "hours")]
  /// What may stand behind the year of a column, or around it, beside the amount's own name.
  private static let around = ["年度", "年", "(", ")"]

  private let year: CatalogColumn
  private let amount: CatalogColumn
  private let columns: [(index: Int, year: Int)]
  /// Of all rows, as the title has it.
  private let titleYear: Int?
  private let sheet: HeadedRows
  private let place: SourceLocation

  /// - Returns: `nil` where the sheet has a column for the year, or names none.
  init?(_ sheet: HeadedRows, _ matcher: HeaderMatcher) {
    guard let names = YearColumns.tables[matcher.table.name],
      let year = matcher.table.column(names.year), let amount = matcher.table.column(names.amount)
    else { return nil }
    let labels = sheet.heading.labels.map(HeaderMatcher.tidy)
    let given = Set(labels.compactMap(matcher.columnName))
    guard !given.contains(year.name) else { return nil }
    let place = SourceLocation(file: sheet.source.sourceName, sheet: sheet.source.sheetName)
    let found = labels.enumerated().compactMap { index, label in
      YearColumns.year(of: label, amount).map { (index: index, year: $0) }
    }
    if given.contains(amount.name) {
      // 合计 of the years stands in no column of its own.
      let titles = [place.sheet].compactMap(\.self) + sheet.titles
      guard found.isEmpty, let only = YearColumns.onlyYear(titles.map(HeaderMatcher.tidy)) else { return nil }
      (columns, titleYear) = ([], only)
    } else {
      guard !found.isEmpty, Set(found.map(\.year)).count == found.count else { return nil }
      (columns, titleYear) = (found, nil)
    }
    (self.year, self.amount, self.sheet, self.place) = (year, amount, sheet, place)
  }

  /// 2020, 2020年, 2020年培训学时; nil for 2020学年, which is no calendar year.
  private static func year(of label: String, _ amount: CatalogColumn) -> Int? {
    // The lower of two lines: 培训学时/2020年.
    let last = label.split(separator: "/").last ?? ""
    guard last.count <= longest, !last.contains("学年") else { return nil }
    let names = ([amount.label] + amount.synonyms).sorted { $0.count > $1.count }
    let rest = (names + around).reduce(String(last)) { $0.replacing($1, with: "") }
    guard rest.count == 4, rest.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(rest) else {
      return nil
    }
    return SchoolYear.range.contains(year) ? year : nil
  }

  private static let longest = 16

  /// The one calendar year that titles name; the day on which a sheet was filled in stands behind a colon.
  private static func onlyYear(_ titles: [String]) -> Int? {
    let numbers = titles.filter { !$0.contains(":") && !$0.contains("学年") }.flatMap { title in
      title.split { !($0.isASCII && $0.isNumber) }.filter { $0.count == 4 }.compactMap { Int($0) }
    }
    let years = Set(numbers.filter(SchoolYear.range.contains))
    return years.count == 1 ? years.first : nil
  }

  /// - Returns: a row for each amount, and how they were read.
  /// - Throws: the reader's errors.
  func rows() throws -> (rows: DerivedRows, findings: [Finding]) {
    let labels = sheet.heading.labels
    let kept = labels.indices.filter { index in !columns.contains { $0.index == index } }
    var rows: [(number: Int, cells: [String])] = []
    // A title further down may begin another year.
    var titleYear = titleYear
    var row = SheetRow()
    while try sheet.next(into: &row) {
      guard !SheetWords.isSum(row), !SheetWords.isFooter(row, width: labels.count),
        !SheetWords.isPageNumber(row),
        !sheet.pageHead.isRepeated(row)
      else { continue }
      let own = kept.map { row[$0] }
      if titleYear != nil, let only = SheetWords.onlyCell(row),
        let next = YearColumns.onlyYear([HeaderMatcher.tidy(row[only])])
      {
        titleYear = next
        continue
      }
      if let titleYear {
        rows.append((row.number, own + [SheetWords.onlyCell(row) == nil ? String(titleYear) : ""]))
        continue
      }
      for column in columns {
        let written = Characters.trimmed(row[column.index])
        guard !written.isEmpty, !TickWords.strokes.contains(written) else { continue }
        rows.append((row.number, own + [String(column.year), written]))
      }
    }
    let made = titleYear == nil ? [year.label, amount.label] : [year.label]
    return (
      DerivedRows(
        sheet.source, titles: sheet.titles, headings: kept.map { labels[$0] } + made,
        headingRow: sheet.heading.rows.upperBound, rows: rows),
      [note]
    )
  }

  private var note: Finding {
    let years = columns.map { String($0.year) }.joined(separator: "、")
    return Finding(
      .note, "year-columns", at: place,
      titleYear.map { "没有“\(year.label)”一列，各行按标题的 \($0) 年记；不是的请加一列“\(year.label)”" }
        ?? "一年一列（\(years)）的表：已按一人一年一行导入，空格当作没有填")
  }
}
