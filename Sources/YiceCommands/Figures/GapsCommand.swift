internal import ArgumentParser
internal import YiceIndicators
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// What each school lacks, in whole units.
struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps", abstract: "各校各项还缺多少（教师、平方米、元、间），全县合计，先补哪一项。",
    discussion: """
      例：yice gaps 县.db --year 2022
          yice gaps 县.db --school 石桥九年 --json
      单价在标准里；县里自己的写进“单位成本”表：yice add 县.db 单位成本 项目=运动场地面积 单价=450
      """, aliases: ["差距"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var choice: SegmentOptions
  @OptionGroup var question: QuestionOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let stage = try choice.parsedStage()
    let report = try question.asked(file).with { worked, question in
      let costs = try worked.costs(of: question.bureau)
      let code = try choice.code(in: worked)
      let gaps = try worked.gaps(costs: costs).filter {
        (stage == nil || $0.stage == stage) && (code == nil || $0.orgCode == code)
      }
      return GapReport(gaps, profile: worked.profile, basis: CountyReport(worked.figures).basis, costs: costs)
    }
    try Output.print(report, as: output.format)
  }
}
