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
}
