import GRDB
import Testing
import YiceLedgers
import YiceModel
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("台账")
struct LedgerPlaceTests {
  @Test(
    "an entry moves as its state and the file's role allow; what is missing is said, and undone it stands as before"
  )
  func moves() throws {
    let served = try ServedFile()
    try served.file.write("test", author: .tester) { writer in
      _ = try writer.add(
        .rectification,
        [
          "id": "r1", "source": "自查", "problem": "音乐教室不足", "units": "总务处", "found_on": "2022-09-20",
          "state": "待整改",
        ])
    }
    let place = "/entry?key=2133000001%2Fr1"
    let first = try served.get(place).body
    #expect(first.contains("value=\"submit\"") && !first.contains("value=\"strike\""))
    let refused = try served.post(place, [("do", "submit"), ("on", "2022.11.30")], json: false)
    #expect(refused.status == 422 && refused.body.contains("还缺"))
    #expect(try served.post(place, [("do", "strike"), ("on", "2022-11-30")], json: false).status == 422)
    let sent = try served.put(place + "&name=%E7%85%A7%E7%89%87.jpg", "picture")
    #expect(sent.status == 200, "\(sent.body)")
    #expect(try served.post(place, [("do", "submit"), ("on", "2022.11.30")], json: false).status == 303)
    let submitted = try served.get(place).body
    #expect(submitted.contains("整改：待核验") && submitted.contains("照片.jpg"))
    let step = try #require(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo)
    _ = try served.post("/undo", [("revision", String(step.id))])
    #expect(try served.get(place).body.contains("整改：待整改"))
    #expect(RectificationStep.allowed(from: "待核验", by: .county) == [.progress, .strike, .sendBack])
    #expect(RectificationStep.allowed(from: "已销号", by: .county) == [.reopen])
    #expect(RectificationStep.allowed(from: "已销号", by: .school) == [])
  }

  @Test(
    "a large class is counted, proposed and struck off by those who may; a count above the limit brings it back"
  )
  func oversized() throws {
    let served = try ServedFile(isCounty: true)
    try served.file.write("test", author: .tester) { writer in
      _ = try writer.add(.org, ["org_code": "2133000001", "name": "第一小学", "kind": "小学"])
      try writer.add(
        .oversizedClass,
        [
          "org_code": "2133000001", "stage": "小学", "entry_year": 2020, "class_no": 2, "filed_count": 58,
          "filed_on": "2021-09-15", "level": "大班额", "limit_count": 45, "state": "在册",
        ])
    }
    let place = "/oversize?key=2133000001%2F%E5%B0%8F%E5%AD%A6%2F2020%2F2"
    #expect(try served.get("/oversize").body.contains(place.dropFirst("/oversize?key=".count)))
    let early = try served.post(place, [("do", "propose")], json: false)
    #expect(early.status == 422 && early.body.contains("还缺"))
    #expect(try served.post(place, [("do", "count")], json: false).body.contains("核查人数"))
    func step(_ fields: [(String, String)]) throws -> String {
      let answer = try served.post(place, fields, json: false)
      #expect(answer.status == 303, "\(answer.body)")
      return try served.get(place).body
    }
    let counted = [("do", "count"), ("heads", "44"), ("on", "2022-09-10"), ("text", "学籍表")]
    #expect(try step(counted).contains("44"))
    #expect(try step([("do", "propose")]).contains("大班额台账：拟销号"))
    let struck = [("do", "strike"), ("on", "2022.9.20"), ("text", "学籍核对"), ("verifier", "张督学")]
    #expect(try step(struck).contains("大班额台账：已销号"))
    #expect(try step([("do", "count"), ("heads", "50"), ("on", "2022-10-10")]).contains("大班额台账：反弹"))
    #expect(OversizeStep.allowed(from: "拟销号", in: .oversizedClass, by: .school) == [.count, .graduate])
    #expect(OversizeStep.allowed(from: "毕业", in: .oversizedClass, by: .county) == [])
  }
}
