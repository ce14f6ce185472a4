internal import YiceModel
internal import YiceStore

/// The school year that a sheet's title names: 2023—2024学年教师名册.
enum TitleYear {
  /// - Parameter titles: tidied as headings are.
  /// - Returns: nil where none or several are named.
  static func find(in titles: [String]) -> SchoolYear? {
    let years = Set(titles.flatMap(years))
    return years.count == 1 ? years.first : nil
  }

  private static func years(_ title: String) -> [SchoolYear] {
    title.ranges(of: "学年").compactMap { found in
      let before = title[..<found.lowerBound].reversed().prefix { $0.isNumber || "-—–~至/年".contains($0) }
      let word = String(before.reversed())
      return SchoolYear(word: word) ?? SchoolYear(word: word.replacing("年", with: ""))
    }
  }
}

extension Importer {
  /// Rows without a year of their own go into the file's, whatever the title says: told, unless a person named the year.
  func otherYear(_ titles: [String], _ file: FileInfo, _ plan: ImportPlan, _ place: SourceLocation)
    -> Finding?
  {
    guard year == nil, table.yearColumn != nil, let own = file.schoolYear,
      let said = TitleYear.find(in: titles + [place.sheet].compactMap(\.self).map(HeaderMatcher.tidy)),
      said.start != own, !plan.entries.contains(where: { $0.column.name == "school_year" })
    else { return nil }
    return Finding(
      .warning, "title-year", at: SourceLocation(file: place.file, sheet: place.sheet),
      "标题行或工作表名写着 \(said)，而这些行按本文件的学年（\(own)）存入；如果标题是对的，请加 --year \(said.start)")
  }
}
