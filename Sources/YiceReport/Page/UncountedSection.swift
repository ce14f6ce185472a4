internal import YiceIndicators
internal import YiceModel
internal import YiceStore

/// 未计入: rows of registers that count nowhere because a cell is empty, and what mends them; nothing where there is none.
enum UncountedSection {
  /// Schools and columns listed; the rest is counted.
  private static let listed = 60

  /// - Parameter school: of a school's page; nil: every school.
  static func section(_ context: PageContext) -> Markup {
    let groups = groups(context)
    guard !groups.isEmpty else { return "" }
    let rows = groups.prefix(listed).map { group -> [Markup] in
      [
        "\(context.name(group.orgCode))", "\(group.table.label)", "\(group.label)没有填",
        "\(group.keys.count)", "\(UncountedGroup.advice(group.table, group.column))",
      ]
    }
    let rest = groups.count - rows.count
    let more: Markup = rest > 0 ? "<p class=\"note\">另有 \(rest) 处，见 yice check</p>" : ""
    let total = groups.reduce(0) { $0 + $1.keys.count }
    return PageParts.section(
      "uncounted", "未计入的行", lead: "登记册里有 \(total) 行因为空着一格，哪一项指标都没有计入；它们不是 0，补上就计入。",
      PageParts.table("未计入的行", ["学校", "登记册", "原因", "行数", "怎样改正"], rows, numbers: [3]) + more)
  }

  static func link(_ context: PageContext) -> Markup {
    groups(context).isEmpty ? "" : "<a href=\"#uncounted\">未计入</a>"
  }

  static func groups(_ context: PageContext) -> [UncountedGroup] {
    context.figures.uncounted.filter { context.school == nil || $0.orgCode == context.school }
  }
}
