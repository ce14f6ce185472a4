internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// The indicators of a school as bullet charts; the table they stand in says the same.
enum BulletSection {
  static func section(_ context: PageContext) -> Markup {
    let tables = context.segments.map { table(context, $0.id, $0.stage, $0.segment) }
    guard !tables.isEmpty else {
      return PageParts.section("indicators", "七项指标", PageParts.empty("没有可以评估的学段。"))
    }
    let mean = context.knowsCounty ? "紫色菱形是全县平均，" : ""
    return PageParts.section(
      "indicators", "七项指标", lead: "横条是本校的值，竖线是标准，\(mean)深色底到标准的 \(FigureText.near(context.figures.profile))。",
      Markup(tables))
  }

  private static func table(
    _ context: PageContext, _ id: SegmentID, _ stage: StageFigures, _ segment: SegmentFigures
  ) -> Markup {
    let near = context.figures.profile.passRule?.near ?? 1
    let share = FigureText.near(context.figures.profile)
    let rows = segment.values.enumerated().map { place, value -> [Markup] in
      let rule = context.figures.profile.indicator(value.id)
      let county = context.knowsCounty ? stage.indicator(value.id) : nil
      let plot = BulletPlot(
        title: "\(value.id) \(value.text ?? "未填")，标准 \(value.threshold.map(Scale.label) ?? "无")",
        value: value.value,
        threshold: value.threshold, near: near, mean: county?.mean, mark: PageParts.mark(value))
      var row: [Markup] = [
        "<div class=\"bullet\">\(value.id) \(rule?.label ?? "") <span class=\"dim\">\(rule?.unit ?? "")</span>\(plot.svg)</div>\(PageParts.unverified(segment, value, context.figures.profile))",
        "<a href=\"#\(id.anchor(place))\"><b>\(value.text ?? "未填")</b></a>",
        "\(value.threshold.map(Scale.label) ?? "—")",
      ]
      if context.knowsCounty { row.append("\(county?.meanText ?? "—")") }
      switch value.met {
      case nil: row.append("—")
      case true?: row.append("<span class=\"m-met v\">✓ 达标</span>")
      case false?:
        row.append(
          value.at85 == true
            ? "<b class=\"m-near v\">△ \(share)</b>"
            : "<b class=\"m-below v\">✗ \(value.value == nil ? "未填" : "不到 \(share)")</b>")
      }
      return row
    }
    let heads = ["指标", "本校", "标准"] + (context.knowsCounty ? ["全县平均"] : []) + ["结论"]
    return PageParts.table(
      "\(segment.stage.rawValue)，学生 \(segment.pupils) 人", heads, rows,
      numbers: context.knowsCounty ? [1, 2, 3] : [1, 2])
  }
}
