internal import ArgumentParser
internal import YiceIndicators
internal import YiceLedgers
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// The county on one screen: figures first, then the ledgers and what hangs on them.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "一屏看全县：达标校数、未达标学校、差异系数、未上报、大班额、整改逾期、与上一学年相比，以及各本台账和任务。",
    discussion: "例：yice status 县.db --on 2022-12-01", aliases: ["概况", "一览"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var question: QuestionOptions

  @OptionGroup var output: FormatOptions

  func run() throws {
    let asked = try question.asked(file)
    let report = try asked.file.readWithTemporaryTables { db in
      let question = try asked.question(db)
      let status = try CountyStatus(db, question)
      let ledgers = try LedgerStanding(db, on: question.day)
      let plans = SchoolPlanCount(
        try SchoolPlan.all(db, SchoolDirectory(db).schools, on: question.day, status.figures))
      return ScreenReport(
        StatusReport(status, ledgers, plans, name: question.file.orgName),
        ledgers: try ProgrammeStatus(db, question).lines()
          + TargetStanding.lines(db, question, status.figures, status.items)
          + (plans.line.map { [$0] } ?? []))
    }
    try Output.print(report, as: output.format)
  }
}
