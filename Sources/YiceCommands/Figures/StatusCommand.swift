internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// What stands where.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "一览：三本台账、任务、政策、实验开出率、四个100%和五查、共同体、领导小组。",
    discussion: "例：yice status 县.db --today 2022-12-01", aliases: ["一览"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var year: YearOption
  @OptionGroup var today: TodayOption
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let year = try year.value() ?? file.info.schoolYear
    let day = try today.value()
    let lines = try file.read { try ProgrammeStatus($0, today: day, year: year).lines() }
    try Output.print(ProgrammeListing.status(lines), as: output.format, maximumCellWidth: 60)
  }
}
