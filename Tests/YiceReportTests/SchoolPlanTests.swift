import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// 一校一策: what is done for a school, and the money for it.
@Suite struct SchoolPlanTests {
  private let town: ReportTown

  init() throws { town = try ReportTown(schools: 3) }

  private func pages(_ name: String) throws -> [FormPage] {
    let form = try #require(Form.named(name))
    return try town.file.readWithTemporaryTables { db in
      try form.pages(FormSource(db, Question(db, town.file.info, year: 2022, day: "2023-09-01")))
    }
  }

  /// Of the county's list: by school, by column.
  private func list() throws -> [String: [String: String]] {
    let page = try #require(try pages("一校一策汇总").first)
    let rows = page.listing.rows.map { row in
      Dictionary(uniqueKeysWithValues: zip(page.listing.columns.map(\.name), row.map(\.shown.description)))
    }
    return Dictionary(rows.map { ($0["school"] ?? "", $0) }) { first, _ in first }
  }

  private func line(_ id: String, _ school: Int, _ money: Int?, _ state: String?, done: String? = nil) throws
  {
    try town.sql(
      """
      INSERT INTO standardization_item (org_code, stage, item_id, category, item, required, actual, money, state, due_on, done_on)
      VALUES (?, '', ?, '图书', '图书', 10, 5, ?, ?, '2023-01-01', ?)
      """, [ReportTown.code(school), id, money, state, done])
  }

  @Test("money that no line says is 未填 and not 0; where some say it, the others are counted")
  func money() throws {
    #expect(try list()["第1小学"]?["money"] == "—", "it has no plan, so nobody asks")
    try line("1", 0, nil, nil)
    try line("1", 1, 30_000, nil)
    try line("2", 1, nil, nil)
    let list = try list()
    #expect(list["第0小学"]?["money"] == "未填" && list["第0小学"]?["note"] == "1 项资金未填")
    #expect(list["第1小学"]?["money"] == "3.00" && list["第1小学"]?["note"] == "1 项资金未填")
    let notes = Dictionary(
      try pages("一校一策").map { ($0.name, $0.notes.joined()) }
    ) { first, _ in first }
    #expect(notes["第0小学"]?.contains("已列资金 未填。") == true)
    #expect(notes["第1小学"]?.contains("已列资金 3.00 万元（另有 1 项未填资金）。") == true)
  }

  @Test("a unit that several measures name stands once in the county's list")
  func units() throws {
    try line("1", 1, nil, nil)
    try line("2", 1, nil, nil)
    try town.sql("UPDATE standardization_item SET unit_in_charge = '教体局' WHERE item_id = '1'")
    try town.sql("UPDATE standardization_item SET unit_in_charge = '教体局、发改局' WHERE item_id = '2'")
    #expect(try list()["第1小学"]?["unit_in_charge"] == "教体局、发改局")
  }

  /// What status and page say of them, as one line.
  private func standing() throws -> (line: ProgrammeLine?, json: String) {
    try town.file.readWithTemporaryTables { db in
      let question = try Question(db, town.file.info, year: 2022, day: "2023-09-01")
      let status = try CountyStatus(db, question)
      let plans = SchoolPlanCount(
        try SchoolPlan.all(db, SchoolDirectory(db).schools, on: question.day, status.figures))
      let report = StatusReport(status, try LedgerStanding(db, on: question.day), plans, name: "")
      return (plans.line, report.json.rendered())
    }
  }

