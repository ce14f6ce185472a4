internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Which school years a command about rows works on: the file's own unless the person says otherwise, since a file
/// keeps the years that were reported beside the one that is worked on. Decision 0094.
struct YearScopeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("哪个学年的行，如 2022；不写则为文件里记的学年。", valueName: "学年"))
  var year: String?

  @Flag(name: .customLong("all-years"), help: "所有学年的行。")
  var allYears = false

  func validate() throws {
    if year != nil, allYears { throw ValidationError("--year 和 --all-years 只能用一个。") }
  }

  /// Limits a query to the years meant. A condition that names the year is enough said.
  /// - Throws: `ValidationError`.
  func limit(_ query: inout RecordQuery, in file: YiceFile) throws {
    let said = try said(query.table)
    guard said == nil || !query.namesYear else {
      throw ValidationError("--where 里写了学年，就不要再写 --year。")
    }
    query.year = allYears || query.namesYear ? nil : said ?? file.info.schoolYear
  }

  /// The file as short keys are completed from: with the year that was said.
  /// - Throws: `ValidationError`.
  func completing(_ info: FileInfo, for table: CatalogTable) throws -> FileInfo {
    var info = info
    if let year = try said(table) { info.schoolYear = year }
    return info
  }

  /// The year of rows that are added; nil: the file's own.
  func said(_ table: CatalogTable) throws -> Int? {
    guard let year else { return nil }
    guard table.yearColumn != nil else { throw ValidationError("“\(table.label)”没有学年一列，不要写 --year。") }
    return try YearOption.parse(year)
  }
}

extension RecordQuery {
  /// What a listing leaves out because of its year, and how to see it; nil when it leaves out nothing.
  func leftOut(_ elsewhere: [(year: Int, rows: Int)]) -> String? {
    guard let year, !elsewhere.isEmpty else { return nil }
    let years = elsewhere.map { "\($0.year) 学年 \($0.rows) 行" }.joined(separator: "，")
    return "只有 \(year) 学年的行；另有 \(years)没有取（--year \(elsewhere[0].year) 或 --all-years）。"
  }
}

/// The school year that a short key of one row means.
struct ShortKeyYear: ParsableArguments {
  @Option(help: ArgumentHelp("没写学年的行是哪个学年的，如 2021；不写则为文件里记的学年。", valueName: "学年"))
  var year: String?

  /// The file as short keys are completed from.
  func completing(_ info: FileInfo, for table: CatalogTable) throws -> FileInfo {
    var scope = YearScopeOptions()
    scope.year = year
    scope.allYears = false
    return try scope.completing(info, for: table)
  }
}
