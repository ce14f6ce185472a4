internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// Schools × indicators, one table a 学段: the value with ✓, △ or ✗ on a ground of its own, each a link to how it
/// was made.
enum HeatSection {
  static func section(_ context: PageContext) -> Markup {
    let tables = context.figures.stages.enumerated().filter { !$0.element.segments.isEmpty }
      .map { table(context, $0.element, $0.offset) }
    guard !tables.isEmpty else {
      return PageParts.section("heat", "各校指标", PageParts.empty("没有可以评估的学校。"))
    }
    let near = FigureText.near(context.figures.profile)
    let key: Markup = """
      <p class="key"><i class="c-met">✓ 达标</i><i class="c-near">△ 未达标但达到 \(near)</i><i class="c-below">✗ 不到 \(near)</i>\
      <i class="c-none">未填 没有数据</i><span class="dim">填＝来自填报值　*＝四舍五入后结论会变　点数值看来历</span></p>
      """
    return PageParts.section("heat", "各校指标", key + Markup(tables))
  }

  private static func table(_ context: PageContext, _ stage: StageFigures, _ place: Int) -> Markup {
    let profile = context.figures.profile
    let heads = stage.indicators.map { indicator -> Markup in
      let rule = profile.indicator(indicator.id)
      let limit = rule?.thresholds[stage.stage].map { "≥\(Scale.label($0))" } ?? ""
      return """
        <th scope="col" class="n" data-k="n" title="\(rule?.label ?? "")">\(indicator.id)<small>\(shortLabel(rule?.label))</small>\
        <small>\(limit) \(rule?.unit ?? "")</small></th>
        """
    }
    let rows = stage.segments.enumerated().map {
      row(context, $0.element, SegmentID(stage: place, segment: $0.offset))
    }
    let caption = "\(stage.stage.rawValue)：\(stage.segments.count) 所，\(stage.pupils) 人"
    return """
      <div class="box\(rows.count <= 25 ? " short" : "")" tabindex="0" role="region" aria-label="\(caption)"><table class="heat"><caption>\(caption)</caption>
      <thead><tr><th scope="col" data-k="t">学校</th><th scope="col" class="n" data-k="n">学生</th>\(heads)\
      <th scope="col" class="n" data-k="n">达标项</th><th scope="col" data-k="n">综合</th></tr></thead>
      <tbody>
      \(rows)</tbody>
      <tfoot>\(foot(stage, place))</tfoot></table></div>

      """
  }

  private static func row(_ context: PageContext, _ segment: SegmentFigures, _ id: SegmentID) -> Markup {
    let cells = segment.values.enumerated().map { place, value in cell(value, id.anchor(place)) }
    let name = context.name(segment.orgCode)
    let verdict = segment.passes == nil ? "—" : segment.passes == true ? "✓ 达标" : "✗ 未达标"
    let style: Markup = segment.passes == nil ? "" : segment.passes == true ? "m-met" : "m-below"
    return """
      <tr><th scope="row" data-v="\(name)"><a href="#\(id.anchor)">\(name)</a>\(segment.isAwaited ? "<small>待确认</small>" : "")</th>\
      <td class="n" data-v="\(segment.pupils)">\(segment.pupils)</td>\(cells)\
      <td class="n" data-v="\(segment.metCount)">\(segment.metCount)/\(segment.values.count)</td>\
      <td data-v="\(segment.passes == true ? 1 : 0)" class="v \(style)">\(verdict)\(segment.passFlips ? "*" : "")\(relaxed(segment))</td></tr>

      """
  }

  /// The verdict under the relaxations in force, where it is another one.
  private static func relaxed(_ segment: SegmentFigures) -> Markup {
    guard let passes = segment.passesRelaxed, passes != segment.passes else { return "" }
    return "<small>放宽认定后\(passes ? "达标" : "未达标")</small>"
  }

  private static func cell(_ value: IndicatorValue, _ anchor: String) -> Markup {
    guard let number = value.value, let text = value.text else {
      return "<td class=\"c c-none\" data-v=\"\"><a href=\"#\(anchor)\">未填</a></td>"
    }
    let style: Markup
    let mark: Markup
    switch value.met {
    case nil: (style, mark) = ("c-none", "")
    case true?: (style, mark) = ("c-met", " ✓")
    case false?: (style, mark) = value.at85 == true ? ("c-near", " △") : ("c-below", " ✗")
    }
    let typed: Markup = value.sources == [.statement] ? "<small>填</small>" : ""
    let flips: Markup = value.metFlips || value.at85Flips ? "*" : ""
    return """
      <td class="c \(style)" data-v="\(FigureText.rounded(number, places: 4))"><a href="#\(anchor)">\(text)\(mark)</a>\(flips)\(typed)</td>
      """
  }

  private static func foot(_ stage: StageFigures, _ place: Int) -> Markup {
    func row(_ label: Markup, _ cell: (CountyIndicator) -> Markup) -> Markup {
      let cells = stage.indicators.map { "<td class=\"n\">\(cell($0))</td>" as Markup }
      return "<tr><th scope=\"row\">\(label)</th><td></td>\(cells)<td></td><td></td></tr>\n"
    }
    return row("全县平均") { "<a href=\"#c\(place)-\($0.id)\">\($0.meanText ?? "—")</a>" }
      + row("差异系数") { indicator in
        let style: Markup = indicator.withinLimit.map { $0 ? "m-met" : "m-below" } ?? ""
        let mark = indicator.withinLimit.map { $0 ? " ✓" : " ✗" } ?? ""
        return
          "<a class=\"\(style)\" href=\"#c\(place)-\(indicator.id)\">\(PageParts.decimal(indicator.cv, 3))\(mark)</a>"
      }
      + row("达标校数") { "\($0.met)/\($0.segments)" }
  }

  /// 每百名学生拥有县级以上骨干教师数 → 县级以上骨干教师数: what fits above a column.
  static func shortLabel(_ label: String?) -> String {
    var rest = Substring(label ?? "")
    for start in ["每百名学生拥有", "生均"] where rest.hasPrefix(start) { rest = rest.dropFirst(start.count) }
    return String(rest)
  }
}
