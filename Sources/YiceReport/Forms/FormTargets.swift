internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceLedgers
internal import YiceStandards

extension Form {
  /// 规划目标: the numbers that a programme sets by year, beside what they are.
  static let targets = Form(
    name: "规划目标", title: "规划目标完成情况表",
    words: ["目标", "目标数", "年度达标目标"],
    pages: { source in
      let items = try source.assessment().items
      let (db, question) = (source.db, source.question)
      func figures(_ year: Int, _ county: CountyFigures, _ items: [ItemFigure]) throws
        -> TargetStanding.Figures
      {
        try TargetStanding.Figures(
          db, DemandQuestion(year: year, today: question.day, bureau: question.bureau, question.profile),
          county, items)
      }
      var known = [source.year: try figures(source.year, try source.figures(), items)]
      for year in try TargetStanding.earlierYears(db, before: source.year) {
        let (county, items) = try WorkedYear.with(
          db, year: year, profile: question.profile, day: question.day
        ) {
          ($0.figures, try $0.items(of: source.countyCode).items)
        }
        guard county.stages.contains(where: { !$0.segments.isEmpty }) else { continue }
        known[year] = try figures(year, county, items)
      }
      let all = try TargetStanding.all(db, year: source.year, figures: known)
      return [source.ofBureau(targetPage(all, source.yearText))]
    })

  /// The same table for the report page.
  /// - Parameter year: 「2022—2023学年」.
  static func targetPage(_ targets: [TargetStanding], _ year: String) -> FormPage {
    var page = FormPage(
      title: "规划目标完成情况表", name: "规划目标", columns: columns,
      rows: targets.enumerated().map { line($0.offset + 1, $0.element) })
    page.landscape = true
    page.notes = ["某一年的目标对照该年开始的学年的数；还没有到的年份对照 \(year) 的数。"]
    return page
  }

  private static let columns = [
    FormColumn("number", "序号", 5, centered: true), FormColumn("name", "目标", 24),
    FormColumn("stage", "学段", 7, centered: true),
    FormColumn("year", "年度", 7, centered: true), FormColumn("indicator", "对照", 16),
    FormColumn("bound", "方向", 7, centered: true),
    FormColumn("value", "目标值", 9), FormColumn("unit", "单位", 7, centered: true), FormColumn("actual", "实际", 9),
    FormColumn("figure_year", "实际的学年", 9, centered: true), FormColumn("gap", "还差", 9),
    FormColumn("verdict", "结论", 10, centered: true), FormColumn("note", "备注", 14),
  ]

  private static func line(_ number: Int, _ target: TargetStanding) -> [Listing.Cell] {
    let verdict: String =
      switch target.met {
      case true?: "达到"
      case false?: target.year > target.figureYear ? "未到期" : "未达到"
      case nil: target.isKnown ? "未填" : "不知对照什么"
      }
    func cell(_ value: Double?) -> Listing.Cell {
      value.map { .figure($0, shown: TargetStanding.text($0)) } ?? .empty
    }
    return [
      .number(number), .text(target.name), .text(target.stage), .number(target.year), .text(target.indicator),
      .text(target.isAtLeast ? "不低于" : "不高于"), cell(target.value), .text(target.unit),
      target.actual == nil ? .missing("未填") : cell(target.actual), .number(target.figureYear),
      cell(target.gap),
      .text(verdict), .text(target.note),
    ]
  }
}
