internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

extension Form {
  /// 表Ⅱ-1: how many schools meet each indicator, and all of them together; ratio with 1 decimal.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅱ-1.
  static let stageSummary = Form(
    name: "表Ⅱ-1", title: "义务教育学校资源配置达标情况汇总",
    words: ["Ⅱ-1", "II-1", "2-1", "表II-1", "表2-1"],
    pages: { source in
      let figures = try source.figures()
      let indicators = figures.profile.indicators
      var rows: [[Listing.Cell]] = []
      for stage in figures.stages where !stage.segments.isEmpty {
        let met = stage.indicators.map(\.met) + [stage.passingSegments]
        let known = stage.segments.contains { $0.passes != nil }
        rows.append(
          [.text(stage.stage.rawValue), .text("达标学校总数")]
            + met.enumerated().map { index, count in
              index == met.count - 1 && !known ? .missing("—") : .number(count)
            })
        rows.append(
          [.text(stage.stage.rawValue), .text("达标学校比例(%)")]
            + met.enumerated().map { index, count in
              index == met.count - 1 && !known
                ? .missing("—")
                : FigureText.cell(100 * Double(count) / Double(stage.segments.count), places: 1)
            })
      }
      var page = FormPage(
        title: "表Ⅱ-1 义务教育学校资源配置达标情况汇总", name: "表Ⅱ-1",
        columns: [
          FormColumn("stage", "学段", 8, merges: true), FormColumn("figure", "项目", 17, centered: true),
        ] + indicators.map { FormColumn($0.id, "\($0.label)(\($0.unit))", 13) }
          + [FormColumn("passes", "综合评估", 9)], rows: rows)
      page.shorten(indicators)
      let counts = figures.stages.filter { !$0.segments.isEmpty }
        .map { "\($0.stage.rawValue) \($0.segments.count) 所" }
      page.notes = [
        "注：参评学校（含一贯制学校各学段和\(FigureText.points(figures.profile))）：\(counts.joined(separator: "，"))。",
        CountyReport(figures).basis,
      ]
      return [source.ofBureau(page)]
    })
}
