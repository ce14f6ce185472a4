internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// The classes of a school with their sizes, and its entries on the ledger of oversized ones.
enum SchoolClassesSection {
  static func section(_ context: PageContext, _ sizes: ClassSizes) throws -> Markup {
    let rows = try Row.fetchAll(
      context.db,
      sql: """
        SELECT * FROM class_roll WHERE org_code = ? AND school_year = ?
        ORDER BY CASE stage WHEN '幼儿' THEN 0 WHEN '小学' THEN 1 WHEN '初中' THEN 2 ELSE 3 END,
          grade, entry_year DESC, class_no
        """, arguments: [context.school, context.figures.year])
    let lines = rows.map { row -> [Markup] in
      let stage: String = row["stage"]
      let count: Int = row["head_count"]
      let grade = (row["grade"] as Int?).map { "\($0) 年级 " } ?? ""
      return [
        "\(stage) \(grade)\(row["class_no"] as Int) 班", "\(row["entry_year"] as Int)", "\(count)",
        size(sizes.rules, stage, count), level(sizes.rules, stage, count),
      ]
    }
    let table =
      lines.isEmpty
      ? PageParts.empty("本学年没有班级册。")
      : PageParts.table("来源：班级", ["班级", "入学年份", "人数", "", "班额"], lines, numbers: [1, 2])
    return PageParts.section("classes", "班级", table + ClassesSection.openEntries(context, sizes))
  }

  private static func size(_ rules: SizeRules, _ stage: String, _ count: Int) -> Markup {
    guard let stage = Stage(rawValue: stage), let limit = rules.classLimit[stage] else { return "" }
    let level = rules.level(of: count, in: stage)
    let plot = BulletPlot(
      title: "\(count) 人，标准 \(limit) 人", value: Double(count), threshold: Double(limit), near: 0, mean: nil,
      mark: level == nil ? .met : level == SizeRules.lowestLevel ? .near : .below)
    return "<div class=\"mini\">\(plot.svg)</div>"
  }

  private static func level(_ rules: SizeRules, _ stage: String, _ count: Int) -> Markup {
    guard let stage = Stage(rawValue: stage), rules.classLimit[stage] != nil else {
      return "<span class=\"dim\">—</span>"
    }
    guard let level = rules.level(of: count, in: stage) else { return "<span class=\"m-met v\">✓</span>" }
    return level == SizeRules.lowestLevel
      ? "<b class=\"m-near v\">△ \(level)</b>" : "<b class=\"m-below v\">✗ \(level)</b>"
  }
}
