internal import YiceIndicators
internal import YiceMerge
internal import YiceModel
internal import YiceStandards

/// The top of the county's page: the verdict, and what stands between the county and passing. Ten seconds.
struct CountyStanding {
  let context: PageContext
  let classes: ClassSizes
  let rectification: RectificationState
  let receipts: [Receipt]
  let items: [ItemFigure]

  private static let listed = 12

  func section() -> Markup { state + tiles + todo }

  private var stages: [StageFigures] { context.figures.stages.filter { !$0.segments.isEmpty } }

  private func failing(_ stage: StageFigures) -> [(index: Int, segment: SegmentFigures)] {
    stage.segments.enumerated().filter { $0.element.passes == false }.map { ($0.offset, $0.element) }
  }

  private func over(_ stage: StageFigures) -> [CountyIndicator] {
    stage.indicators.filter(\.isOver)
  }

  private var state: Markup {
    let words: String
    let style: Markup
    switch context.figures.passes {
    case true?: (words, style) = ("✓ 资源配置达标", "s-met")
    case false?: (words, style) = ("✗ 资源配置未达标", "s-below")
    case nil: (words, style) = ("— 还没有结论", "s-none")
    }
    return "<div class=\"state \(style)\"><strong>\(words)</strong><p>\(sentence)</p></div>\n"
  }

  private var sentence: String {
    guard context.figures.passes != nil else { return "没有可以评估的学校，或本标准没有规定结论。" }
    let parts = stages.compactMap { stage -> String? in
      let schools = failing(stage).count
      let coefficients = over(stage).count
      var words: [String] = []
      if schools > 0 { words.append("\(schools) 所学校未综合达标") }
      if coefficients > 0 { words.append("\(coefficients) 项差异系数超限") }
      let undefined = stage.indicators.count(where: \.isUndefined)
      if undefined > 0 { words.append("\(undefined) 项差异系数算不出") }
      if stage.compositeWithinLimit == false { words.append("综合差异系数超限") }
      return words.isEmpty ? nil : "\(stage.stage.rawValue) \(words.joined(separator: "、"))"
    }
    guard context.figures.passes == false else { return "所有学校综合达标，各项差异系数都在上限以内。" }
    return "还差：" + parts.joined(separator: "；") + "。"
  }

  private var tiles: Markup {
    var tiles: [Markup] = stages.map { stage in
      let bad = stage.passingSegments < stage.segments.count
      return tile(
        "heat", "\(stage.passingSegments)", "/\(stage.segments.count) 所", "\(stage.stage.rawValue)综合达标",
        isBad: bad)
    }
    for stage in stages where stage.indicators.contains(where: { $0.limit != nil }) {
      let count = over(stage).count
      tiles.append(
        tile(
          "spread", "\(count)", "/\(stage.indicators.count) 项", "\(stage.stage.rawValue)差异系数超限",
          isBad: count > 0))
    }
    if !items.isEmpty {
      let counts = ItemsSection.Counts(items)
      let words = counts.open > 0 ? "政府保障等各项未达标，未填 \(counts.open) 项" : "政府保障等各项未达标"
      tiles.append(
        tile("items", "\(counts.failed)", "/\(items.count) 项", words, isBad: counts.failed + counts.open > 0))
    }
    let left = classes.entries.isEmpty ? classes.byLevel[0] : classes.left
    tiles.append(
      tile("classes", "\(left)", " 个", classes.entries.isEmpty ? "班超过标准班额" : "超标准班额在册", isBad: left > 0))
    tiles.append(
      tile(
        "rectification", "\(rectification.overdue.count)", "/\(rectification.total) 项",
        rectification.total == 0 ? "没有整改记录" : "整改逾期",
        isBad: !rectification.overdue.isEmpty))
    let missing = receipts.count { $0.files == 0 }
    tiles.append(tile("received", "\(missing)", "/\(receipts.count) 所", "还没有报送", isBad: missing > 0))
    return "<div class=\"tiles\">\(tiles)</div>\n"
  }

  private func tile(
    _ target: StaticString, _ number: String, _ of: String, _ words: String, isBad: Bool
  ) -> Markup {
    let mark: Markup = isBad ? " bad" : ""
    return
      "<a class=\"tile\(mark)\" href=\"#\(Markup(trusted: target.description))\"><b>\(number)<small>\(of)</small></b><span>\(words)</span></a>"
  }

  // MARK: - What is missing

  private var todo: Markup {
    let columns = stages.enumerated().compactMap { _, stage -> Markup? in
      let schools = failing(stage)
      let lines =
        [common(schools.map(\.segment))] + over(stage).map { coefficient($0, stage) }
        + schools.prefix(Self.listed).map { school($0.segment, $0.index, stage) }
      guard !schools.isEmpty || !over(stage).isEmpty else { return nil }
      let rest = schools.count - min(schools.count, Self.listed)
      let more: Markup = rest > 0 ? "<li>另有 \(rest) 所，见<a href=\"#heat\">各校指标</a></li>" : ""
      return "<div><h3>\(stage.stage.rawValue)还差什么</h3><ul>\(lines)\(more)</ul></div>"
    }
    return columns.isEmpty ? "" : "<div class=\"todo\">\(columns)</div>\n"
  }

  /// What most of the failing schools lack.
  private func common(_ segments: [SegmentFigures]) -> Markup {
    guard segments.count > 3 else { return "" }
    let counts = context.figures.profile.indicators.map { rule in
      (id: rule.id, count: segments.count { $0.value(rule.id)?.met == false })
    }.filter { $0.count > 1 }.sorted { $0.count > $1.count }
    guard !counts.isEmpty else { return "" }
    let words = counts.prefix(4).map { "\(context.shortLabel($0.id)) \($0.count) 所" }.joined(separator: "、")
    return "<li>\(segments.count) 所未综合达标的学校里，未达标的是：<b>\(words)</b></li>"
  }

  private func coefficient(_ indicator: CountyIndicator, _ stage: StageFigures) -> Markup {
    let place = stageIndex(stage)
    let label = context.figures.profile.indicator(indicator.id)?.label ?? ""
    return """
      <li><span class="m-below">✗</span> 差异系数 <b>\(indicator.id)</b> \(label)：\
      <a href="#c\(place)-\(indicator.id)">\(PageParts.decimal(indicator.cv, 3))</a>，上限 \(PageParts.decimal(indicator.limit, 2))</li>
      """
  }

  private func school(_ segment: SegmentFigures, _ index: Int, _ stage: StageFigures) -> Markup {
    let id = SegmentID(stage: stageIndex(stage), segment: index)
    let short = segment.values.enumerated().filter { $0.element.met == false }.map { place, value -> Markup in
      let mark: Markup =
        value.at85 == true ? "<span class=\"m-near\">△</span>" : "<span class=\"m-below\">✗</span>"
      let threshold = value.threshold.map { "＜" + Scale.label($0) } ?? ""
      return
        " \(mark)<a href=\"#\(id.anchor(place))\">\(context.shortLabel(value.id)) \(value.text ?? "未填")</a>\(threshold)"
    }
    return "<li><a href=\"#\(id.anchor)\">\(context.name(segment.orgCode))</a>：\(short)</li>"
  }

  private func stageIndex(_ stage: StageFigures) -> Int {
    context.figures.stages.firstIndex { $0.stage == stage.stage } ?? 0
  }
}
