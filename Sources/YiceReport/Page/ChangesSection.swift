internal import GRDB
internal import YiceModel
internal import YiceStore

/// What changed since the last report: rows by table, the cells before and after, and who did it.
enum ChangesSection {
  private static let shownRows = 60
  private static let shownRevisions = 15

  static func section(_ context: PageContext, since origin: ChangeOrigin) throws -> Markup {
    guard let school = context.school else { return "" }
    let fresh = try PageRecord.touching(context.db, school: school).subtracting(origin.known)
    let title = origin.isBeginning ? "修改记录" : "上次报告以来的变化"
    let from: Markup =
      origin.isBeginning
      ? "没有上次的报告可比，从建立文件算起。以后把报告写到同一个文件名，或用 --since 指明上次的网页、日期、修订编号或旧文件，就从那时算起。"
      : "从 \(origin.words) 算起。"
    let changes = try RowChanges(context.db, school: school, fresh: fresh)
    guard !changes.lines.isEmpty else {
      return PageParts.section("changes", title, lead: from, PageParts.empty("没有变化。"))
    }
    let body =
      totals(changes) + (origin.isBeginning ? "" : rows(context, changes))
      + (try revisions(context, fresh, isAll: origin.isBeginning))
    return PageParts.section("changes", title, lead: from, body)
  }

  private static func totals(_ changes: RowChanges) -> Markup {
    let rows = TableCatalog.tables.compactMap { table -> [Markup]? in
      let own = changes.lines.filter { $0.table.name == table.name }
      guard !own.isEmpty else { return nil }
      return ["\(table.label)"]
        + [RowChanges.Kind.added, .changed, .removed].map { kind in "\(own.count { $0.kind == kind })" }
    }
    return PageParts.table("行数", ["表", "新增", "修改", "删除"], rows, numbers: [1, 2, 3])
  }

  /// Changed and deleted rows one by one; added ones are counted above.
  private static func rows(_ context: PageContext, _ changes: RowChanges) -> Markup {
    let told = changes.lines.filter { $0.kind != .added }
    guard !told.isEmpty else { return "" }
    let lines = told.prefix(shownRows).map { line -> [Markup] in
      let cells = line.cells.map { column, before, after -> Markup in
        let words = [before, after].map { shown(context, line.table, column, $0) }
        return "<div>\(column.label)：\(words[0]) → <b>\(words[1])</b></div>"
      }
      return [
        "\(line.table.label)", "\(label(context, line))", "\(line.kind.rawValue)",
        line.kind == .removed ? "<span class=\"dim\">—</span>" : Markup(cells),
      ]
    }
    let rest: Markup = told.count > shownRows ? "<p class=\"note\">另有 \(told.count - shownRows) 行。</p>" : ""
    return PageParts.table("修改和删除的行", ["表", "行", "变化", "修改前 → 修改后"], lines) + rest
  }

  private static func shown(
    _ context: PageContext, _ table: CatalogTable, _ column: CatalogColumn, _ row: Row
  ) -> Markup {
    if context.isRedacted, column.sensitive { return "<span class=\"dim\">（已隐去）</span>" }
    guard let text = context.text(table, column.name, row) else { return "<span class=\"dim\">空</span>" }
    if column.type == .boolean { return text == "1" ? "是" : "否" }
    return "\(text)"
  }

  /// The key without school and year, and what the row is called.
  private static func label(_ context: PageContext, _ line: RowChanges.Line) -> String {
    let key = line.table.keyColumns.filter {
      !["org_code", "school_year"].contains($0.name) && $0.type != .identifier
    }
    let name = ["name", "problem", "item", "task", "title"].first { word in
      !key.contains { $0.name == word } && line.table.column(word) != nil
    }
    let parts = (key.map(\.name) + (name.map { [$0] } ?? [])).compactMap {
      context.text(line.table, $0, line.row)
    }
    return parts.isEmpty ? "—" : String(parts.joined(separator: " ").prefix(40))
  }

  private static func revisions(_ context: PageContext, _ fresh: Set<Int64>, isAll: Bool) throws -> Markup {
    let rows = try Row.fetchAll(context.db, sql: "SELECT * FROM revision ORDER BY at DESC, id DESC")
      .filter { fresh.contains($0["id"]) }
    guard !rows.isEmpty else { return "" }
    let lines = rows.prefix(shownRevisions).map { row -> [Markup] in
      let note: String? = row["note"]
      let role: String = row["role"]
      return [
        "\(Moment.local(row["at"]).prefix(16).description)",
        context.isRedacted ? "" : "\(row["author"] as String)", "\(Role(rawValue: role)?.label ?? role)",
        // The note may quote a person's cell.
        context.isRedacted ? "\(row["action"] as String)" : "\(note ?? row["action"])",
      ]
    }
    let shown = rows.count > shownRevisions ? "，最近 \(shownRevisions) 次" : ""
    return PageParts.table("修订 \(rows.count) 次\(shown)（来源：修订历史）", ["时间", "谁", "文件", "做了什么"], lines)
  }
}
