internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStore

/// 概况: what the school says of itself, and its pupils, classes and teachers of the year.
enum ProfileSection {
  static func section(_ context: PageContext, _ row: Row?) throws -> Markup {
    guard let row, let school = context.school else {
      return PageParts.section("profile", "概况", PageParts.empty("还没有学校信息。"))
    }
    let columns = CatalogTable.org.columns.filter { column in
      !["short_name", "inclusion_target", "inclusion_reason", "parent_code"].contains(column.name)
    }
    var lines: [[Markup]] = columns.compactMap { column in
      context.text(.org, column.name, row).map { ["\(column.heading)", "\(words(column, $0))"] }
    }
    let teachers = try Row.fetchOne(
      context.db,
      sql:
        "SELECT count(*) AS n, total(full_time) AS full FROM teacher WHERE org_code = ? AND school_year = ?",
      arguments: [school, context.figures.year])
    if let teachers, (teachers["n"] as Int) > 0 {
      lines.append(["教职工", "\(teachers["n"] as Int) 人，其中专任教师 \(Int(teachers["full"] as Double)) 人"])
    }
    for (_, _, segment) in context.segments {
      let classes = segment.classes.map { "，\($0) 个班" } ?? ""
      lines.append(["\(segment.stage.rawValue)学生", "\(segment.pupils) 人\(classes)"])
    }
    let facts = lines.map { "<div><dt>\($0[0])</dt><dd>\($0[1])</dd></div>" as Markup }
    return PageParts.section(
      "profile", "概况", "<dl class=\"facts\">\(facts)</dl><p class=\"note\">来源：学校、教师、班级</p>")
  }

  private static func words(_ column: CatalogColumn, _ value: String) -> String {
    guard column.type == .boolean else { return value }
    return value == "1" ? "是" : "否"
  }
}
