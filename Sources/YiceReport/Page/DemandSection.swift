internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceLedgers
internal import YiceStandards
internal import YiceStore

/// What programmes ask for beside the standard: each demand that has rows, in a table of its own behind its name.
enum DemandSection {
  /// - Returns: nil where no table that programmes ask for holds anything.
  static func section(_ context: PageContext, items: [ItemFigure] = [], plans: [SchoolPlan]) throws -> Markup?
  {
    let profile = context.figures.profile
    let question = DemandQuestion(
      year: context.figures.year, today: context.today, bureau: context.info.bureau, school: context.school,
      profile)
    // Registers that are long and stand in the report already, or tell nothing by themselves.
    var tables = try Demand.all.filter { !skipped.contains($0.id) && !(context.isCounty && $0.isBySchool) }
      .compactMap { demand in
        try table(demand, question, context)
      }
    var lines: [ProgrammeLine]
    if context.isCounty {
      lines = try ProgrammeStatus(
        context.db, today: context.today, year: context.figures.year, bureau: context.info.bureau, profile
      ).programme()
      let targets = try TargetStanding.all(
        context.db, year: context.figures.year, today: context.today, bureau: context.info.bureau,
        context.figures, items)
      lines += targets.map(\.line)
      if !targets.isEmpty { tables.append(folded(Form.targetPage(targets, context.yearName), context)) }
      let places = try TownPlaces.lines(context.db, year: context.figures.year, profile)
      lines += places
      if !places.isEmpty {
        let page = try Form.placesPage(context.db, year: context.figures.year, profile)
        tables.append(folded(page, context))
      }
    } else {
      lines = try Demand.all.flatMap { try $0.lines(context.db, question) }
    }
    lines += SchoolPlanCount(plans).line.map { [$0] } ?? []
    if let planned = self.plans(plans.filter(\.isNeeded), context) { tables.append(planned) }
    guard !tables.isEmpty || !lines.isEmpty else { return nil }
    let sums = lines.map { line -> [Markup] in
      [
        "\(line.section)　\(context.written(line.name) ?? "")", "\(line.total)",
        PageParts.optional(line.done.map(String.init)),
        PageParts.optional(line.overdue.map(String.init)), "\(context.written(line.remark) ?? "")",
      ]
    }
    let head: Markup =
      sums.isEmpty
      ? "" : PageParts.table("方案各项的总数、完成和逾期", ["项目", "总数", "完成", "逾期", "说明"], sums, numbers: [1, 2, 3])
    return PageParts.section("demands", "方案各项要求", "\(head)\(tables)")
  }

  private static let skipped: Set = ["schools", "experiments"]

  private static func table(_ demand: Demand, _ question: DemandQuestion, _ context: PageContext) throws
    -> Markup?
  {
    let rows = try demand.rows(context.db, question)
    guard !rows.isEmpty else { return nil }
    return folded(
      DemandTable(demand, question, rows, redacted: context.isRedacted).listing, demand.title,
      notes: question.notes(of: demand), context)
  }

  /// 一校一策: of a county the list, of a school its plan.
  private static func plans(_ plans: [SchoolPlan], _ context: PageContext) -> Markup? {
    guard let first = plans.first else { return nil }
    let table = SchoolPlanTable(context.figures.profile)
    var page = context.isCounty ? table.list(plans) : table.page(first)
    if context.isRedacted { page.listing = page.listing.without([SchoolPlanTable.person]) }
    return folded(page, context)
  }

  private static func folded(_ page: FormPage, _ context: PageContext) -> Markup {
    folded(page.listing, page.listing.title ?? "", notes: page.notes, context)
  }

  private static func folded(_ listing: Listing, _ title: String, notes: [String], _ context: PageContext)
    -> Markup
  {
    let shown = listing.withoutEmptyColumns(keeping: ["number"])
    let cells = shown.rows.map { row in row.map { "\(context.written($0.shown.description) ?? "")" as Markup }
    }
    let notes = notes.map { "<p class=\"note\">\($0)</p>" as Markup }
    return """
      <details><summary>\(title)（\(listing.rows.count) 行）</summary>\
      \(PageParts.table(title, shown.columns.map(\.label), cells))\(notes)</details>

      """
  }
}
