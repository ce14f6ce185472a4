internal import ArgumentParser
internal import YiceFormats
internal import YiceIndicators
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Verdicts and coefficients under changes that are not written, and the cheapest plan.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "试算：改几个数看结论怎样变，不改文件；--plan 求最省的达标方案。",
    discussion: """
      例：yice whatif 县.db "石桥小学 体育教师数 +2" "石桥小学 教学仪器设备值 +50万元"
          yice whatif 县.db "实验小学 -> 城关二小 学生数 小学 120"     转学生，转教师也这样写
          yice whatif 县.db --changes 方案.txt                        文件里一行一处改动
          yice whatif 县.db --plan                                   最省的达标方案，并试算一遍
      --plan 用于有逐校“综合达标”规则的标准（优质均衡）；基本均衡（basic-2012）只看综合差异系数，请写出改动试算。
      单价是示例，没有文件依据；本县的写进“单位成本”表：yice add 县.db 单位成本 项目=骨干教师数 单价=90000 依据=…
      """, aliases: ["试算"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("改动：学校 [学段] 数据项 +数量、-数量 或 =数量。", valueName: "改动"))
  var changes: [String] = []

  @Option(name: .customLong("changes"), help: ArgumentHelp("从文本文件读改动，一行一处。", valueName: "文件"))
  var list: String?

  @Flag(help: "求最省的达标方案。")
  var plan = false

  @Flag(help: "与 --plan 同用：一名新增教师只计入一项指标。")
  var separate = false

  @OptionGroup var question: QuestionOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if changes.isEmpty && list == nil && !plan { throw ValidationError("没有写改动，也没有 --plan。") }
    if separate && !plan { throw ValidationError("--separate 只与 --plan 同用。") }
  }

  func run() throws {
    let trial = try question.asked(file).trial(plan: plan ? separate ? .separately : .together : nil) {
      reader in
      try changes.enumerated().flatMap { try reader.line($1, at: "第 \($0 + 1) 处改动") }
        + (list.map { try reader.read(TextFile.read($0), name: $0) } ?? [])
    }
    let comparison = ComparisonReport(trial.changes)
    guard let made = trial.plan else { return try Output.print(comparison, as: output.format) }
    try Output.print(
      TriedPlanReport(PlanReport(made, trial.changes.before.profile), comparison), as: output.format)
  }
}
