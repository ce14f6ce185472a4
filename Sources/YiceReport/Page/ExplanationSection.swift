internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// Where each number comes from: numerator, denominator, source; what was left out and why.
enum ExplanationSection {
  static func section(_ context: PageContext) throws -> Markup {
    var body = rules(context)
    if context.school == nil || context.knowsCounty {
      for (place, stage) in context.figures.stages.enumerated() where !stage.segments.isEmpty {
        body += county(context, stage, place)
      }
    }
    body += Markup(try context.segments.map { try school(context, $0.id, $0.segment) })
    body += leftOut(context) + findings(context)
    return PageParts.section("explanation", "每个数的来历", body)
  }

  private static func rules(_ context: PageContext) -> Markup {
    let profile = context.figures.profile
    var lines: [Markup] = ["<li>标准：\(profile.name)，\(profile.title)。</li>"]
    if let rule = profile.passRule {
      lines.append(
        "<li>学校综合达标：至少 \(rule.least) 项达标，其余达到标准的 \(Scale.label(rule.near * 100))%（\(profile.verdictSource)）。</li>"
      )
    }
    lines.append("<li>差异系数＝√(Σ 学生比重×(校值−平均)²)÷平均，按学生加权；平均＝分子之和÷学生之和；中间不取舍。</li>")
    lines.append(
      "<li>比较方式：\(profile.compare == .exact ? "用精确值，显示时才四舍五入" : "先四舍五入到两位小数再比较")。</li>")
    for item in profile.unverified { lines.append("<li>未核实：\(item)</li>") }
    return "<ul>\(lines)</ul>\n"
  }

  private static func county(_ context: PageContext, _ stage: StageFigures, _ place: Int) -> Markup {
    let rows = stage.indicators.map { indicator -> [Markup] in
      let rule = context.figures.profile.indicator(indicator.id)
      let counted = stage.segments.filter { $0.value(indicator.id)?.value != nil }
      let numerator = counted.reduce(0) { $0 + ($1.value(indicator.id)?.numerator ?? 0) }
      let pupils = counted.reduce(0) { $0 + $1.pupils }
      return [
        "<span id=\"c\(place)-\(indicator.id)\">\(indicator.id) \(rule?.label ?? "")</span>",
        "\(FigureText.rounded(numerator, places: 2))", "\(pupils)",
        "\(indicator.meanText ?? "—") \(rule?.unit ?? "")", "\(PageParts.decimal(indicator.cv, 3))",
        "\(PageParts.decimal(indicator.limit, 2))", "\(PageParts.decimal(indicator.unweightedCV, 3))",
        "\(indicator.counted)/\(indicator.segments)", "\(rule?.source ?? "")",
      ]
    }
    return "<h3>全县\(stage.stage.rawValue)</h3>"
      + PageParts.table(
        "平均值和差异系数",
        ["指标", "分子之和", "学生之和", "平均", "差异系数", "上限", "不加权（仅供比较）", "有数据的学校", "依据"], rows,
        numbers: [1, 2, 3, 4, 5, 6, 7])
  }

