internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 一校一策: a plan a school on one or two pages: gaps, the cheapest way, projects, money, dates, who.
  static let schoolPlans = Form(
    name: "一校一策", title: SchoolPlanTable.title,
    words: ["达标规划", "一校一策表"],
    pages: { source in
      let plans = try source.schoolPlans()
      let needed = plans.filter { $0.isNeeded || source.asked != nil }
      let table = SchoolPlanTable(source.question.profile)
      return (needed.isEmpty ? Array(plans.prefix(1)) : needed).map { plan in
        var page = table.page(plan)
        page.left = "填报单位：\(plan.name)"
        page.right = source.yearText
        return page
      }
    })

  /// The county's list of plans and where they stand.
  static let schoolPlanList = Form(
    name: "一校一策汇总", title: SchoolPlanTable.listTitle,
    words: ["达标规划汇总", "规划汇总"],
    pages: { source in
      [source.ofBureau(SchoolPlanTable(source.question.profile).list(try source.schoolPlans()))]
    })
}

extension FormSource {
  /// Of the schools that are asked for.
  fileprivate func schoolPlans() throws -> [SchoolPlan] {
    try WorkedYear.with(db, question) {
      try SchoolPlan.all($0, bureau: countyCode, school: asked?.code, on: question.day)
    }
  }
}

/// 一校一策 as forms and the report page show it: a table a school, and the county's list.
struct SchoolPlanTable {
  static let title = "一校一策（达标规划）"
  static let listTitle = "一校一策（达标规划）汇总表"
  private let profile: Profile

  init(_ profile: Profile) { self.profile = profile }

  // MARK: - One school

  /// What it lacks, the cheapest way, what is under way.
  func page(_ plan: SchoolPlan) -> FormPage {
    let rows = plan.gaps.flatMap(lacking) + plan.measures.map(measure)
    var page = FormPage(
      title: Self.title, name: plan.name, columns: Self.columns,
      rows: rows.enumerated().map { [.number($0.offset + 1)] + $0.element })
    page.landscape = true
    // More lines than two sheets hold at a size that can be read are not squeezed.
    page.onOnePage = rows.count <= 24
    let verdict = FigureText.verdict(plan.passes, unknown: "没有结论")
    let cost = plan.cost.map { "最省办法约需 \(FigureText.money($0))" } ?? "最省办法：没有缺口，或缺数、缺单价"
    page.notes = [
      "现状：\(verdict)；规划：\(plan.standing.rawValue)；\(cost)；已列资金 \(Self.money(plan))。",
      "差距各项单独算、学生数不变；单价见“单位成本”表（没有写的用标准里的示例价）。",
    ]
    return page
  }

  private static let columns = [
    FormColumn("number", "序号", 5, centered: true), FormColumn("kind", "类", 10, merges: true),
    FormColumn("content", "内容", 34),
    FormColumn("value", "现状", 9), FormColumn("goal", "标准", 9), FormColumn("missing", "需补", 9),
    FormColumn("unit", "单位", 6, centered: true), FormColumn("measure", "措施", 18),
    FormColumn("money", "资金（元）", 12),
    FormColumn("due", "时限", 12, centered: true), FormColumn("unit_in_charge", "责任单位", 14),
    FormColumn(SchoolPlanTable.person, "责任人", 9, centered: true),
    FormColumn("state", "状态", 10, centered: true),
  ]

  /// The column of a name, which a redacted page leaves out.
  static let person = "person"

