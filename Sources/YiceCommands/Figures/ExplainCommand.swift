internal import ArgumentParser
internal import YiceIndicators
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Where a figure comes from.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "说明一个数从哪里来：公式、分子分母、登记册、谁填的、拆分、差异系数的每一步。",
    discussion: """
      例：yice explain 县.db R4 --school 石桥九年一贯制学校 --stage 初中
          yice explain 县.db R4 --school 2199000001 --rows    列出计入的每一行
          yice explain 县.db R4 --stage 小学                  全县平均值和差异系数的步骤
          yice explain 县.db G3                               政府保障、教育质量各项
      --csv 和 -o 写出一张表：一所学校的，一个来源一行；全县的，一所学校一行。--json 给出全部步骤和查询，几个学段时是数组。
      """, aliases: ["说明"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("指标编号，如 R4、G3、Q1。", valueName: "指标"))
  var indicator: String

  @OptionGroup var choice: SegmentOptions
  @OptionGroup var question: QuestionOptions

  @Flag(help: "列出计入的每一行。")
  var rows = false

  @OptionGroup var output: FormatOptions

  func run() throws {
    let stages = try choice.parsedStage().map { [$0] } ?? Stage.compulsory
    let reports = try question.asked(file).with { worked, question in
      let figures = worked.figures
      if figures.profile.item(id) != nil { return try item(worked, question) }
      guard let rule = figures.profile.indicator(id) else {
        let known = (figures.profile.indicators.map(\.id) + figures.profile.items.map(\.id))
          .joined(separator: "、")
        throw ValidationError("标准 \(figures.profile.id) 没有指标“\(indicator)”，可用：\(known)。")
      }
      let basis = CountyReport(figures).basis
      guard let code = try choice.code(among: worked.schools()) else {
        return Reports(
          stages.compactMap { figures.stage($0).flatMap { SpreadSteps($0, id) } }.map {
            SpreadReport(
              $0, rule: rule, basis: basis, source: "\(rule.source)；\(figures.profile.verdictSource)")
          })
      }
      let found = try stages.compactMap { try worked.explanation(of: code, $0, id) }
      guard !found.isEmpty else { throw ValidationError("学校 \(code) 没有单独计入的学段。") }
      return Reports(found.map { ExplanationReport($0, figures.profile, basis: basis, rows: rows) })
    }
    try Output.print(reports, as: output.format)
  }

  private var id: String { indicator.uppercased() }

  private func item(_ worked: WorkedYear, _ question: Question) throws -> Reports {
    Reports(
      try worked.items(of: question.file.orgCode).items.filter { $0.id == id }.map {
        ItemExplanation($0, basis: CountyReport(worked.figures).basis, sizes: worked.profile.sizes)
      }, gap: "")
  }
}
