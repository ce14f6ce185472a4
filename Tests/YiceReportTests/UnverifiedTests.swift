import Foundation
import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// What no official text confirms is told beside the figures that rest on it.
@Suite struct UnverifiedTests {
  private static let weight = "（此数未经核实：附设幼儿班的拆分权重）"
  private let town: ReportTown

  /// Of two schools one has 附设幼儿班.
  init() throws {
    town = try ReportTown(schools: 2)
    try town.sql(
      "INSERT INTO statement (org_code, school_year, element, stage, value) VALUES (?, 2022, '学生数', '幼儿', 30)",
      [ReportTown.code(0)])
  }

  private func worked<T>(_ body: (WorkedYear, Question) throws -> T) throws -> T {
    try town.file.readWithTemporaryTables { db in
      let question = try Question(db, town.file.info, year: 2022, day: "2023-03-01")
      return try WorkedYear.with(db, question) { try body($0, question) }
    }
  }

  private func explained(_ school: Int, _ indicator: String) throws -> String {
    try worked { worked, question in
      let found = try #require(try worked.explanation(of: ReportTown.code(school), .primary, indicator))
      return ExplanationReport(found, question.profile, basis: "", rows: false).text
    }
  }

  private func notes() throws -> [String] {
    let form = try #require(Form.named("表Ⅱ-2"))
    let pages = try town.file.readWithTemporaryTables { db in
      try form.pages(FormSource(db, Question(db, town.file.info, year: 2022, day: "2023-03-01")))
    }
    let page = try #require(pages.first)
    return page.listing.rows.map { $0.last?.shown.description ?? "" }
  }

  @Test(
    "the weight of 附设幼儿班: in explain, indicators, the page and the form, for that school and what is split")
  func kindergarten() throws {
    #expect(try explained(0, "R4").contains(Self.weight))
    #expect(try !explained(0, "R1").contains(Self.weight) && !explained(1, "R4").contains(Self.weight))
    let text = try worked { worked, _ in CountyReport(worked.figures).text }
    #expect(text.contains("第0小学小学 R4、第0小学小学 R5、第0小学小学 R6、第0小学小学 R7\(Self.weight)\n"))
    #expect(try notes().map { $0.contains("R4、R5、R6、R7\(Self.weight)") } == [true, false])
    let pages = try [0, 1].map { try town.page(ReportOptions(school: ReportTown.code($0))) }
    #expect(pages.map { $0.contains("<div class=\"note\">\(Self.weight)</div>") } == [true, false])
  }

  @Test(
    "JSON of indicators says it beside each value, in the words of explain, and nothing beside the others")
  func inJSON() throws {
    let json = try worked { worked, _ in CountyReport(worked.figures).json.rendered() }
    let answer = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let stages = try #require(answer["stages"] as? [[String: Any]])
    let schools = try #require(stages.first?["schools"] as? [[String: Any]])
    let told = schools.map { school in
      (school["values"] as? [[String: Any]] ?? []).filter { $0["unverified"] as? [String] == ["附设幼儿班的拆分权重"] }
        .compactMap { $0["id"] as? String }
    }
    #expect(told == [["R4", "R5", "R6", "R7"], []])
    let values = schools.flatMap { $0["values"] as? [[String: Any]] ?? [] }
    #expect(values.allSatisfy { $0["unverified"] is [String] }, "none is an empty list")
  }

  @Test("a county that set the weight itself answers for it")
  func settled() throws {
    try town.sql(
      "INSERT INTO threshold (org_code, profile, indicator, stage, value, basis) VALUES (?, 'national-2017', 'kindergarten_weight', '', 1, '省文件')",
      [ReportTown.county])
    #expect(try !explained(0, "R4").contains("未经核实"))
  }

  @Test("an item that no text confirms says so once it is judged")
  func items() throws {
    let sentence = "（此数未经核实：校外培训治理和减负工作不力）"
    func text() throws -> (assess: String, explain: String) {
      try worked { worked, _ in
        let items = try worked.items(of: ReportTown.county)
        let item = try #require(items.item("V6"))
        return (
          AssessmentReport(items, worked.figures).listing.text(),
          ItemExplanation(item, basis: "", sizes: worked.profile.sizes).text
        )
      }
    }
    #expect(try !text().assess.contains("未经核实") && !text().explain.contains("未经核实"))
    try town.sql(
      "INSERT INTO veto_finding (org_code, school_year, item, found) VALUES (?, 2022, 'V6', 0)",
      [ReportTown.county])
    #expect(try text().assess.contains(sentence) && text().explain.contains("结论：达标\(sentence)"))
    #expect(try town.page().contains(sentence))
  }
}
