internal import ArgumentParser
internal import YiceFormats
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
      """, aliases: ["说明"])

  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("指标编号，如 R4、G3、Q1。", valueName: "指标"))
  var indicator: String

  @OptionGroup var choice: SegmentOptions
  @OptionGroup var question: QuestionOptions

  @Flag(help: "列出计入的每一行。")
  var rows = false

  @Flag(help: "以 JSON 输出（英文键名，数值不取舍）。")
  var json = false

  func run() throws {
    let stage = try choice.parsedStage()
    let id = indicator.uppercased()
    try question.withFigures(file) { db, figures, question in
      if figures.profile.item(id) != nil {
        let all = try Assessment.compute(db, figures, orgCode: question.file.orgCode, on: question.day)
        for item in all.items where item.id == id {
          let report = ItemReport(item)
          Output.print(
            json
              ? report.json.rendered(pretty: true) + "\n"
              : report.text(basis: CountyReport(figures).basis, sizes: figures.profile.sizes))
        }
        return
      }
      guard let rule = figures.profile.indicator(id) else {
        let known = (figures.profile.indicators.map(\.id) + figures.profile.items.map(\.id))
          .joined(separator: "、")
        throw ValidationError("标准 \(figures.profile.id) 没有指标“\(indicator)”，可用：\(known)。")
      }
      let basis = CountyReport(figures).basis
      guard let code = try choice.code(db) else {
        let stages = stage.map { [$0] } ?? Stage.compulsory
        for steps in stages.compactMap({ figures.stage($0).flatMap { SpreadSteps($0, id) } }) {
          let report = SpreadReport(
            steps, rule: rule, basis: basis, source: "\(rule.source)；\(figures.profile.verdictSource)")
          Output.print(json ? report.json.rendered(pretty: true) + "\n" : report.text + "\n")
        }
        return
      }
      let explainer = Explainer(db, figures)
      let found = try (stage.map { [$0] } ?? Stage.compulsory).compactMap {
        try explainer.segment(code, $0, id)
      }
      guard !found.isEmpty else { throw ValidationError("学校 \(code) 没有单独计入的学段。") }
      for explanation in found {
        let report = ExplanationReport(explanation, figures.profile, basis: basis, rows: rows)
        Output.print(json ? report.json.rendered(pretty: true) + "\n" : report.text + "\n")
      }
    }
  }
}
