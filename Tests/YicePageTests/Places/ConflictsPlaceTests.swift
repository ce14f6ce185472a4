import Testing
import YiceTestSupport

@testable import YicePage

@Suite("冲突")
struct ConflictsPlaceTests {
  @Test("a conflict is decided cell by cell, and only between the versions that were shown")
  func conflicts() throws {
    let workdir = Workdir()
    func yice(_ arguments: String...) throws {
      let result = try run(yicePath, arguments, in: workdir)
      #expect([0, 3].contains(result.status), "\(arguments) \(result.err)")
    }
    try yice("new", "a.db", "--org", "2133000001", "--name", "一小", "--county", "330100", "--year", "2022")
    try yice("add", "a.db", "教师", "教师编号=T1", "姓名=王芳", "任教学段=小学", "任教学科=语文")
    try yice("new", "c.db", "--role", "county", "--org", "330100", "--name", "县局", "--year", "2022")
    try yice("merge", "c.db", "a.db")
    try yice("set", "a.db", "教师", "T1", "姓名=王小芳", "任教学科=数学")
    try yice("set", "c.db", "教师", "2133000001/2022/T1", "姓名=王大芳", "任教学科=体育")
    try yice("merge", "c.db", "a.db")
    let served = try ServedFile(showing: workdir.file("c.db"))
    let page = try served.get("/conflicts").body
    #expect(page.contains("王小芳") && page.contains("王大芳"))
    let place = try #require(page.firstMatch(of: #/action="(\/conflicts\/[^"]+)"/#)).output.1
    let seen = try #require(page.firstMatch(of: #/name="seen" value="([^"]+)"/#)).output.1
    let stale = try served.post(
      String(place), [("seen", "1+0"), ("t.name", "1"), ("t.subject", "2")], json: false)
    #expect(stale.status == 409)
    let decided = try served.post(
      String(place), [("seen", String(seen)), ("t.name", "1"), ("t.subject", "2"), ("reason", "核实")],
      json: false)
    #expect(decided.status == 303)
    #expect(try served.get("/conflicts").body.contains("没有等待决定的行"))
    let row = try run(yicePath, ["list", "c.db", "教师", "--json"], in: workdir).out
    #expect(row.contains("王大芳") != row.contains("王小芳"))
    #expect(row.contains("王大芳") == row.contains("数学"))
  }
}
