import GRDB
import Testing
import YiceModel
import YiceStore

@Suite struct EditFormTests {
  private func ledger() throws -> LedgerFile {
    let ledger = try LedgerFile(.school)
    try ledger.write { writer in
      for (no, name) in [("T1", "王芳"), ("T2", "李=强\n二")] {
        try writer.add(
          .teacher, ["teacher_no": no, "name": name, "full_time": 1, "stage": "小学", "training_hours": 360])
      }
    }
    return ledger
  }

  private func form(_ ledger: LedgerFile) throws -> EditForm {
    try ledger.file.read { EditForm(.teacher, rows: try RecordQuery(.teacher).rows($0)) }
  }

  @discardableResult
  private func apply(_ ledger: LedgerFile, _ edit: (String) -> String) throws -> EditChanges {
    let form = try form(ledger)
    let changes = try EditChanges(from: form, to: EditForm.read(edit(form.text), .teacher))
    try ledger.write { try changes.apply($0) }
    return changes
  }

  private func numbers(_ ledger: LedgerFile) throws -> String? {
    try ledger.text(
      "SELECT group_concat(n) FROM (SELECT teacher_no AS n FROM teacher ORDER BY +teacher_no)")
  }

  private func replace(_ text: String, _ old: String, _ new: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text[..<range.lowerBound] + new + text[range.upperBound...]
  }

  @Test("a text left unchanged is no change; what stands in it reads back as it was")
  func unchanged() throws {
    let ledger = try ledger()
    #expect(try apply(ledger) { $0 }.isEmpty)
    #expect(try form(ledger).text.contains("姓名 = 李=强\\n二"))
  }

  @Test("a changed value is written with the keyboard's checks, an emptied one cleared")
  func change() throws {
    let ledger = try ledger()
    try apply(ledger) { replace(replace($0, "最高学历 = ", "最高学历 = 大学本科"), "五年培训学时 = 360", "五年培训学时 =") }
    #expect(
      try ledger.text(
        "SELECT education || '/' || coalesce(training_hours, '-') FROM teacher WHERE teacher_no = 'T1'")
        == "本科/-")
    #expect(try ledger.text("SELECT name FROM teacher WHERE teacher_no = 'T2'") == "李=强\n二")
  }

  @Test("a section taken out removes its row, one marked 新增 adds one; undo takes both back")
  func addAndRemove() throws {
    let ledger = try ledger()
    let changes = try apply(ledger) { text in
      let cut = text.firstRange(of: "[2199000001/2022/T2]").map { String(text[..<$0.lowerBound]) } ?? text
      return cut + "[新增]\n教师编号 = T3\n姓名 = 赵明\n"
    }
    #expect(changes.removed == ["2199000001/2022/T2"] && changes.added.count == 1)
    #expect(try numbers(ledger) == "T1,T3")
    let last = try ledger.file.read { try Undo.latest($0, of: ledger.file.info) }
    try ledger.write { try Undo(last).apply($0) }
    #expect(try numbers(ledger) == "T1,T2")
  }

  @Test("every problem is told with its line, and nothing is written")
  func problems() throws {
    let ledger = try ledger()
    let form = try form(ledger)
    #expect(throws: EditProblems.self) { try EditForm.read("姓名 = 某\n[T1]\n身高 = 170\n没有等号", .teacher) }
    do {
      _ = try EditForm.read("姓名 = 某\n[T1]\n身高 = 170\n没有等号", .teacher)
    } catch {
      #expect(error.list.map(\.line) == [1, 3, 4])
    }
    let text = replace(replace(form.text, "姓名 = 王芳", "姓名 ="), "五年培训学时 = 360", "五年培训学时 = 很多")
    let changes = try EditChanges(
      from: form,
      to: EditForm.read(
        replace(text, "[2199000001/2022/T2]\n", "[2199000001/2022/T2]\n专任教师 = 大概\n"), .teacher))
    #expect(throws: EditProblems.self) { try ledger.write { try changes.apply($0) } }
    #expect(try ledger.text("SELECT name FROM teacher WHERE teacher_no = 'T1'") == "王芳")
    #expect(throws: EditProblems.self) {
      try EditChanges(from: form, to: EditForm.read(replace(form.text, "2022/T1", "2022/T9"), .teacher))
    }
  }
}
