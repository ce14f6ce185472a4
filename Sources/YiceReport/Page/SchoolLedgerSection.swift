internal import GRDB
internal import YiceLedgers
internal import YiceStore

/// 标准化建设台账 of one school, line by line, with gaps and yearly goals.
enum SchoolLedgerSection {
  static func section(_ context: PageContext, _ state: LedgerState) throws -> Markup {
    let rows = try Row.fetchAll(
      context.db,
      sql: """
        SELECT *, \(LineStanding.gap) AS gap FROM standardization_item AS i WHERE org_code = ? ORDER BY seq IS NULL, seq, category, item, item_id
        """, arguments: [context.school])
    guard !rows.isEmpty else {
      return PageParts.section("ledger", "标准化建设台账", PageParts.empty("标准化建设台账没有记录。"))
    }
    let goals = try Row.fetchAll(
      context.db,
      sql: "SELECT * FROM standardization_goal WHERE org_code = ? ORDER BY year", arguments: [context.school])
    let years = Set(goals.map { $0["year"] as Int }).sorted()
    var byLine: [String: Row] = [:]
    for goal in goals { byLine[key(goal) + "\u{1F}\(goal["year"] as Int)"] = goal }
    let lines = rows.map { row -> [Markup] in
      line(context, row) + years.map { year in goalCell(byLine[key(row) + "\u{1F}\(year)"]) }
        + tail(context, row)
    }
    let heads =
      ["项目", "类别", "单位", "应配", "实有", "缺口"] + years.map { "\($0) 目标" } + ["资金（万元）", "计划完成", "状态", "责任人"]
    return PageParts.section(
      "ledger", "标准化建设台账",
      LedgerSection.progress(state.count)
        + PageParts.table(
          "来源：标准化建设台账、年度目标（“手工”＝现状由人填写）", heads, lines,
          numbers: Set([3, 4, 5] + years.indices.map { 6 + $0 } + [6 + years.count]))
        + LedgerSection.years(state))
  }

  private static func key(_ row: Row) -> String {
    "\(row["stage"] as String)\u{1F}\(row["item_id"] as String)"
  }

  private static func line(_ context: PageContext, _ row: Row) -> [Markup] {
    let gap: Double? = row["gap"]
    let typed: Markup = (row["actual_source"] as String?) == "手工" ? " <small class=\"dim\">手工</small>" : ""
    let stage: String = row["stage"]
    return [
      "\(context.text(.standardizationItem, "item", row) ?? "")\(stage.isEmpty ? "" : "（\(stage)）")",
      "\(row["category"] as String)",
      PageParts.optional(context.text(.standardizationItem, "unit", row)),
      PageParts.number(row["required"]), "\(PageParts.number(row["actual"]))\(typed)",
      (gap ?? 0) > 0 ? "<b class=\"m-below\">\(PageParts.number(gap))</b>" : PageParts.number(gap),
    ]
  }

  private static func goalCell(_ goal: Row?) -> Markup {
    guard let goal else { return "<span class=\"dim\">—</span>" }
    let done: Double? = goal["done"]
    return done == nil
      ? PageParts.number(goal["goal"]) : "\(PageParts.number(done))/\(PageParts.number(goal["goal"]))"
  }

  private static func tail(_ context: PageContext, _ row: Row) -> [Markup] {
    [
      PageParts.tenThousands(row["money"]),
      PageParts.optional(context.text(.standardizationItem, "due_on", row)),
      PageParts.optional(context.text(.standardizationItem, "state", row)),
      PageParts.optional(context.text(.standardizationItem, "person", row)),
    ]
  }
}