  @Test(
    "status says how many schools that fail have a plan and where the plans stand, as the printed list does")
  func status() throws {
    let before = try standing()
    #expect(before.line?.total == 1 && before.line?.done == 0 && before.line?.overdue == 0)
    #expect(before.line?.remark == "未达标 1 所，其中有规划 0 所；没有规划 1 所：第1小学")
    try line("1", 1, nil, "实施中")
    try line("1", 0, nil, "已完成")
    let after = try standing()
    #expect(after.line?.total == 2 && after.line?.done == 1 && after.line?.overdue == 1)
    #expect(after.line?.remark == "未达标 1 所，其中有规划 1 所；有逾期 1 所、已达标 1 所")
    #expect(try list().count == after.line?.total)
    #expect(
      after.json.filter { !$0.isWhitespace }.contains(
        #""school_plans":{"schools":2,"failing":1,"failing_with_plan":1,"unjudged":0,"done":1,"overdue":1,"standings":{"overdue":1,"met":1}}"#
      ), "\(after.json)")
  }

  @Test(
    "the page has the line and the list of status and form; a school's page its plan, without names when redacted"
  )
  func page() throws {
    try town.sql(
      "INSERT INTO project (org_code, id, name, kind, money, person, state) VALUES (?, 'X1', '教学楼', '新建', 1, '甄责任', '在建')",
      [ReportTown.code(1)])
    let county = try town.page(on: "2023-09-01")
    #expect(county.contains("规划　一校一策") && county.contains("未达标 1 所，其中有规划 1 所；实施中 1 所"))
    #expect(county.contains("<summary>一校一策（达标规划）汇总表（1 行）</summary>"))
    let school = try town.page(ReportOptions(school: ReportTown.code(1)))
    #expect(school.contains("<summary>一校一策（达标规划）（") && school.contains("教学楼（新建）"))
    #expect(school.contains("最省办法约需"), "the cheapest way stands beside it")
    #expect(school.contains("甄责任"))
    let redacted = try town.page(ReportOptions(isRedacted: true, school: ReportTown.code(1)))
    #expect(redacted.contains("教学楼（新建）") && !redacted.contains("甄责任"))
    #expect(try !town.page(ReportOptions(school: ReportTown.code(0))).contains("一校一策（达标规划）"))
  }

  @Test("a line of 标准化建设台账 that says nothing but its gap is no plan")
  func gapAlone() throws {
    try line("1", 1, nil, "未启动")
    try town.sql("UPDATE standardization_item SET due_on = NULL")
    #expect(try list()["第1小学"]?["standing"] == "没有规划")
    #expect(try standing().line?.remark?.contains("有规划 0 所") == true)
    try town.sql("UPDATE standardization_item SET measure = '购置'")
    #expect(try list()["第1小学"]?["standing"] == "实施中")
  }

  @Test("what was handed in on time is not late in a plan either; large schools are in it")
  func late() throws {
    try town.sql(
      """
      INSERT INTO rectification (org_code, id, source, problem, due_on, done_on, evidence, state)
      VALUES (?, 'Z1', '自查', '缺教室', '2023-05-01', '2023-04-01', '照片', '待核验')
      """, [ReportTown.code(1)])
    #expect(try list()["第1小学"]?["standing"] == "实施中")
    try town.sql(
      """
      INSERT INTO oversized_school (org_code, filed_on, filed_count, limit_count, due_on, state)
      VALUES (?, '2022-09-01', 2100, 2000, '2023-08-31', '在册')
      """, [ReportTown.code(1)])
    #expect(try list()["第1小学"]?["standing"] == "有逾期" && list()["第1小学"]?["projects"] == "2")
  }

  @Test(
    "the last day of a plan is that of the calendar, as it was written; money that no ledger asks for is not 未填"
  )
  func lastDay() throws {
    try town.sql(
      """
      INSERT INTO rectification (org_code, id, source, problem, found_on, due_on, period_text, state)
      VALUES (?1, 'Z1', '自查', '一', '2022-09-01', '2022-12-31', '年内', '待整改'),
        (?1, 'Z2', '自查', '二', '2022-09-01', '2023-12-31', '2023年底', '待整改'),
        (?1, 'Z3', '自查', '三', '2022-09-01', '2023-10-31', NULL, '待整改')
      """, [ReportTown.code(1)])
    #expect(try list()["第1小学"]?["due"] == "2023年底")
    #expect(try list()["第1小学"]?["money"] == "—")
    #expect(
      try pages("一校一策").contains { $0.name == "第1小学" && $0.notes.joined().contains("已列资金 —。") })
  }

  @Test("without a verdict, measures that are done are not called 未达标")
  func noVerdict() throws {
    try town.sql("DELETE FROM statement WHERE org_code = ?", [ReportTown.code(0)])
    try line("1", 0, nil, "已完成")
    #expect(try list()["第0小学"]?["standing"] == "措施完成")
    let remark = try standing().line?.remark
    #expect(remark == "未达标 1 所，其中有规划 0 所；没有结论 1 所；措施完成 1 所；没有规划 1 所：第1小学")
    try town.sql("DELETE FROM statement WHERE org_code = ?", [ReportTown.code(1)])
    #expect(try standing().line?.remark == "没有结论 1 所；措施完成 1 所")
  }

  @Test("lines of 标准化建设台账 that are 已完成, 已达标 or have their day are done, and late no more")
  func done() throws {
    try line("1", 1, nil, "已完成")
    try line("2", 1, nil, "已达标")
    try line("3", 1, nil, "实施中", done: "2023-05-01")
    #expect(try list()["第1小学"]?["done"] == "3")
    #expect(try list()["第1小学"]?["late"] == "0")
    #expect(try list()["第1小学"]?["standing"] == "措施完成，未达标")
    try line("4", 1, nil, "实施中")
    #expect(try list()["第1小学"]?["done"] == "3")
    #expect(try list()["第1小学"]?["standing"] == "有逾期")
  }
}
