internal import GRDB
internal import YiceIndicators
internal import YiceLedgers
internal import YiceStore

/// The county's page, from the verdict down to what each number is made of.
enum CountyPage {
  static func document(
    _ context: PageContext, items: [ItemFigure], plans: [SchoolPlan], earlier: [CountyFigures]
  ) throws -> ReportPage {
    let name = context.info.orgName
    let classes = try ClassSizes(context)
    let rectification = try RectificationState(context)
    let ledger = try LedgerState(context)
    let receipts = try ReceivedSection.receipts(context)
    let standing = CountyStanding(
      context: context, classes: classes, rectification: rectification, receipts: receipts, items: items)
    let demands = try DemandSection.section(context, items: items, plans: plans)
    let trend = TrendSection.section(context, earlier: earlier)
    let body: [Markup] = [
      "<header><h1>\(name)　义务教育优质均衡</h1><p class=\"sub\">\(context.yearName)；截至 \(context.today)；标准 \(context.profile)</p>",
      standing.section(),
      navigation(context, hasTrend: trend != nil, hasItems: !items.isEmpty, hasDemands: demands != nil),
      "</header>\n",
      HeatSection.section(context), UncountedSection.section(context),
      DistributionSection.section(context), ItemsSection.section(context, items),
      ClassesSection.section(context, classes),
      LedgerSection.county(context, ledger), RectificationSection.section(context, rectification),
      demands ?? "",
      ReceivedSection.section(context, receipts), trend ?? "", try ExplanationSection.section(context),
    ]
    return ReportPage(title: "\(name) \(context.yearName) 优质均衡报告", context, Markup(body))
  }

  private static func navigation(_ context: PageContext, hasTrend: Bool, hasItems: Bool, hasDemands: Bool)
    -> Markup
  {
    let trend: Markup = hasTrend ? "<a href=\"#trend\">历年</a>" : ""
    let demands: Markup = hasDemands ? "<a href=\"#demands\">方案各项</a>" : ""
    let items: Markup = hasItems ? "<a href=\"#items\">政府保障等</a>" : ""
    return """
      <nav aria-label="目录"><a href="#heat">各校指标</a>\(UncountedSection.link(context))<a href="#spread">差异系数</a>\(items)<a href="#classes">大班额</a>\
      <a href="#ledger">标准化台账</a><a href="#rectification">整改</a>\(demands)<a href="#received">报送</a>\(trend)\
      <a href="#explanation">每个数的来历</a></nav>
      """
  }
}
