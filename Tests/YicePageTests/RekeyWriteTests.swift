import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("a number typed over in the grid")
struct RekeyWriteTests {
  @Test("the row has the new key and its version; what was seen is what is changed")
  func written() throws {
    let served = try ServedFile()
    try served.addTeachers(2)
    let seen = try served.teacher("T1")
    func write(_ fields: [(String, String)]) throws -> WrittenLine {
      let row = [("row", seen.key), ("version", seen.version)]
      let answer = try served.post("/table/teacher/write", row + fields)
      return try #require(try served.lines(answer).first)
    }
    let taken = try write([("c.teacher_no", "T2")])
    #expect(!taken.written && taken.refusal?.contains("已经有") == true)
    let other = try write([("c.school_year", "2023")])
    #expect(!other.written && other.refusal?.contains("学年") == true)
    #expect(try write([("c.teacher_no", "T7"), ("c.name", "改名")]).written)
    #expect(try ["T1", "T7"].map(served.name(of:)) == [nil, "改名"])
    let step = try served.file.read { try Undo.Next($0, of: served.file.info) }
    #expect(step.undo?.note == "“教师”T1 改为 T7")
    // Another tab still shows the old row.
    #expect(try write([("c.teacher_no", "T8")]).clash != nil)
    _ = try served.post("/undo", [("revision", String(try #require(step.undo).id))])
    #expect(try ["T1", "T7"].map(served.name(of:)) == ["教师1", nil])
  }

  @Test("a form sends the key with the rest; unchanged it is no change of key")
  func form() throws {
    let served = try ServedFile()
    try served.addTeachers(1)
    let seen = try served.teacher("T1")
    let body = try served.get("/table/teacher/row?key=\(FormFields.encoded(seen.key))").body
    #expect(body.contains("name=\"c.teacher_no\" value=\"T1\""))
    let answer = try served.post(
      "/table/teacher/write",
      [("row", seen.key), ("version", seen.version), ("c.teacher_no", "T1"), ("c.name", "改名")], json: false)
    #expect(answer.status == 303)
    #expect(try served.name(of: "T1") == "改名")
  }
}
