internal import ArgumentParser
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// The year and the standard of a question about figures.
struct BasisOptions: ParsableArguments {
  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("换用另一套标准试算，不改文件。", valueName: "标准"))
  var standard: String?

  /// - Parameter bureau: a county of a city's file; nil: the file's own.
  func question(
    _ db: FigureDatabase, _ file: YiceFile, bureau: String? = nil, day: String = Moment.today()
  ) throws -> Question {
    try Question(
      db, file.info, year: year.resolved(file), standard: standard, bureau: bureau, day: day)
  }
}

/// The year, the standard and the day.
struct QuestionOptions: ParsableArguments {
  @OptionGroup var basis: BasisOptions

  @Option(
    name: [.customLong("on"), .customLong("today")],
    help: ArgumentHelp("按这一天判断放宽认定是否到期、整改是否逾期；不写则为今天。", valueName: "日期"))
  var day: String?

  /// Runs a body with the figures and the temporary tables they were worked out in.
  func withFigures<T>(
    _ path: String, _ body: (FigureDatabase, CountyFigures, Question) throws -> T
  ) throws -> T {
    let file = try YiceFile.open(path)
    let day = try resolvedDay()
    return try file.readWithTemporaryTables { db in
      let question = try basis.question(db, file, day: day)
      let figures = try Indicators.compute(db, year: question.year, profile: question.profile, on: day)
      return try body(db, figures, question)
    }
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
  @Option(help: ArgumentHelp("学校：标识码、名称、简称或名称的一部分。", valueName: "学校"))
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

  /// The school's code; nil when none is named.
  func code(_ db: FigureDatabase) throws -> String? {
    try school.map { try SchoolDirectory(db).code(of: $0) }
  }

  /// The same for figures: a school that has none of its own is said, not answered with nothing.
  func code(in figures: CountyFigures, _ db: FigureDatabase) throws -> String? {
    guard let code = try code(db) else { return nil }
    guard figures.stages.contains(where: { $0.segments.contains { $0.orgCode == code } }) else {
      throw ValidationError("学校 \(code) 没有单独计入的学段。")
    }
    return code
  }
}
