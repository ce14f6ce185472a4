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

  /// - Parameter county: of a city's file; nil: the whole file.
  func asked(_ file: YiceFile, county: String? = nil, day: String = Moment.today()) throws -> Question.Asked {
    Question.Asked(
      of: file, year: try year.resolved(file), standard: standard, county: county, day: day)
  }
}

/// The year, the standard and the day.
struct QuestionOptions: ParsableArguments {
  @OptionGroup var basis: BasisOptions

  @Option(
    name: [.customLong("on"), .customLong("today")],
    help: ArgumentHelp("按这一天判断放宽认定是否到期、整改是否逾期；不写则为今天。", valueName: "日期"))
  var day: String?

  func asked(_ path: String) throws -> Question.Asked {
    let file = try YiceFile.open(path)
    return try basis.asked(file, day: try resolvedDay())
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
  func code(among schools: @autoclosure () throws -> SchoolDirectory) throws -> String? {
    try school.map { try schools().code(of: $0) }
  }

  /// The same for figures: a school that has none of its own is said, not answered with nothing.
  func code(in worked: WorkedYear) throws -> String? {
    guard let code = try code(among: worked.schools()) else { return nil }
    guard worked.figures.stages.contains(where: { $0.segments.contains { $0.orgCode == code } }) else {
      throw ValidationError("学校 \(code) 没有单独计入的学段。")
    }
    return code
  }
}
