internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 一校一策: a plan a school on one or two pages: gaps, the cheapest way, projects, money, dates, who.
  static let schoolPlans = Form(
    name: "一校一策", title: "一校一策（达标规划）",
    words: ["达标规划", "一校一策表"],
    pages: { source in
      let plans = try SchoolPlan.all(source)
      let needed = plans.filter { $0.isNeeded || source.asked != nil }
      return (needed.isEmpty ? Array(plans.prefix(1)) : needed).map { plan in
        var page = FormPage(
          title: "一校一策（达标规划）", name: plan.school.name, columns: columns,
          rows: (plan.lacking + plan.work).enumerated().map { line($0.offset + 1, $0.element) })
        page.left = "填报单位：\(plan.school.name)"
        page.right = source.yearText
        page.landscape = true
        // More lines than two sheets hold at a size that can be read are not squeezed.
        page.onOnePage = page.listing.rows.count <= 24
        let verdict = FigureText.verdict(plan.passes, unknown: "没有结论")
        let cost = plan.cost.map { "最省办法约需 \(FigureText.money($0))" } ?? "最省办法：没有缺口，或缺数、缺单价"
        page.notes = [
          "现状：\(verdict)；规划：\(plan.standing)；\(cost)；已列资金 \(money(plan))。",
          "差距各项单独算、学生数不变；单价见“单位成本”表（没有写的用标准里的示例价）。",
        ]
        return page
      }
    })

  /// The county's list of plans and where they stand.
  static let schoolPlanList = Form(
    name: "一校一策汇总", title: "一校一策（达标规划）汇总表",
    words: ["达标规划汇总", "规划汇总"],
    pages: { source in
      let rows = try SchoolPlan.all(source).filter(\.isNeeded).enumerated().map {
        summary($0.offset + 1, $0.element)
      }
      var page = FormPage(title: "一校一策（达标规划）汇总表", name: "一校一策汇总", columns: listColumns, rows: rows)
      page.landscape = true
      return [source.ofBureau(page)]
    })

  private static let columns = [
    FormColumn("number", "序号", 5, centered: true), FormColumn("kind", "类", 10, merges: true),
    FormColumn("content", "内容", 34),
    FormColumn("value", "现状", 9), FormColumn("goal", "标准", 9), FormColumn("missing", "需补", 9),
    FormColumn("unit", "单位", 6, centered: true), FormColumn("measure", "措施", 18),
    FormColumn("money", "资金（元）", 12),
    FormColumn("due", "时限", 12, centered: true), FormColumn("unit_in_charge", "责任单位", 14),
    FormColumn("person", "责任人", 9, centered: true), FormColumn("state", "状态", 10, centered: true),
  ]

  private static func money(_ plan: SchoolPlan) -> String {
    guard !plan.work.isEmpty else { return "—" }
    guard let money = plan.money else { return "未填" }
    let blank = plan.withoutMoney
    return FigureText.money(money) + (blank > 0 ? "（另有 \(blank) 项未填资金）" : "")
  }

  private static func line(_ number: Int, _ line: SchoolPlan.Line) -> [Listing.Cell] {
    func cell(_ value: Double?) -> Listing.Cell {
      value.map { FigureText.cell($0, places: $0 == $0.rounded() ? 0 : 2) } ?? .empty
    }
    return [
      .number(number), .text(line.kind), .text(line.content), cell(line.value), cell(line.goal),
      cell(line.missing),
      .text(line.unit), .text(line.measure),
      line.money == nil && line.asksMoney ? .missing("未填") : cell(line.money), .text(line.due),
      .text(line.inCharge),
      .text(line.person),
      .text(line.state.map { $0 + (line.isLate ? "（逾期）" : "") }),
    ]
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

  private static func summary(_ number: Int, _ plan: SchoolPlan) -> [Listing.Cell] {
    let unmet = plan.gaps.flatMap { segment in
      (segment.gaps.map(\.indicator) + segment.missing).map { "\(segment.stage.rawValue)\($0)" }
    }
    var seen: Set<String> = []
    let units = plan.work.compactMap(\.inCharge).filter { seen.insert($0).inserted }
    func money(_ value: Double?, missing: String = "—") -> Listing.Cell {
      FigureText.cell(value.map { $0 / 10_000 }, places: 2, missing: missing)
    }
    let blank = plan.withoutMoney
    return [
      .number(number), .text(plan.school.name), .text(FigureText.verdict(plan.passes)),
      .text(unmet.joined(separator: "、")),
      money(plan.cost), money(plan.money, missing: plan.work.isEmpty ? "—" : "未填"), .number(plan.work.count),
      .number(plan.work.count(where: \.isDone)), .number(plan.work.count(where: \.isLate)),
      .text(plan.work.compactMap(\.due).max()), .text(units.joined(separator: "、")), .text(plan.standing),
      blank > 0 ? .text("\(blank) 项资金未填") : .empty,
    ]
  }
}
