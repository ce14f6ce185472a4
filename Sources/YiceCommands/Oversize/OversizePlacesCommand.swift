internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// 学位 forecast.
struct OversizePlacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "places", abstract: "学位预测：各学年预计在校生、学位、缺口；给出常住人口时按千人学位数对照。",
    discussion: "例：yice oversize places 县.db --ahead 5 --residents 365000", aliases: ["学位"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("往后看几年。", valueName: "年数"))
  var ahead: Int = 3

  @Option(help: ArgumentHelp("常住人口（人），用于千人学位数。", valueName: "人数"))
  var residents: Int?

  @Option(help: ArgumentHelp("只看某校。", valueName: "学校"))
  var school: String?

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let year = try year.resolved(file)
    let profile = try file.profile()
    let forecast = try file.read { db in
      try PlacesForecast.forecast(
        db, year: year, ahead: ahead, residents: residents, rules: profile.sizes, stages: profile.stages,
        orgCode: try school.map { try SchoolDirectory(db).code(of: $0) })
    }
    try Output.print(
      ScreenListing(
        OversizeListing.places(forecast),
        remarks: "各班逐年升级；小学新生按最近一届人数，初中新生按小学毕业人数；学位 = 现有班数 × 班额上限 + 台账新增学位。\n"),
      as: output.format)
  }
}
