internal import ArgumentParser
internal import YiceIndicators
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Indicators over the years.
struct SeriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "series", abstract: "历年：每项指标每个学年的平均值、差异系数和达标校数，或一所学校的值。",
    discussion: """
      例：yice series 县.db
          yice series 县.db R6 --school 石桥小学 --csv
      """, aliases: ["历年"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("只看这一项指标，如 R6。", valueName: "指标"))
  var indicator: String?

  @OptionGroup var choice: SegmentOptions
  @OptionGroup var question: QuestionOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let stage = try choice.parsedStage()
    let last = try question.basis.year.value()
    let file = try YiceFile.open(file)
    let report = try file.readWithTemporaryTables { db in
      let series = try YearSeries(
        db, profile: .used(by: file.info, db, standard: question.basis.standard), through: last)
      guard !series.years.isEmpty else { throw ValidationError("文件里还没有任何学年的数据。") }
      return SeriesReport(
        series, school: try choice.code(among: SchoolDirectory(db)), stage: stage,
        indicator: indicator?.uppercased())
    }
    try Output.print(report.listing, as: output.format)
  }
}
