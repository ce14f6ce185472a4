import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("档案目录 in the page")
struct MaterialsPlaceTests {
  @Test("a bureau takes the proposal, drops a file on a line, and sees it attached; no other line is")
  func county() throws {
    let served = try ServedFile(isCounty: true)
    #expect(try served.get("/materials").body.contains("放入建议的目录（不是官方清单）"))
    #expect(try served.post("/materials", [], json: false).status == 303)
    let before = try served.get("/materials").body
    #expect(before.contains("学校布局规划图、相关文件") && before.contains("✗ 缺"))
    let code = try #require(
      try served.file.read { try String.fetchOne($0, sql: "SELECT min(org_code) FROM expected_material") })
    let place = "/materials?id=G1-1&org=\(code)"
    #expect(try served.get(place).body.contains("还没有附文件"))
    #expect(try served.put(place + "&name=plan.pdf", "规划").status == 200)
    #expect(try served.get(place).body.contains("plan.pdf"))
    let rows = try served.file.read {
      try Row.fetchAll($0, sql: "SELECT material_id, year, org_code FROM evidence")
    }
    #expect(
      rows.map { $0["material_id"] as String } == ["G1-1"] && rows.allSatisfy { $0["org_code"] == code })
    #expect(rows.first?["year"] == served.file.info.schoolYear)
    #expect(try served.get("/materials?missing=1").body.contains("学校布局规划图") == false)
    #expect(try served.put("/materials?id=G9-9&org=\(code)&name=a.pdf", "a").status == 404)
  }

  @Test("a school sees its own lines, and may not take the proposal")
  func school() throws {
    let served = try ServedFile()
    #expect(try served.get("/materials").body.contains("由教育局做好下发"))
    #expect(try served.post("/materials", [], json: false).status == 403)
    try served.file.withConnection { db in
      try db.execute(
        sql: """
          INSERT INTO expected_material (org_code, id, indicator, material, who, required) VALUES
            ('330100', 'R1-1', 'R1', '学历证书', '校', 1), ('330100', 'G1-1', 'G1', '县里的规划', '县', 1)
          """)
    }
    let page = try served.get("/materials").body
    #expect(page.contains("学历证书") && !page.contains("县里的规划"))
    #expect(try served.put("/materials?id=R1-1&name=a.pdf", "证书").status == 200)
    #expect(try served.get("/materials").body.contains("a.pdf"))
  }
}
