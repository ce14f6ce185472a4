import Testing
import YiceStore

@testable import YicePage

@Suite("steps of undoing")
struct StepTests {
  @Test("undo goes one step further back each time, redo forward; a new write ends redoing")
  func steps() throws {
    let served = try ServedFile()
    try served.addTeachers(1)
    func write(_ name: String) throws {
      let row = try served.teacher("T1")
      _ = try served.post(
        "/table/teacher/write", [("row", row.key), ("version", row.version), ("c.name", name)])
    }
    func next() throws -> Undo.Next { try served.file.read { try Undo.Next($0, of: served.file.info) } }
    func take(_ entry: HistoryEntry?) throws {
      let answer = try served.post("/undo", [("revision", String(try #require(entry).id))])
      #expect(answer.status == 200, "\(answer.body)")
    }
    try write("一")
    try write("二")
    #expect(try next().redo == nil)
    try take(next().undo)
    #expect(try served.name(of: "T1") == "一")
    try take(next().undo)
    #expect(try served.name(of: "T1") == "教师1")
    try take(next().redo)
    #expect(try served.name(of: "T1") == "一")
    try take(next().redo)
    #expect(try served.name(of: "T1") == "二")
    try take(next().undo)
    try write("三")
    #expect(try next().redo == nil)
    try take(next().undo)
    #expect(try served.name(of: "T1") == "一")
  }
}
