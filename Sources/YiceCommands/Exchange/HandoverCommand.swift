internal import ArgumentParser
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Hands whole counties over to other engines.
struct HandoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover", abstract: "移交给 DuckDB、PostgreSQL、Spark 等引擎：省、全国的指标用同样的 SQL 算，数相同。",
    discussion: """
      例：yice handover 市.db --to 移交/            # 市级、省级文件：一个县一个文件夹
          yice handover 县级/*.db --to 移交/        # 许多县级文件，或许多学校文件，不用先合并
      姓名、电话、教师编号、备注不带出去。中断了再运行一次：写好的县不会重写。
      怎样算，写在移交/README.md。
      """, aliases: ["移交"])

  @Argument(help: ArgumentHelp("县级、市级、省级文件，或学校文件（.db），可写多个。", valueName: "文件"))
  var files: [String]

  @Option(name: .customLong("to"), help: ArgumentHelp("写到哪个文件夹。", valueName: "文件夹"))
  var folder: String

  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("换用另一套标准试算，不改文件。", valueName: "标准"))
  var standard: String?

  @OptionGroup var today: TodayOption
  @OptionGroup var output: FormatOptions

  func run() throws {
    let progress = Progress()
    let report = try Handover(
      to: folder, year: year.value(), standard: standard, day: today.value()
    ).write(files) { progress.show($0) }
    progress.clear()
    try Output.print(report, as: output.format)
    Output.say("已移交 \(report.total)。怎样算：见 \(folder.hasSuffix("/") ? folder : folder + "/")README.md")
  }
}
