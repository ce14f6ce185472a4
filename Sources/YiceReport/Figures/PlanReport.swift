package import YiceFormats
package import YiceIndicators
internal import YiceModel
package import YiceStandards

/// The cheapest plan, how it was found, and what is known about its cost.
package struct PlanReport: Report {
  private let plan: CountyPlan
  private let near: String

  /// - Parameter profile: by which the plan was made.
  package init(_ plan: CountyPlan, _ profile: Profile) {
    self.plan = plan
    near = FigureText.near(profile)
  }

  package var text: String {
    guard !plan.additions.isEmpty else {
      return plan.incomplete.isEmpty
        ? "各校都综合达标，差异系数都在上限内，不需要增加什么。\n" + notes : "能算的各校都综合达标，没有什么要补；有未填项的没有算。\n" + notes
    }
    return listing.text(maximumCellWidth: 44) + "\n" + total + "\n" + notes
  }

  package var total: String {
    "合计 \(FigureText.plain(plan.plan.cost)) 元"
      + (plan.plan.cost >= 10_000 ? "（\(FigureText.money(plan.plan.cost))）" : "")
  }

  /// How it was found, and what is known about its cost, a sentence a line.
  package var notes: String {
    var text = "方法：先逐校枚举哪一项留在 \(near)，取最省的（不看差异系数时这是最小值）；差异系数超限的指标，"
    text += "再把最低的学校补到同一水平，到刚好不超限，然后逐个去掉多余的。学生数不变，只增不减。\n"
    text +=
      plan.onePerson.isEmpty
      ? "一名新增教师只计入一项。\n"
      : plan.onePerson.map { group in
        "一名新增教师同时符合 \(group.map(\.name).joined(separator: "、")) 中几项的，几项都计入，单价取其中最高的；"
          + "也可以让一人只计一项（--separate）。\n"
      }.joined()
    text += UnitCostText.line(plan.unitCosts) + "\n"
    // In 元, so that the sum, the bound and what lies between them add up as they stand; a bound is never rounded up.
    let bound = plan.plan.bound.rounded(.down)
    if !plan.incomplete.isEmpty {
      text += "方案不全：填全以后请再算一次。\n"
    } else if !plan.plan.isComplete {
      text += "没有找到全部达标的方案。\n"
    } else if plan.plan.isProven {
      text += "这是最小值：任何方案都不少于 \(FigureText.plain(plan.plan.cost)) 元。\n"
    } else {
      text +=
        "下界：任何方案都不少于 \(FigureText.plain(bound)) 元，本方案最多比最省的多 "
        + "\(FigureText.plain(plan.plan.cost - bound)) 元。\n"
    }
    if !plan.incomplete.isEmpty { text += "有未填项、没有列入方案：\(plan.incomplete.joined(separator: "、"))\n" }
    return text
  }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("org_code", "学校标识码"), Listing.Column("name", "学校"), Listing.Column("stage", "学段"),
        Listing.Column("indicator", "指标"), Listing.Column("element", "补什么"), Listing.Column("amount", "数量"),
        Listing.Column("unit", "单位"), Listing.Column("cost", "费用(元)"),
      ],
      rows: plan.additions.map { addition in
        [
          .text(addition.orgCode), .text(addition.name), .text(addition.stage?.rawValue ?? "全校"),
          .text(addition.indicators.joined(separator: "、")),
          .text(addition.elements.map(\.name).joined(separator: "、")), FigureText.full(addition.amount),
          .text(addition.elements.first?.unit), FigureText.full(addition.cost),
        ]
      })
  }

  package var json: JSONValue {
    .object([
      ("cost", .number(plan.plan.cost)), ("lower_bound", .number(plan.plan.bound)),
      ("complete", .bool(plan.plan.isComplete)), ("proven_minimum", .bool(plan.plan.isProven)),
      ("incomplete", .array(plan.incomplete.map { .string($0) })),
      ("unit_costs", UnitCostText.json(plan.unitCosts)),
      ("one_person", .array(plan.onePerson.map { .array($0.map { .string($0.name) }) })),
      ("additions", listing.json),
    ])
  }
}
