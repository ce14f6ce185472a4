internal import ArgumentParser
internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// The resource indicators of a county or a school.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "七项资源配置指标、平均值、差异系数和结论。",
    discussion: "例：yice indicators 县.db --year 2022 --json", aliases: ["指标"])

  @OptionGroup var question: FigureArguments
  @OptionGroup var output: FormatOptions

  @Flag(help: "只要全县：平均值、差异系数和达标校数，不列学校；用于很大的文件。")
  var summary = false

  func run() throws {
    let figures = try question.figures(summary: summary)
    let report = CountyReport(figures)
    switch output.format {
    case .text:
      Output.print(figures.findings.filter { $0.severity != .note })
      Output.print(report.text)
    case .json: Output.print(report.json.rendered(pretty: true) + "\n")
    default: try Output.print(report.listing, as: output.format)
    }
  }
}

/// The file, the year and the standard of a question about figures.
struct FigureArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("换用另一套标准试算，不改文件。", valueName: "标准"))
  var standard: String?

  func figures(summary: Bool = false) throws -> CountyFigures {
    let file = try YiceFile.open(file)
    let year = try resolvedYear(file)
    return try file.readWithTemporaryTables { db in
      let county = file.info.countyCode ?? file.info.orgCode
      let profile = try standard.map(ProfileCatalog.named) ?? Profile.load(from: db, orgCode: county)
      return try Indicators.compute(db, year: year, profile: profile, summary: summary)
    }
  }

  func resolvedYear(_ file: YiceFile) throws -> Int {
    guard let year = try year.value() ?? file.info.schoolYear else {
      throw ValidationError("文件里没有记学年，请加上 --year，例如 --year 2022。")
    }
    return year
  }
}
