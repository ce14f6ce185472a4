internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// 政府保障程度, 教育质量, 社会认可度, prerequisites and veto: what is judged beside the resources, and what still lacks.
enum ItemsSection {
  /// Schools and classes named for an item; the rest is counted.
  private static let named = 8

  static func section(_ context: PageContext, _ items: [ItemFigure]) -> Markup {
    guard !items.isEmpty else { return "" }
    let counts = Counts(items)
    let lead: Markup =
      "\(items.count) 项中达标 \(counts.met) 项，未达标 \(counts.failed) 项，未填 \(counts.open) 项；没有数据的不算达标。"
    var seen: Set<String> = []
    let groups = items.map(\.rule.group).filter { seen.insert($0).inserted }
    let tables = groups.map { group in table(context, group, items.filter { $0.rule.group == group }) }
    return PageParts.section("items", "政府保障、教育质量等各项", lead: lead, Markup(tables))
  }

  struct Counts {
    let met: Int
    let failed: Int
    let open: Int

    init(_ items: [ItemFigure]) {
      met = items.count { $0.met == true }
      failed = items.count { $0.met == false }
      open = items.count { $0.met == nil }
    }
  }

  private static func table(_ context: PageContext, _ group: String, _ items: [ItemFigure]) -> Markup {
    PageParts.table(
      group, ["项目", "指标值或简要结论", "是否达标"],
      items.map { item in
        [
          "\(item.id) \(item.rule.label)",
          "\(context.written(ItemReport(item).summary) ?? "")\(failing(context, item))\(note(item))",
          verdict(item),
        ]
      })
  }

  private static func note(_ item: ItemFigure) -> Markup {
    item.rule.note.isEmpty ? "" : "<div class=\"note\">\(item.rule.note)</div>"
  }

  private static func failing(_ context: PageContext, _ item: ItemFigure) -> Markup {
    let classes = item.classes.map { one in
      let grade = one.grade.map { "\($0) 年级 " } ?? ""
      return "\(context.name(one.orgCode)) \(one.stage) \(grade)\(one.classNumber) 班 \(one.headCount) 人"
    }
    let schools = item.failing.map { school in
      [context.name(school.orgCode), school.part, ItemReport.counts(school)].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let words = classes.isEmpty ? schools : classes
    guard !words.isEmpty else { return "" }
    let rest = words.count > named ? "；等 \(words.count) 处" : ""
    return "<div class=\"note\">✗ \(words.prefix(named).joined(separator: "；"))\(rest)</div>"
  }

  private static func verdict(_ item: ItemFigure) -> Markup {
    let strict: Markup
    switch item.met {
    case true?: strict = "<span class=\"m-met v\">✓ 达标</span>"
    case false?: strict = "<b class=\"m-below v\">✗ 未达标</b>"
    case nil: strict = "<span class=\"dim v\">— 未填</span>"
    }
    guard let relaxed = item.relaxed, relaxed != item.met else { return strict }
    return "\(strict)<div class=\"note\">放宽认定后\(FigureText.verdict(relaxed))</div>"
  }
}
