internal import YiceModel
internal import YiceStore

/// The school year that a sheet's title names: 2023—2024学年教师名册.
enum TitleYear {
  /// - Parameter titles: tidied as headings are.
  /// - Returns: nil where none or several are named.
  static func find(in titles: [String]) -> SchoolYear? {
    let found = Set(titles.flatMap { years($0) + terms($0) })
    return found.count == 1 ? found.first : nil
  }

  /// Whether the name of a sheet says that its rows are of another year than the file's: 2021年教师, 教师(去年). The year that
  /// a class entered (2021级), or in which things were bought or built (2019年购置), is none.
  static func isOther(_ sheetName: String, than year: Int) -> Bool {
    let name = HeaderMatcher.tidy(sheetName)
    if past.contains(where: name.contains) { return true }
    guard !otherYears.contains(where: name.contains) else { return false }
    let numbers = name.split { !($0.isASCII && $0.isNumber) }.filter { number in
      number.count == 4 && !entryYears.contains(where: name[number.endIndex...].hasPrefix)
    }
    let years = numbers.compactMap { Int($0) }.filter(SchoolYear.range.contains)
    return !years.isEmpty && years.allSatisfy { $0 != year && $0 != year + 1 }
  }

  private static let past = ["去年", "上年", "上学年", "往年", "前年", "旧表", "作废"]
  /// What stands right behind the year that a class entered or leaves: 2021级, unlike 2021学年班级.
  private static let entryYears = ["级", "届"]
  private static let otherYears = ["购", "采", "建", "新增", "验收", "入库", "设备", "资产"]

  /// 2023年秋季学期, 2023年9月: not the day on which a sheet was filled in, which stands behind a colon.
  private static func terms(_ title: String) -> [SchoolYear] {
    guard !title.contains(":"), !title.contains("学年"), !otherYears.contains(where: title.contains) else {
      return []
    }
    return title.ranges(of: "年").compactMap { found in
      let digits = String(title[..<found.lowerBound].reversed().prefix(while: \.isNumber).reversed())
      guard digits.count == 4, let year = Int(digits) else { return nil }
      let rest = title[found.upperBound...]
      if rest.hasPrefix("秋") { return SchoolYear(start: year) }
      if rest.hasPrefix("春") { return SchoolYear(start: year - 1) }
      let month = rest.prefix(while: \.isNumber)
      guard (1...2).contains(month.count), rest.dropFirst(month.count).hasPrefix("月"), let number = Int(month)
      else {
        return nil
      }
      return SchoolYear(start: number >= 9 ? year : year - 1)
    }
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
    if year == nil, table.yearColumn != nil, let own = file.schoolYear, let sheet = place.sheet,
      TitleYear.isOther(sheet, than: own), !plan.entries.contains(where: { $0.column.name == "school_year" })
    {
      let isOneOfSeveral = book != nil
      return Finding(
        isOneOfSeveral ? .error : .warning, "title-year", at: SourceLocation(file: place.file, sheet: sheet),
        "工作表名“\(sheet)”看来不是本文件学年（\(own)）的"
          + (isOneOfSeveral
            ? "，同一个工作簿里另有这个表的工作表，这一张没有导入。要导入它，请改工作表名，或用 --sheet 单独导入并加 --year"
            : "，仍按本学年存入；不对的请用 yice undo 撤销，再加 --year 导入"))
    }
    guard year == nil, table.yearColumn != nil, let own = file.schoolYear,
      let said = TitleYear.find(in: titles + [place.sheet].compactMap(\.self).map(HeaderMatcher.tidy)),
      said.start != own, !plan.entries.contains(where: { $0.column.name == "school_year" })
    else { return nil }
    return Finding(
      .warning, "title-year", at: SourceLocation(file: place.file, sheet: place.sheet),
      "标题行或工作表名写着 \(said)，而这些行按本文件的学年（\(own)）存入；如果标题是对的，请加 --year \(said.start)")
  }
}
