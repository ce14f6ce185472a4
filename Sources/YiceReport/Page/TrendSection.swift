internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// The years beside one another, where the file holds more than one.
enum TrendSection {
  static func section(_ context: PageContext, earlier: [CountyFigures]) -> Markup? {
    let years = (earlier + [context.figures]).filter { $0.stages.contains { !$0.segments.isEmpty } }
      .sorted { $0.year < $1.year }
    guard years.count > 1 else { return nil }
    let figures = Stage.compulsory.filter { stage in
      years.contains { $0.stage(stage)?.segments.isEmpty == false }
    }.map { stage(context, $0, years) }
    return PageParts.section(
      "trend", "历年变化", lead: "各年都按现在的标准计算：\(context.profile)。", "<div class=\"grid\">\(figures)</div>")
  }

  private static func stage(_ context: PageContext, _ stage: Stage, _ years: [CountyFigures]) -> Markup {
    let points = years.compactMap { figures -> (year: Int, stage: StageFigures)? in
      figures.stage(stage).flatMap { $0.segments.isEmpty ? nil : (figures.year, $0) }
    }
    func share(_ figures: StageFigures) -> Double {
      Double(figures.passingSegments) / Double(max(1, figures.segments.count)) * 100
    }
    let plot = LinePlot(
      label: "\(stage.rawValue)综合达标学校的比例，\(points.first?.year ?? 0) 到 \(points.last?.year ?? 0)",
      lines: [
        LinePlot.Line(
          name: "综合达标", style: .actual, points: points.map { (Double($0.year), share($0.stage)) })
      ], times: points.map { (Double($0.year), String($0.year)) }, upper: 100)
    let ids = context.figures.profile.indicators.map(\.id)
    let rows = points.map { year, figures -> [Markup] in
      ["\(year)", "\(figures.passingSegments)/\(figures.segments.count)"]
        + ids.map { id in
          let indicator = figures.indicator(id)
          let style: Markup = indicator?.withinLimit == false ? "m-below" : ""
          return "<span class=\"\(style)\">\(PageParts.decimal(indicator?.cv, 3))</span>"
        }
    }
    let table = PageParts.table(
      "\(stage.rawValue)：综合达标校数和差异系数", ["学年", "达标"] + ids, rows, numbers: Set(1...(ids.count + 1)))
    return
      "<figure><figcaption>\(stage.rawValue)综合达标学校 <small>%</small></figcaption>\(plot.svg)\(table)</figure>"
  }
}
