internal import GRDB
internal import YiceLedgers
internal import YiceStore

/// 整改清单 by state; 逾期 is told for the page's day.
struct RectificationState {
  let counts: [(state: String, count: Int)]
  let overdue: [Row]
  /// Every entry not struck off, for a school's page.
  let open: [Row]

  var total: Int { counts.reduce(0) { $0 + $1.count } }

  static let states = ["待整改", "整改中", "退回", "待核验", "已销号"]

  init(_ context: PageContext) throws {
    let scope = context.scope
    let rows = try Row.fetchAll(
      context.db,
      sql: "SELECT state, count(*) AS n FROM rectification WHERE \(scope.sql) GROUP BY state",
      arguments: scope.arguments)
    counts = RectificationState.states.map { state in
      (state, rows.first { $0["state"] == state }.map { $0["n"] } ?? 0)
    }
    let named: StatementArguments = ["today": context.today, "org": context.school]
    open = try Row.fetchAll(
      context.db,
      sql: """
        SELECT r.*, \(Overdue.rectification) AS overdue, (SELECT p.reported_on || ' ' || p.progress FROM rectification_progress AS p
          WHERE p.org_code = r.org_code AND p.rectification_id = r.id
          ORDER BY p.reported_on DESC, p.id DESC LIMIT 1) AS latest
        FROM rectification AS r WHERE state <> '已销号' AND (:org IS NULL OR org_code = :org)
        ORDER BY due_on IS NULL, due_on, org_code, id
        """, arguments: named)
    overdue = open.filter { ($0["overdue"] as Int?) == 1 }
  }
}

/// 整改: how many in which state, and which are overdue.
enum RectificationSection {
  private static let listed = 60

  static func section(_ context: PageContext, _ state: RectificationState) -> Markup {
    guard state.total > 0 else {
      return PageParts.section("rectification", "整改", PageParts.empty("整改清单没有记录。"))
    }
    let styles: [(StaticString, StaticString)] = [
      ("p-todo", "k-todo"), ("p-doing", "k-doing"), ("p-late", "k-late"), ("p-check", "k-check"),
      ("p-done", "k-done"),
    ]
    let parts = zip(state.counts, styles).map {
      ShareBar.Part(name: $0.0.state, count: $0.0.count, style: $0.1.0)
    }
    let chips = zip(state.counts, styles).map { entry, style -> Markup in
      "<i class=\"chip \(Markup(trusted: style.1.description))\">\(entry.state) \(entry.count)</i>"
    }
    let bar: Markup = "<p class=\"key\">\(chips)</p>\(ShareBar(title: "整改清单", parts: parts).svg)"
    let list = context.school == nil ? state.overdue : state.open
    let rows = list.prefix(listed).map { row(context, $0, isOverdue: isOverdue($0)) }
    let more: Markup = list.count > listed ? "<p class=\"note\">另有 \(list.count - listed) 项没有列出。</p>" : ""
    let title = context.school == nil ? "逾期的整改（来源：整改清单）" : "未销号的整改（来源：整改清单、整改进展）"
    let table: Markup =
      rows.isEmpty
      ? "" : PageParts.table(title, ["学校", "问题", "来源", "指标", "时限", "状态", "责任单位", "责任人", "最近进展"], rows)
    return PageParts.section(
      "rectification", "整改",
      lead: "共 \(state.total) 项，逾期 <b>\(state.overdue.count)</b> 项。", bar + table + more)
  }

  private static func isOverdue(_ row: Row) -> Bool {
    (row["overdue"] as Int?) == 1
  }

  private static func row(_ context: PageContext, _ row: Row, isOverdue: Bool) -> [Markup] {
    func cell(_ column: String) -> Markup { PageParts.optional(context.text(.rectification, column, row)) }
    let due: Markup = isOverdue ? "<b class=\"m-below\">✗ \(row["due_on"] ?? "")</b>" : cell("due_on")
    return [
      "\(context.name(row["org_code"]))", cell("problem"), cell("source"), cell("indicator"), due,
      "\(row["state"] ?? "")", cell("units"), cell("person"),
      PageParts.optional(context.written(row["latest"])),
    ]
  }
}
