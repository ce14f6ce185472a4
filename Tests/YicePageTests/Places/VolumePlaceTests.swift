import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("一校一册 in the page")
struct VolumePlaceTests {
  private func fill(_ served: ServedFile, _ school: String) throws {
    try served.file.withConnection { db in
      for (id, category, required, actual) in [
        ("music", "功能室", 2, 1), ("books", "图书", 3, 5), ("wall", "校舍", 1, 0),
      ] {
        try db.execute(
          sql: """
            INSERT INTO standardization_item (org_code, stage, item_id, category, item, required, actual, state)
            VALUES (?, '', ?, ?, ?, ?, ?, '未启动')
            """, arguments: [school, id, category, "项目" + id, required, actual])
      }
      try db.execute(
        sql:
          "INSERT INTO standardization_goal (org_code, stage, item_id, year, goal, done) VALUES (?, '', 'music', 2023, 2, 1)",
        arguments: [school])
    }
  }

  @Test("a school sees its lines by category with gaps and goals of the years, and the short ones alone")
  func school() throws {
    let served = try ServedFile()
    #expect(try served.get("/volume").body.contains("台账里还没有一行"))
    try fill(served, served.file.info.orgCode)
    let page = try served.get("/volume").body
    let places = ["项目wall", "项目music", "项目books"].compactMap { page.firstRange(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
    #expect(page.contains("2023 目标") && page.contains("<td class=\"n\">1/2</td>"))
    #expect(page.contains("<b class=\"m-below\">1</b>") && page.contains("达标 1 项，有缺口 2 项"))
    #expect(page.contains("/table/standardization_item/row?key="))
    let short = try served.get("/volume?gaps=1").body
    #expect(short.contains("项目music") && !short.contains("项目books"))
  }

  @Test("a bureau sees how each school stands, and opens one")
  func county() throws {
    let served = try ServedFile(isCounty: true)
    let school = "2133000001"
    _ = try served.file.write("test", author: .tester) { writer in
      try writer.add(.org, ["org_code": school, "name": "第一小学", "kind": "小学"])
    }
    try fill(served, school)
    let page = try served.get("/volume").body
    #expect(page.contains("/volume?school=\(school)") && page.contains("<b class=\"m-below\">2</b>"))
    #expect(try served.get("/volume?school=\(school)").body.contains("项目music"))
    #expect(try served.get("/volume?school=2199999999").status == 400)
  }
}
