internal import GRDB
internal import YiceModel
internal import YiceStore

/// What changed recently: the newest revisions of the school, with how many rows each changed or removed.
enum ChangesSection {
  private static let shown = 15

  static func section(_ context: PageContext) throws -> Markup {
    let rows = try Row.fetchAll(
      context.db,
      sql: """
        SELECT r.*, (SELECT count(*) FROM change AS c WHERE c.rev = r.id AND c.kind = 'update') AS updated,
          (SELECT count(*) FROM change AS c WHERE c.rev = r.id AND c.kind = 'delete') AS removed
        FROM (SELECT * FROM revision WHERE org_code = ? ORDER BY at DESC, id DESC LIMIT \(shown)) AS r
        ORDER BY at DESC, id DESC
        """, arguments: [context.school])
    guard !rows.isEmpty else {
      return PageParts.section("changes", "最近变化", PageParts.empty("没有修改记录。"))
    }
    let lines = rows.map { row -> [Markup] in
      let note: String? = row["note"]
      let role: String = row["role"]
      return [
        "\(Moment.local(row["at"]).prefix(16).description)",
        context.isRedacted ? "" : "\(row["author"] as String)", "\(Role(rawValue: role)?.label ?? role)",
        // The note may quote a person's cell.
        context.isRedacted ? "\(row["action"] as String)" : "\(note ?? row["action"])",
        "\(row["updated"] as Int)",
        "\(row["removed"] as Int)",
      ]
    }
    return PageParts.section(
      "changes", "最近变化",
      PageParts.table(
        "来源：修订历史，最近 \(shown) 次", ["时间", "谁", "文件", "做了什么", "改动行", "删除行"], lines, numbers: [4, 5]))
  }
}
