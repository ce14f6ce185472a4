internal import ArgumentParser
internal import YiceFormats
internal import YiceIndicators
internal import YiceReport
internal import YiceStore

/// The county on one screen.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "一屏看全县：达标校数、未达标学校、差异系数、未上报、大班额、整改逾期、与上一学年相比。",
    discussion: "例：yice status 县.db", aliases: ["概况"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var question: QuestionOptions

  @Flag(help: "以 JSON 输出（英文键名，数值不取舍）。")
  var json = false

  func run() throws {
    let day = try question.resolvedDay()
    let report = try question.withFigures(file) { db, figures, file in
      StatusReport(
        try CountyStatus(db, figures, orgCode: file.info.orgCode, on: day), name: file.info.orgName)
    }
    Output.print(json ? report.json.rendered(pretty: true) + "\n" : report.text)
  }
}
