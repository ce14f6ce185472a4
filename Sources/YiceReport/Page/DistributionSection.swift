internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// Per 学段 and indicator: the schools around the threshold and the mean, with the 差异系数 and its limit.
enum DistributionSection {
  static func section(_ context: PageContext) -> Markup {
    let stages = context.figures.stages.filter { !$0.segments.isEmpty }.map { stage(context, $0) }
    let near = FigureText.near(context.figures.profile)
    return PageParts.section(
      "spread", "校际差异",
      lead: "每个点是一所学校：● 达标、▲ 达到 \(near)、× 不到 \(near)。实线是标准，虚线是全县平均（按学生加权）。",
      stages.isEmpty ? PageParts.empty("没有可以评估的学校。") : Markup(stages))
  }

  private static func stage(_ context: PageContext, _ stage: StageFigures) -> Markup {
    let figures = stage.indicators.map { figure(context, $0, stage) }
    var composite: Markup = ""
    if let value = stage.composite {
      composite =
        "<p>综合差异系数 \(PageParts.decimal(value, 3))，上限 \(PageParts.decimal(stage.compositeLimit, 2))：\(PageParts.verdict(stage.compositeWithinLimit))</p>"
    }
    return "<h3>\(stage.stage.rawValue)</h3>\(composite)<div class=\"grid\">\(figures)</div>\n"
  }

  private static func figure(_ context: PageContext, _ indicator: CountyIndicator, _ stage: StageFigures)
    -> Markup
  {
    let rule = context.figures.profile.indicator(indicator.id)
    let threshold = rule?.thresholds[stage.stage]
    let title = "\(stage.stage.rawValue) \(indicator.id) \(rule?.label ?? "")"
    let schools = stage.segments.compactMap { segment -> DistributionPlot.School? in
      guard let value = segment.value(indicator.id), let number = value.value else { return nil }
      return DistributionPlot.School(
        name: context.name(segment.orgCode), value: number, text: value.text ?? "",
        mark: PageParts.mark(value))
    }
    let plot = DistributionPlot(
      title: title, schools: schools, threshold: threshold.map { ($0, Scale.label($0)) },
      mean: indicator.mean.map { ($0, indicator.meanText ?? "") })
    let place = context.figures.stages.firstIndex { $0.stage == stage.stage } ?? 0
    return PageParts.figure(
      "\(indicator.id) \(rule?.label ?? "") <small>\(rule?.unit ?? "")</small>", plot.svg,
      note: coefficient(indicator, place), behind: quartiles(title, schools, indicator))
  }

  private static func coefficient(_ indicator: CountyIndicator, _ place: Int) -> Markup {
    let value: Markup =
      "差异系数 <a href=\"#c\(place)-\(indicator.id)\"><b>\(PageParts.decimal(indicator.cv, 3))</b></a>"
    guard let limit = indicator.limit else { return value }
    let verdict: Markup =
      indicator.withinLimit == true
      ? "<span class=\"m-met\">✓ 不超过上限 \(PageParts.decimal(limit, 2))</span>"
      : indicator.cv == nil
        ? "<span>算不出（未填或平均值为 0），上限 \(PageParts.decimal(limit, 2))</span>"
        : "<b class=\"m-below\">✗ 超过上限 \(PageParts.decimal(limit, 2))</b>"
    return "\(value)　\(verdict)　达标 \(indicator.met)/\(indicator.segments) 所"
  }

  /// The values themselves stand in the heat table; here what the plot shows of them.
  private static func quartiles(
    _ title: String, _ schools: [DistributionPlot.School], _ indicator: CountyIndicator
  ) -> Markup {
    let sorted = schools.sorted { $0.value < $1.value }
    guard let least = sorted.first, let most = sorted.last else { return PageParts.empty("没有数据。") }
    func at(_ share: Double) -> DistributionPlot.School { sorted[Int(Double(sorted.count - 1) * share)] }
    let lines: [(String, DistributionPlot.School)] = [
      ("最小", least), ("四分之一处", at(0.25)), ("中间", at(0.5)), ("四分之三处", at(0.75)), ("最大", most),
    ]
    return PageParts.table(
      title, ["位置", "值", "学校"], lines.map { ["\($0.0)", "\($0.1.text)", "\($0.1.name)"] }, numbers: [1])
  }
}
