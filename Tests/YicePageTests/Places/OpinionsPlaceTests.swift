import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("审核意见")
struct OpinionsPlaceTests {
  @Test("an opinion is answered and closed by the side that gave it")
  func opinions() throws {
    let served = try ServedFile(isCounty: true)
    let key = RowKey(["330100".databaseValue])
    let id = try served.file.write("opinion", author: .tester) {
      try Opinions.give($0, .org, key, column: "name", judgement: "疑问", text: "请核对", by: .tester)
    }
    #expect(try served.get("/opinions").body.contains("请核对"))
    #expect(try served.get("/").body.contains("没有关闭的审核意见 1 条"))
    let fields = [("id", id), ("text", "已核对")]
    #expect(try served.post("/opinions", fields + [("do", "reply")], json: false).status == 303)
    #expect(try served.get("/opinions").body.contains("已核对"))
    #expect(try served.post("/opinions", fields + [("do", "close")], json: false).status == 303)
    #expect(try !served.get("/opinions").body.contains("value=\"reply\""))
    #expect(try served.post("/opinions", [("id", "none"), ("do", "close")]).status == 422)
  }

  @Test("a bureau gives an opinion where the row is; a school's page offers none")
  func given() throws {
    let served = try ServedFile(isCounty: true)
    let form = try served.get("/table/org/row?key=330100").body
    #expect(form.contains("value=\"give\"") && form.contains("<option>疑问</option>"))
    let fields = [
      ("do", "give"), ("table", "org"), ("key", "330100"), ("column", "name"), ("judge", "疑问"),
      ("text", "全称是什么"),
    ]
    #expect(try served.post("/opinions", fields, json: false).status == 303)
    let place = try served.get("/opinions").body
    #expect(place.contains("全称是什么") && place.contains("疑问"))
    #expect(try served.post("/opinions", fields.dropLast(2) + [("judge", "好")]).status == 422)
    let school = try ServedFile()
    #expect(try !school.get("/table/org/row?key=2133000001").body.contains("value=\"give\""))
    let other = [("do", "give"), ("table", "org"), ("key", "2133000001"), ("judge", "疑问")]
    #expect(try school.post("/opinions", other).status != 303)
    #expect(try school.file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM opinion") } == 0)
  }
}
