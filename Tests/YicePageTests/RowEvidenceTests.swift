import Testing
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("evidence of any row")
struct RowEvidenceTests {
  @Test("a file dropped on a row hangs on it, stands on its form, and one undo takes it off")
  func attached() throws {
    let served = try ServedFile()
    try served.addTeachers(1)
    let key = try served.teacher("T1").key
    #expect(try served.get("/table/teacher").body.contains("data-most"))
    let place = "/table/teacher/evidence?key=\(FormFields.encoded(key))&name=%E8%AF%81.jpg"
    let answer = try served.put(place, "picture")
    #expect(answer.status == 200 && answer.body.contains("已附上"), "\(answer.body)")
    let form = "/table/teacher/row?key=\(FormFields.encoded(key))"
    #expect(try served.get(form).body.contains("证.jpg"))
    let step = try #require(try served.file.read { try Undo.Next($0, of: served.file.info) }.undo)
    _ = try served.post("/undo", [("revision", String(step.id))])
    #expect(try !served.get(form).body.contains("证.jpg"))
  }

  @Test("a row that is not there, a table that is not, and evidence itself take none")
  func refused() throws {
    let served = try ServedFile()
    #expect(try served.put("/table/teacher/evidence?key=T9&name=a.jpg", "picture").status == 422)
    #expect(try served.put("/table/nothing/evidence?key=T9&name=a.jpg", "picture").status >= 400)
    #expect(try served.put("/table/teacher/evidence?name=a.jpg", "picture").status == 400)
    #expect(try !served.get("/table/evidence").body.contains("data-most"))
  }
}
