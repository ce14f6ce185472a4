internal import GRDB
internal import YiceIndicators
internal import YiceModel
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
        size(stage, count), level(stage, count),
      ]
    }
    let table =
      lines.isEmpty
      ? PageParts.empty("本学年没有班级册。")
      : PageParts.table("来源：班级", ["班级", "入学年份", "人数", "", "班额"], lines, numbers: [1, 2])
    return PageParts.section("classes", "班级", table + ClassesSection.openEntries(context, sizes))
  }

  private static func limit(_ stage: String) -> Int? {
    switch Stage(rawValue: stage) {
    case .primary: 45
    case .junior: 50
    default: nil
    }
  }

  private static func size(_ stage: String, _ count: Int) -> Markup {
    guard let limit = limit(stage) else { return "" }
    let plot = BulletPlot(
      title: "\(count) 人，标准 \(limit) 人", value: Double(count), threshold: Double(limit), near: 0, mean: nil,
      mark: count <= limit ? .met : count < 56 ? .near : .below)
    return "<div class=\"mini\">\(plot.svg)</div>"
  }

  private static func level(_ stage: String, _ count: Int) -> Markup {
    guard let limit = limit(stage) else { return "<span class=\"dim\">—</span>" }
    if count >= 66 { return "<b class=\"m-below v\">✗ 超大班额</b>" }
    if count >= 56 { return "<b class=\"m-below v\">✗ 大班额</b>" }
    return count > limit ? "<b class=\"m-near v\">△ 超标准</b>" : "<span class=\"m-met v\">✓</span>"
  }
}
