import Foundation
import Testing
import YiceTestSupport

/// Every place that counts a ledger of one school counts the same.
@Suite struct LedgerAnswersTests: Desk {
  let workdir = Workdir()
  private static let school = "2199000001"
  private static let day = "2022-12-01"

  init() throws {
    try does("new", "县.db", "--role", "county", "--org", "990101", "--name", "示例县教育局", "--year", "2022")
    try does("add", "县.db", "学校机构", "学校标识码=\(Self.school)", "学校名称=示例小学", "学校类别=小学")
  }

  private func rows(_ arguments: String...) throws -> [[String: Any]] {
    try json(try does2(arguments)) as? [[String: Any]] ?? []
  }

  private func does2(_ arguments: [String]) throws -> String {
    let result = try yice(arguments)
    #expect(result.status == 0, "\(arguments) \(result.err)")
    return result.out
  }

  private func status() throws -> (figures: [String: Any], ledgers: [[String: Any]]) {
    let all = try json(try does("status", "县.db", "--on", Self.day, "--json").out) as? [String: Any]
    return (all?["figures"] as? [String: Any] ?? [:], all?["ledgers"] as? [[String: Any]] ?? [])
  }

  private func page(_ more: String...) throws -> String {
    try does2(["report", "县.db", "--today", Self.day] + more)
  }

  private func document() throws -> String {
    try does("report", "县.db", "--today", Self.day, "--self-evaluation", "-o", "自评.docx")
    return try Archive.text("word/document.xml", of: workdir.file("自评.docx"))
  }

  // MARK: - 标准化建设台账

  /// 应配 and 现状 of seven lines: two 达标, one 有缺口, four 未填, whatever their state says.
  private func volume() throws {
    let lines = [
      ("1", "1", "已达标"), ("2", "3", "未启动"), ("5", "2", "已完成"), ("1", "", "未启动"), ("4", "", "已完成"),
      ("", "3", "未启动"), ("", "", "未启动"),
    ]
    let text = lines.enumerated().map { index, line in
      "\(Self.school),,x\(index),功能室,项目\(index),\(line.0),\(line.1),\(line.2),2022-11-01,\(line.2 == "已完成" ? "2022-10-01" : "")\n"
    }.joined()
    try workdir.write("册.csv", "学校标识码,学段,条目编号,类别,项目,应配,现状,状态,计划完成,实际完成\n" + text)
    try does("import", "县.db", "一校一册", "册.csv")
  }

  private static let words = "共 7 项：达标 2 项，有缺口 1 项，未填 4 项"

  @Test("达标, 有缺口 and 未填 of one school: roll-up, list, status, both pages, form and document")
  func counts() throws {
    try volume()
    for by in ["学校", "类别"] {
      let sums = try rows("ledger", "rollup", "县.db", "--by", by, "--json")
      let first = try #require(sums.first)
      #expect(sums.count == 1)
      #expect(["lines", "reached", "short", "unknown"].map { first[$0] as? Int } == [7, 2, 1, 4], "\(by)")
    }
    try does("ledger", "rollup", "县.db", says: "校校达标：0 / 1 所")
    #expect(try rows("ledger", "show", "县.db", "--json").count == 7)
    #expect(try rows("ledger", "show", "县.db", "--gaps", "--json").count == 1)
    let line = try #require(try status().ledgers.first { $0["name"] as? String == "一校一册" })
    #expect(["total", "done", "overdue"].map { line[$0] as? Int } == [7, 2, 1])
    #expect(line["remark"] as? String == "有缺口 1 项，未填 4 项")
    #expect(try page().contains(Self.words))
    let school = try page("--school", "示例小学")
    for chip in ["达标 2</i>", "有缺口 1</i>", "未填 4</i>"] { #expect(school.contains(chip), "\(chip)") }
    try does("form", "县.db", "标准化建设台账", says: Self.words)
    #expect(try document().contains(Self.words))
  }

  // MARK: - 逾期

  /// Overdue: one that is still open, one that was handed in late. Not: handed in on time and waiting; struck off; not due.
  private func rectification() throws {
    let rows = [
      "Z1,整改中,2022-11-01,,", "Z2,待核验,2022-11-01,2022-11-04,照片", "Z3,待核验,2022-11-01,2022-10-30,照片",
      "Z4,待整改,2022-12-01,,", "Z5,待整改,,,",
    ]
    let text = rows.map { "\(Self.school),县检,某问题,\($0)\n" }.joined()
    try workdir.write("整改.csv", "学校标识码,问题来源,问题描述,编号,状态,整改时限,完成日期,佐证材料\n" + text)
    try does("import", "县.db", "整改清单", "整改.csv")
  }

  @Test("整改逾期: list, count, both halves of status, both pages, form and document")
  func overdue() throws {
    try rectification()
    let late = try rows("rectify", "list", "县.db", "--overdue", "--today", Self.day, "--json")
    #expect(late.compactMap { $0["id"] as? String } == ["Z1", "Z2"])
    let counts = try rows("rectify", "count", "县.db", "--by", "学校", "--today", Self.day, "--json")
    #expect(counts.first?["overdue"] as? Int == 2)
    let (figures, ledgers) = try status()
    #expect(figures["rectification_overdue"] as? Int == 2)
    #expect(ledgers.first { $0["name"] as? String == "整改清单" }?["overdue"] as? Int == 2)
    try does("status", "县.db", "--on", Self.day, says: "整改未销号 5 条，逾期 2 条", "逾期 2022-11-01 示例小学：某问题")
    #expect(try page().contains("逾期 <b>2</b> 项"))
    #expect(try page("--school", "示例小学").contains("逾期 <b>2</b> 项"))
    let form = try does("form", "县.db", "整改台账", "--today", Self.day, "--csv").out
    #expect(form.components(separatedBy: "（逾期）").count - 1 == 2, "\(form)")
    #expect(try document().contains("逾期 2 项（截至 \(Self.day)）"))
  }

  @Test("a form is of the day that is asked for")
  func formOfADay() throws {
    try rectification()
    let early = try does("form", "县.db", "整改台账", "--today", "2022-11-02", "--csv").out
    #expect(early.components(separatedBy: "（逾期）").count - 1 == 2)
    let before = try does("form", "县.db", "整改台账", "--today", "2022-11-01", "--csv").out
    // Z2 was handed in after its day, which is known already.
    #expect(before.components(separatedBy: "（逾期）").count - 1 == 1)
  }
}