  /// What a segment lacks and how it is closed at the least cost.
  private func lacking(_ segment: SegmentGaps) -> [[Listing.Cell]] {
    func label(_ id: String) -> Listing.Cell {
      .text("\(segment.stage.rawValue) \(id) \(profile.indicator(id)?.label ?? "")")
    }
    func line(
      _ kind: String, _ id: String, value: Double? = nil, goal: Double? = nil, missing: Double? = nil,
      unit: String? = nil, measure: String? = nil, money: Double? = nil, state: String? = nil
    ) -> [Listing.Cell] {
      [
        .text(kind), label(id), Self.cell(value), Self.cell(goal), Self.cell(missing), .text(unit),
        .text(measure),
        Self.cell(money), .empty, .empty, .empty, .text(state),
      ]
    }
    let gaps = segment.gaps.map { gap in
      line(
        "差距", gap.indicator, value: gap.value, goal: gap.threshold, missing: gap.toThreshold,
        unit: gap.element.unit, measure: "补\(gap.element.name)", money: gap.cost)
    }
    let unknown = segment.missing.map { line("差距", $0, state: "未填") }
    let steps = segment.plan.map { step in
      line(
        "最省办法", step.indicator, missing: step.amount,
        unit: profile.indicator(step.indicator)?.addedElement?.unit,
        measure: step.to85 ? "补到\(FigureText.near(profile))" : "补到标准", money: step.cost)
    }
    return gaps + unknown + steps
  }

  private func measure(_ measure: SchoolPlan.Measure) -> [Listing.Cell] {
    [
      .text(measure.kind), .text(measure.content), Self.cell(measure.value), Self.cell(measure.goal),
      Self.cell(measure.missing), .text(measure.unit), .text(measure.measure),
      measure.money == nil && measure.asksMoney ? .missing("未填") : Self.cell(measure.money),
      .text(measure.due),
      .text(measure.inCharge), .text(measure.person),
      .text(measure.state + (measure.isLate ? "（逾期）" : "")),
    ]
  }

  private static func cell(_ value: Double?) -> Listing.Cell {
    value.map { FigureText.cell($0, places: $0 == $0.rounded() ? 0 : 2) } ?? .empty
  }

  private static func money(_ plan: SchoolPlan) -> String {
    guard plan.asksMoney else { return "—" }
    guard let money = plan.money else { return "未填" }
    let blank = plan.withoutMoney
    return FigureText.money(money) + (blank > 0 ? "（另有 \(blank) 项未填资金）" : "")
  }

  // MARK: - The county's list

  func list(_ plans: [SchoolPlan]) -> FormPage {
    let rows = plans.filter(\.isNeeded).enumerated().map { summary($0.offset + 1, $0.element) }
    var page = FormPage(title: Self.listTitle, name: "一校一策汇总", columns: Self.listColumns, rows: rows)
    page.landscape = true
    return page
  }

  private static let listColumns = [
    FormColumn("number", "序号", 5, centered: true), FormColumn("school", "学校", 24),
    FormColumn("passes", "综合达标", 9, centered: true), FormColumn("unmet", "未达标指标", 18),
    FormColumn("cost", "最省需（万元）", 11),
    FormColumn("money", "已列资金（万元）", 11), FormColumn("projects", "措施数", 8), FormColumn("done", "已完成", 8),
    FormColumn("late", "逾期", 7), FormColumn("due", "最后时限", 12, centered: true),
    FormColumn("unit_in_charge", "责任单位", 18),
    FormColumn("standing", "规划进展", 14, centered: true), FormColumn("note", "备注", 10),
  ]

  private func summary(_ number: Int, _ plan: SchoolPlan) -> [Listing.Cell] {
    let unmet = plan.gaps.flatMap { segment in
      (segment.gaps.map(\.indicator) + segment.missing).map { "\(segment.stage.rawValue)\($0)" }
    }
    var seen: Set<Substring> = []
    // One measure may name several.
    let units = plan.measures.compactMap(\.inCharge).flatMap { $0.split(separator: "、") }
      .filter { seen.insert($0).inserted }
    func money(_ value: Double?, missing: String = "—") -> Listing.Cell {
      FigureText.cell(value.map { $0 / 10_000 }, places: 2, missing: missing)
    }
    let blank = plan.withoutMoney
    return [
      .number(number), .text(plan.name), .text(FigureText.verdict(plan.passes)),
      .text(unmet.joined(separator: "、")),
      money(plan.cost), money(plan.money, missing: plan.asksMoney ? "未填" : "—"),
      .number(plan.measures.count),
      .number(plan.measures.count(where: \.isDone)), .number(plan.measures.count(where: \.isLate)),
      .text(plan.lastDue), .text(units.joined(separator: "、")),
      .text(plan.standing.rawValue),
      blank > 0 ? .text("\(blank) 项资金未填") : .empty,
    ]
  }
}
