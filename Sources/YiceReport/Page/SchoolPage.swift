internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStore

/// A school's page: 一校一册 on paper.
enum SchoolPage {
  static func document(_ context: PageContext, school: String, since: ChangeOrigin) throws -> ReportPage {
    let name = context.name(school)
    let row = try Row.fetchOne(context.db, sql: "SELECT * FROM org WHERE org_code = ?", arguments: [school])
    let full = row.flatMap { $0["name"] as String? } ?? context.info.orgName
    let sizes = try ClassSizes(context)
    let rectification = try RectificationState(context)
    let ledger = try LedgerState(context)
    let plans = try context.plans()
    let body: [Markup] = [
      "<header><h1>\(full)　一校一册</h1><p class=\"sub\">\(context.yearName)；截至 \(context.today)；标准 \(context.profile)</p>",
      standing(context), navigation(context), "</header>\n", try ProfileSection.section(context, row),
      BulletSection.section(context), UncountedSection.section(context),
      try SchoolLedgerSection.section(context, ledger),
      try SchoolClassesSection.section(context, sizes), RectificationSection.section(context, rectification),
      try DemandSection.section(context, plans: plans) ?? "",
      try OpinionsSection.section(context), try ChangesSection.section(context, since: since),
      try ExplanationSection.section(context),
    ]
    return ReportPage(
      title: "\(name) \(context.yearName) 一校一册", context, Markup(body),
      record: try PageRecord(context.db, school: school, since: since).meta)
  }

  private static func navigation(_ context: PageContext) -> Markup {
    """
    <nav aria-label="目录"><a href="#profile">概况</a><a href="#indicators">七项指标</a>\(UncountedSection.link(context))<a href="#ledger">标准化台账</a>\
    <a href="#classes">班级</a><a href="#rectification">整改</a><a href="#opinions">审核意见</a><a href="#changes">变化</a>\
    <a href="#explanation">每个数的来历</a></nav>
    """
  }

  /// One line a 学段: passes or not, and what is short.
  static func standing(_ context: PageContext) -> Markup {
    guard !context.segments.isEmpty else {
      let reason = context.figures.leftOut.first { $0.orgCode == context.school }?.text ?? "没有可以评估的学段"
      return "<div class=\"state s-none\"><strong>— 不单独评估</strong><p>\(reason)。</p></div>\n"
    }
    return Markup(
      context.segments.map { id, _, segment in
        let short = segment.values.enumerated().filter { $0.element.met == false }.map {
          place, value -> Markup in
          let mark: Markup =
            value.at85 == true ? "<span class=\"m-near\">△</span>" : "<span class=\"m-below\">✗</span>"
          return
            " \(mark)<a href=\"#\(id.anchor(place))\">\(context.shortLabel(value.id)) \(value.text ?? "未填")</a>＜\(value.threshold.map(Scale.label) ?? "")"
        }
        let style: Markup = segment.passes == nil ? "s-none" : segment.passes == true ? "s-met" : "s-below"
        let verdict = segment.passes == nil ? "— 无结论" : segment.passes == true ? "✓ 综合达标" : "✗ 未综合达标"
        let rest: Markup = short.isEmpty ? "" : "，还差：\(short)"
        return """
          <div class="state \(style)"><strong>\(segment.stage.rawValue) \(verdict)</strong>\
          <p>\(segment.values.count) 项中 \(segment.metCount) 项达标\(rest)</p></div>

          """
      })
  }
}
