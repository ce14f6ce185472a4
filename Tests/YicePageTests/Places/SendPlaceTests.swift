import Testing
import YiceFiles
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("收发")
struct SendPlaceTests {
  @Test("the packed file is sent whole, under its name, and is one that can be verified")
  func pack() throws {
    let served = try ServedFile()
    try served.addTeachers(2)
    let body = Array("do=pack".utf8)
    let answer = try served.http.request("POST", "/send", [served.cookie], body: body)
    #expect(answer.status == 200)
    #expect(answer.header("Content-Disposition")?.contains("2133000001-") == true)
    #expect(Int(answer.header("Content-Length") ?? "").map { $0 > 50_000 } == true)
    #expect(answer.body.hasPrefix("SQLite format 3"))
    let finished = try served.post("/send", [("do", "finish")], json: false)
    #expect(finished.body.contains("已完成"))
    #expect(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo?.action == "finish")
  }

  @Test("what schools sent is tried, then merged; two files of one name are two")
  func receives() throws {
    let served = try ServedFile(isCounty: true)
    let workdir = Workdir()
    var batch = ""
    for (code, name) in [("2133000001", "一小"), ("2133000002", "二小")] {
      let school = try makeSchool(in: workdir, name: name, org: code)
      let bytes = try workdir.bytes(fileName(of: school.path))
      let sent = try served.http.request(
        "PUT", "/receive/upload?name=%E5%AD%A6%E6%A0%A1.db&batch=\(batch)",
        [served.cookie, ("Accept", "application/json")],
        body: bytes)
      batch = String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
    }
    let tried = try served.get("/receive/\(batch)").body
    #expect(tried.contains("还没有写入") && tried.contains("一小") && tried.contains("二小"))
    #expect(try !served.get("/table/org").body.contains("二小"))
    #expect(try served.post("/receive/\(batch)", [], json: false).body.contains("已合并"))
    #expect(try served.get("/table/org").body.contains("二小"))
    #expect(try served.post("/receive/\(batch)", []).body.contains("nothing_new"))
    // A stranger's file is refused with its reason, and nothing is merged.
    let sent = try served.put("/receive/upload?name=x.db", "no database")
    let other = String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
    #expect(try served.get("/receive/\(other)").body.contains("未合并"))
  }
}