  private static func school(
    _ context: PageContext, _ id: SegmentID, _ segment: SegmentFigures
  ) throws -> Markup {
    let profile = context.figures.profile
    let near = FigureText.near(profile)
    let rows = try segment.values.enumerated().map { place, value -> Markup in
      let rule = profile.indicator(value.id)
      let verdict: Markup
      switch value.met {
      case nil: verdict = "—"
      case true?: verdict = "<span class=\"m-met v\">✓ 达标</span>"
      case false?:
        verdict =
          value.value == nil
          ? "<b class=\"m-below v\">✗ 未填</b>"
          : value.at85 == true
            ? "<b class=\"m-near v\">△ 达到 \(near)</b>" : "<b class=\"m-below v\">✗ 不到 \(near)</b>"
      }
      return """
        <tr id="\(id.anchor(place))"><th scope="row">\(value.id) \(rule?.label ?? "")</th><td>\(working(value, rule, segment))</td>\
        <td class="n">\(value.text ?? "—")</td><td class="n">\(value.threshold.map(Scale.label) ?? "—")</td><td>\(verdict)\(relaxed(value, near))\(PageParts.unverified(segment, value, profile))</td>\
        <td class="v">\(value.sources.map(\.rawValue).joined(separator: "、"))</td></tr>
        \(try SourceRows.row(context, segment, value.id))
        """
    }
    let caption = "\(segment.name)（\(segment.orgCode)）\(segment.stage.rawValue)，学生 \(segment.pupils) 人"
    let included: Markup =
      segment.includes.isEmpty
      ? "" : "<p class=\"note\">含并入：\(segment.includes.map(context.name).joined(separator: "、"))</p>"
    let screen: Markup = context.school == nil ? " screen" : ""
    let rowsOf: Markup =
      context.opensRows && context.school == nil
      ? " <small><a href=\"/report?school=\(segment.orgCode)#\(id.anchor)\">由哪些行算出</a></small>" : ""
    return """
      <div class="ex\(screen)" id="\(id.anchor)"><h3>\(context.name(segment.orgCode)) \(segment.stage.rawValue)\(rowsOf)</h3>\(included)\
      <div class="box short" tabindex="0" role="region" aria-label="\(caption)"><table><caption>\(caption)</caption>
      <thead><tr><th scope="col">指标</th><th scope="col">算式</th><th scope="col" class="n">值</th><th scope="col" class="n">标准</th>\
      <th scope="col">结论</th><th scope="col">数据来源</th></tr></thead><tbody>
      \(rows)</tbody></table></div></div>

      """
  }

  /// What a relaxation in force makes of it, beside the strict verdict.
  private static func relaxed(_ value: IndicatorValue, _ near: String) -> Markup {
    guard let relaxed = value.relaxed else { return "" }
    let mark = relaxed.met ? "✓ 达标" : relaxed.at85 ? "△ 达到 \(near)" : "✗ 不到 \(near)"
    return """
      <div class="note">放宽认定后 \(FigureText.rounded(relaxed.value, places: 2)) \(mark)（依据 \(relaxed.basis)，到期 \(relaxed.expiresOn)）</div>
      """
  }

  private static func working(
    _ value: IndicatorValue, _ rule: IndicatorRule?, _ segment: SegmentFigures
  ) -> Markup {
    guard value.missing.isEmpty, let numerator = value.numerator else {
      let lacking = value.missing.map(\.element).reduce(into: [String]()) { list, element in
        if !list.contains(element) { list.append(element) }
      }
      return "未填：\(lacking.joined(separator: "、"))"
    }
    let terms = value.terms.enumerated().map { place, term -> Markup in
      let sign = term.sign < 0 ? "－" : place == 0 ? "" : "＋"
      return "\(sign)\(term.element) \(PageParts.number(term.amount))"
    }
    let sum = value.terms.reduce(0) { $0 + Double($1.sign) * ($1.amount ?? 0) }
    let isSplit = abs(sum - numerator) > 1e-6 * max(1, abs(sum))
    let share: Markup = isSplit ? "，本学段分得 \(FigureText.rounded(numerator, places: 2))" : ""
    let times: Markup = (rule?.per ?? 1) == 1 ? "" : " × \(rule?.per ?? 1)"
    let isSum = terms.count > 1 && !isSplit
    return "\(isSum ? "（" : "")\(terms)\(share)\(isSum ? "）" : "") ÷ 学生 \(segment.pupils)\(times)"
  }

  private static func leftOut(_ context: PageContext) -> Markup {
    let left = context.figures.leftOut.filter { context.school == nil || $0.orgCode == context.school }
    guard !left.isEmpty else { return "" }
    let lines = left.map { "<li>\($0.name)（\($0.orgCode)）：\($0.text)</li>" as Markup }
    return "<h3>不单独计入的学校</h3><ul>\(lines)</ul>\n"
  }

  private static func findings(_ context: PageContext) -> Markup {
    let lines = context.figures.findings.filter { finding in
      context.school.map { finding.message.contains($0) } ?? true
    }.map { "<li>\($0.severity.label)：\($0.message)</li>" as Markup }
    guard !lines.isEmpty else { return "" }
    return "<h3>对数据的提醒</h3><ul>\(lines)</ul>\n"
  }
}
