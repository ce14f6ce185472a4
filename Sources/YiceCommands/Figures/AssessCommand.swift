internal import ArgumentParser
internal import YiceIndicators
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Everything that is judged beside the resource indicators.
struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess", abstract: "政府保障、教育质量、社会认可度、前提和一票否决各项，点名未达标的学校和班级。",
    discussion: """
      例：yice assess 县.db --year 2022
      结论性指标：yice add 县.db 结论 指标编号=G1 是否达标=是 简要结论=… 填写人=…
      放宽认定：yice add 县.db 放宽认定 学校标识码=… 指标编号=G3 依据=… 到期日=2025-12-31
      """, aliases: ["评估"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var question: QuestionOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let report = try question.asked(file).with { worked, question in
      AssessmentReport(try worked.items(of: question.file.orgCode), worked.figures)
    }
    try Output.print(report, as: output.format)
  }
}
