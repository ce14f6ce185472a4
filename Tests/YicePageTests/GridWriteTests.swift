import Foundation
import Testing
import YiceFormats
import YiceModel
import YiceReport
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("writing from the grid")
struct GridWriteTests {
  struct Typed: CustomTestStringConvertible, Sendable {
    let table: CatalogTable
    let row: [(String, String)]
    let stored: String
    var testDescription: String { "\(table.label) \(row.last?.1 ?? "")" }
  }

  @Test(
    "a cell is read by the parser of imports",
    arguments: [
      Typed(
        table: .finance, row: [("c.fiscal_year", "2022年"), ("c.item", "生均公用经费"), ("c.amount", "3.5万元")],
        stored: "35000"),
      Typed(
        table: .teacher, row: [("c.teacher_no", "Ｔ９"), ("c.name", "王 芳"), ("c.backbone_on", "２０２２.９.１")],
        stored: "2022-09-01"),
      Typed(
        table: .classRoll,
        row: [
          ("c.stage", "小学"), ("c.entry_year", "2020"), ("c.class_no", "(2)班"), ("c.grade", "3"),
          ("c.head_count", "45人"),
        ], stored: "45"),
      Typed(
        table: .teacher, row: [("c.teacher_no", "T9"), ("c.name", "王芳"), ("c.full_time", "√")], stored: "是"),
    ])
  func parsed(_ typed: Typed) throws {
    let served = try ServedFile()
    let answer = try served.post("/table/\(typed.table.name)/write", [("row", "")] + typed.row)
    let line = try #require(try served.lines(answer).first)
    try #require(line.written, "\(answer.body)")
    let listed = try served.get("/table/\(typed.table.name)/rows?from=0&count=1")
    #expect(listed.body.contains("\"\(typed.stored)\""))
  }

  @Test("what fits is written, what does not is told cell by cell, in one revision that one undo takes back")
  func partly() throws {
    let served = try ServedFile()
    try served.addTeachers(2)
    let (one, two) = (try served.teacher("T1"), try served.teacher("T2"))
    let answer = try served.post(
      "/table/teacher/write",
      [
        ("row", one.key), ("version", one.version), ("c.name", "改一"), ("c.education", "博士后"),
        ("row", two.key), ("version", two.version), ("c.name", ""),
        ("row", ""), ("c.teacher_no", "T3"), ("c.name", "新三"), ("c.training_hours", "很多"),
        ("row", ""), ("c.name", "没有编号"),
        ("row", ""), ("c.teacher_no", "T1"), ("c.name", "重号"),
      ])
    let lines = try served.lines(answer)
    #expect(lines.map(\.written) == [true, false, true, false, false])
    #expect(lines[0].problems["education"]?.contains("允许") == true)
    #expect(lines[1].refusal?.contains("姓名") == true)
    #expect(lines[2].problems["training_hours"] != nil)
    #expect(lines[3].refusal?.contains("教师编号") == true)
    #expect(lines[4].refusal?.contains("已经有") == true)
    #expect(try ["T1", "T2", "T3"].map(served.name(of:)) == ["改一", "教师2", "新三"])
    let step = try served.file.read { try Undo.Next($0, of: served.file.info) }
    let revision = try #require(step.undo)
    #expect(try served.post("/undo", [("revision", String(revision.id))]).status == 200)
    #expect(try ["T1", "T2", "T3"].map(served.name(of:)) == ["教师1", "教师2", nil])
  }

  @Test("an identity number is refused and not repeated")
  func identity() throws {
    let served = try ServedFile()
    let number = "110101199003078515"
    let answer = try served.post(
      "/table/teacher/write", [("row", ""), ("c.teacher_no", "T1"), ("c.name", "王芳"), ("c.note", number)])
    #expect(try served.lines(answer)[0].problems.count == 1)
    #expect(!answer.body.contains(number))
  }

  @Test(
    "a row that changed since it was read is left alone; the answer says by whom, and what stands there now")
  func clash() throws {
    let served = try ServedFile()
    try served.addTeachers(1)
    let seen = try served.teacher("T1")
    try served.file.write("set", author: Author("别人")) {
      _ = try $0.set(
        .teacher, RowKey.find(seen.key, in: .teacher, file: served.file.info, $0.db), ["name": "别人写的"])
    }
    let fields = [("row", seen.key), ("version", seen.version), ("c.name", "我写的")]
    let answer = try served.post("/table/teacher/write", fields)
    let line = try served.lines(answer)[0]
    #expect(!line.written)
    #expect(line.clash?.author == "别人")
    #expect(answer.body.contains("别人写的"))
    #expect(try served.name(of: "T1") == "别人写的")
    // Without the script the form comes back with both.
    let form = try served.post("/table/teacher/write", fields, json: false)
    #expect(form.status == 409)
    #expect(form.body.contains("value=\"我写的\"") && form.body.contains("现在文件里：别人写的"))
    // The version that was shown then is the one that is sent next.
    let now = try served.teacher("T1")
    #expect(form.body.contains("value=\"\(now.version)\""))
    _ = try served.post(
      "/table/teacher/write", [("row", now.key), ("version", now.version), ("c.name", "我写的")])
    #expect(try served.name(of: "T1") == "我写的")
  }

