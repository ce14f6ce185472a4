internal import GRDB
internal import YiceStore

/// 审核意见 on the school's rows, with their answers.
enum OpinionsSection {
  static func section(_ context: PageContext) throws -> Markup {
    let rows = try Row.fetchAll(
      context.db,
      sql: """
        SELECT o.*, (SELECT r.replied_on || ' ' || r.text FROM opinion_reply AS r
          WHERE r.org_code = o.org_code AND r.opinion_id = o.id ORDER BY r.replied_on DESC, r.id DESC LIMIT 1) AS reply
        FROM opinion AS o WHERE org_code = ? ORDER BY coalesce(closed, 0), given_on DESC, id
        """, arguments: [context.school])
    guard !rows.isEmpty else {
      return PageParts.section("opinions", "审核意见", PageParts.empty("没有审核意见。"))
    }
    let lines = rows.map { row -> [Markup] in
      let table = TableCatalog.table(row["subject_table"])
      let column = (row["subject_column"] as String?).map { table?.column($0)?.label ?? $0 }
      let subject: String = row["subject_table"]
      let key: String = row["subject_key"]
      let words: [String] = [table?.label ?? subject, key] + (column.map { [$0] } ?? [])
      let judgement: String = row["judgement"]
      let style: Markup = judgement == "通过" ? "m-met" : judgement == "退回" ? "m-below" : "m-near"
      return [
        PageParts.optional(context.written(words.joined(separator: " "))),
        "<span class=\"\(style)\">\(judgement)</span>",
        PageParts.optional(context.text(.opinion, "text", row)),
        PageParts.optional(context.text(.opinion, "side", row)),
        PageParts.optional(context.text(.opinion, "given_by", row)), "\(row["given_on"] as String)",
        PageParts.optional(context.written(row["reply"])),
        (row["closed"] as Int?) == 1 ? "已关闭" : "<b>未关闭</b>",
      ]
    }
    return PageParts.section(
      "opinions", "审核意见",
      PageParts.table("来源：审核意见、意见答复", ["对象", "意见", "说明", "提出方", "审核人", "日期", "最近答复", "状态"], lines))
  }
}
