import Testing
import YiceStore

@testable import YicePage

@Suite("学年")
struct YearPlaceTests {
  @Test("a new school year carries the registers, once, and one undo takes it back")
  func years() throws {
    let served = try ServedFile()
    try served.addTeachers(3)
    #expect(try served.get("/tables").body.contains("value=\"2023\""))
    #expect(try served.post("/year", [("year", "2023")], json: false).body.contains("2023—2024学年已开启"))
    #expect(try served.get("/table/teacher/rows?count=1").body.contains("\"total\":3,"))
    #expect(try served.get("/").body.contains("2023—2024学年"))
    let step = try #require(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo)
    #expect(try served.post("/undo", [("revision", String(step.id))]).status == 200)
    #expect(try served.get("/").body.contains("2022—2023学年"))
    #expect(try served.post("/year", [("year", "去年")]).status == 400)
  }
}
