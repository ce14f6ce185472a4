internal import GRDB
internal import YiceLedgers
internal import YiceStore

/// 标准化建设台账 in sums: lines met, short and open, money planned and spent.
struct LedgerState {
  struct Sum {
    let name: String
    let count: LineCount
    let money: Double
  }

  let count: LineCount
  let categories: [Sum]
  let schools: [Sum]
  let years: [(year: Int, goal: Double?, done: Double?, planned: Double?, spent: Double?)]

  init(_ context: PageContext) throws {
    let scope = context.scope
    func sums(by column: String) throws -> [Row] {
      try Row.fetchAll(
        context.db,
        sql: """
          SELECT \(column) AS name, \(LineCount.columns), total(money) AS money
          FROM standardization_item AS i WHERE \(scope.sql) GROUP BY \(column) ORDER BY short DESC, lines DESC, \(column)
          """, arguments: scope.arguments)
    }
    func sum(_ row: Row, _ name: String) -> Sum {
      Sum(name: name, count: LineCount(row), money: row["money"])
    }
    count = try LineCount(context.db, orgCode: context.school)
    categories = try sums(by: "category").map { sum($0, $0["name"]) }
    schools = try sums(by: "org_code").map { sum($0, context.name($0["name"])) }
    years = try Row.fetchAll(
      context.db,
      sql: """
        SELECT year, sum(goal) AS goal, sum(done) AS done, sum(planned_money) AS planned, sum(spent_money) AS spent
        FROM standardization_goal WHERE \(scope.sql) GROUP BY year ORDER BY year
        """, arguments: scope.arguments
    ).map { ($0["year"], $0["goal"], $0["done"], $0["planned"], $0["spent"]) }
  }
}

/// 标准化建设台账: progress and money.
enum LedgerSection {
  static func county(_ context: PageContext, _ state: LedgerState) -> Markup {
    guard !state.categories.isEmpty || !state.years.isEmpty else {
      return PageParts.section("ledger", "标准化建设台账", PageParts.empty("标准化建设台账没有记录。"))
    }
    let money = state.categories.reduce(0) { $0 + $1.money }
    let body =
      progress(state.count)
      + table("按类别（来源：标准化建设台账）", "类别", state.categories)
      + years(state)
      + "<details><summary>按学校（\(state.schools.count) 所）</summary>\(table("按学校", "学校", state.schools))</details>"
    return PageParts.section(
      "ledger", "标准化建设台账",
      lead: "\(state.count.words)，需要资金 <b>\(PageParts.tenThousands(money))</b> 万元。", body)
  }

  static func progress(_ count: LineCount) -> Markup {
    let bar = ShareBar(
      title: "台账条目",
      parts: [
        ShareBar.Part(name: "达标", count: count.reached, style: "p-done"),
        ShareBar.Part(name: "有缺口", count: count.short, style: "p-late"),
        ShareBar.Part(name: "未填", count: count.unknown, style: "p-todo"),
      ])
    return """
      <p class="key"><i class="chip k-done">达标 \(count.reached)</i><i class="chip k-late">有缺口 \(count.short)</i>\
      <i class="chip k-todo">未填 \(count.unknown)</i></p>\(bar.svg)
      """
  }

  private static func table(_ caption: String, _ head: String, _ sums: [LedgerState.Sum]) -> Markup {
    PageParts.table(
      caption, [head, "条目", "达标", "有缺口", "未填", "资金（万元）"],
      sums.map { sum in
        [
          "\(sum.name)", "\(sum.count.lines)", "\(sum.count.reached)",
          sum.count.short > 0 ? "<b class=\"m-below\">\(sum.count.short)</b>" : "0",
          "\(sum.count.unknown)", PageParts.tenThousands(sum.money),
        ]
      }, numbers: [1, 2, 3, 4, 5])
  }

  static func years(_ state: LedgerState) -> Markup {
    guard !state.years.isEmpty else { return "" }
    return PageParts.table(
      "年度目标和资金（来源：年度目标）", ["年度", "目标数", "完成数", "计划资金（万元）", "已用资金（万元）", "资金进度"],
      state.years.map { year in
        let share = year.planned.flatMap { planned in planned > 0 ? (year.spent ?? 0) / planned * 100 : nil }
        return [
          "\(year.year)", PageParts.number(year.goal), PageParts.number(year.done),
          PageParts.tenThousands(year.planned), PageParts.tenThousands(year.spent),
          share.map { "\(PageParts.decimal($0, 1))%" } ?? "—",
        ]
      }, numbers: [1, 2, 3, 4, 5])
  }
}
