internal import ArgumentParser
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// The year, the day and the standard of a question about figures.
struct QuestionOptions: ParsableArguments {
  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("换用另一套标准试算，不改文件。", valueName: "标准"))
  var standard: String?

  @Option(
    name: [.customLong("on"), .customLong("today")],
    help: ArgumentHelp("按这一天判断放宽认定是否到期、整改是否逾期；不写则为今天。", valueName: "日期"))
  var day: String?

  /// Runs a body with the figures and the temporary tables they were worked out in.
  func withFigures<T>(
    _ path: String, _ body: (FigureDatabase, CountyFigures, YiceFile) throws -> T
  ) throws -> T {
    let file = try YiceFile.open(path)
    let start = try resolvedYear(file)
    let day = try resolvedDay()
    return try file.readWithTemporaryTables { db in
      let profile = try profile(db, file)
      let figures = try Indicators.compute(db, year: start, profile: profile, on: day)
      return try body(db, figures, file)
    }
  }

  func profile(_ db: FigureDatabase, _ file: YiceFile) throws -> Profile {
    try standard.map(ProfileCatalog.named)
      ?? Profile.load(from: db, orgCode: file.info.countyCode ?? file.info.orgCode)
  }

  func resolvedYear(_ file: YiceFile) throws -> Int {
    guard let year = try year.value() ?? file.info.schoolYear else {
      throw ValidationError("文件里没有记学年，请加上 --year，例如 --year 2022。")
    }
    return year
  }

  func resolvedDay() throws -> String {
    guard let day else { return Moment.today() }
    guard let parsed = DateText.normalized(day) else {
      throw ValidationError("日期“\(day)”不对，应为 2022-09-01、2022.9.1 或 2022年9月1日。")
    }
    return parsed
  }
}

/// Which school and which 学段.
struct SegmentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("学校：标识码、名称或名称的一部分。", valueName: "学校"))
  var school: String?

  @Option(help: ArgumentHelp("学段：小学或初中。", valueName: "学段"))
  var stage: String?

  func parsedStage() throws -> Stage? {
    guard let stage else { return nil }
    guard let found = Stage(word: stage), Stage.compulsory.contains(found) else {
      throw ValidationError("学段“\(stage)”不对，应为小学或初中。")
    }
    return found
  }

  /// The school's code; nil when none is named and the file holds several.
  func code(in figures: CountyFigures) throws -> String? {
    guard let school else { return nil }
    return try SchoolFinder(figures).code(of: school)
  }
}