  @Test("a row that was removed meanwhile is a clash too, and a row is removed only as it was seen")
  func removed() throws {
    let served = try ServedFile()
    try served.addTeachers(2)
    let (one, two) = (try served.teacher("T1"), try served.teacher("T2"))
    let gone = try served.post(
      "/table/teacher/write", [("row", one.key), ("version", one.version), ("remove", "1")])
    #expect(try served.lines(gone)[0].removed)
    let late = try served.post(
      "/table/teacher/write", [("row", one.key), ("version", one.version), ("c.name", "还在吗")])
    #expect(try served.lines(late)[0].clash != nil)
    let blind = try served.post(
      "/table/teacher/write", [("row", two.key), ("version", "1"), ("remove", "1")])
    #expect(try served.lines(blind)[0].clash != nil)
    #expect(try ["T1", "T2"].map(served.name(of:)) == [nil, "教师2"])
  }

  @Test("two tabs write at once: nothing is lost, and of one row just one write lands")
  func together() async throws {
    let served = try ServedFile()
    try served.addTeachers(21)
    let http = served.http
    let cookie = served.cookie
    let rows = try (1...21).map { try served.teacher("T\($0)") }
    // Rows 1 to 10 by one tab, 11 to 20 by the other, and row 21 by both from what both have read.
    let answers = try await withThrowingTaskGroup(of: [String].self) { group in
      for (tab, own) in [(1, rows[0..<10]), (2, rows[10..<20])] {
        group.addTask {
          try (Array(own) + [rows[20]]).map { row in
            let fields = [("row", row.key), ("version", row.version), ("c.name", "第\(tab)页")]
            let body = fields.map { "\($0.0)=\(FormFields.encoded($0.1))" }.joined(separator: "&")
            return try http.request(
              "POST", "/table/teacher/write", [cookie, ("Accept", "application/json")], body: Array(body.utf8)
            ).body
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(answers.count == 22)
    #expect(answers.count { $0.contains("\"written\":true") } == 21)
    #expect(answers.count { $0.contains("\"author\":\"测试员\"") } == 1)
    for number in 1...20 { #expect(try served.name(of: "T\(number)") == (number <= 10 ? "第1页" : "第2页")) }
  }

  @Test("a bureau's tables are only looked at in a school's file")
  func rights() throws {
    let served = try ServedFile()
    let answer = try served.post(
      "/table/standard/write",
      [("row", ""), ("c.profile", "national-2017"), ("c.version", "1"), ("c.active", "是")])
    #expect(try !served.lines(answer)[0].written)
    #expect(try served.get("/table/standard/rows?columns=1").body.contains("\"writable\":false"))
  }

  @Test("the list's JSON is that of the command")
  func json() throws {
    let served = try ServedFile()
    try served.addTeachers(3)
    let command = try runYice("list", served.file.path, "教师", "--json", in: served.workdir)
    #expect(command.status == 0)
    #expect(try served.get("/table/teacher.json").body == command.out)
  }

  @Test("a window of rows, a search and a school are what is asked for")
  func windows() throws {
    let served = try ServedFile()
    try served.addTeachers(12)
    let window = try served.get("/table/teacher/rows?from=3&count=2").body
    #expect(window.contains("\"total\":12,\"from\":3"))
    // By key: T1, T10, T11, T12, T2, T3.
    #expect(window.contains("\"教师12\"") && window.contains("\"教师2\"") && !window.contains("教师3"))
    #expect(try served.get("/table/teacher/rows?q=%E6%95%99%E5%B8%8812").body.contains("\"total\":1,"))
    #expect(try served.get("/table/teacher/rows?year=2021").body.contains("\"total\":0,"))
    #expect(try served.get("/table/teacher/rows?school=2133000009").body.contains("\"total\":0,"))
  }

  @Test("in a bureau's grid a school is named as people name it")
  func schools() throws {
    let served = try ServedFile(isCounty: true)
    try served.file.write("test", author: .tester) { writer in
      _ = try writer.add(.org, ["org_code": "2133000001", "name": "第一小学", "short_name": "一小", "kind": "小学"])
    }
    for (number, word) in [("T1", "一小"), ("T2", "第一小学"), ("T3", "2133000001")] {
      let answer = try served.post(
        "/table/teacher/write",
        [("row", ""), ("c.org_code", word), ("c.teacher_no", number), ("c.name", "王芳")])
      #expect(try served.lines(answer)[0].written, "\(answer.body)")
    }
    let unknown = try served.post(
      "/table/teacher/write", [("row", ""), ("c.org_code", "九小"), ("c.teacher_no", "T4"), ("c.name", "王芳")])
    #expect(try served.lines(unknown)[0].problems["org_code"] != nil)
    #expect(try served.get("/table/teacher/rows?school=2133000001").body.contains("\"total\":3,"))
  }

  @Test("a file that somebody else is writing is told as busy, and the next try writes")
  func busy() throws {
    let served = try ServedFile()
    try served.addTeachers(1)
    let row = try served.teacher("T1")
    let fields = [("row", row.key), ("version", row.version), ("c.name", "改")]
    try served.file.write("test", author: .tester, commit: false) { _ in
      let answer = try served.post("/table/teacher/write", fields)
      #expect(answer.status == 503)
      #expect(answer.body.contains("\"error\""))
    }
    #expect(try served.lines(served.post("/table/teacher/write", fields))[0].written)
  }
}
