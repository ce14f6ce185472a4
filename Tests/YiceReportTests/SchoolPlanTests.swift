import GRDB
import Testing
import YiceFormats
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
