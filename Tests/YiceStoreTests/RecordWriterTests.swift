import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("writing single rows")
struct RecordWriterTests {
  private let workdir = Workdir()

  @Test("adding fills in org and year and stamps the row; a new row needs no line in the history")
  func adds() throws {
    let file = try makeSchool(in: workdir)
    let rev = try file.addTeacher()
    let row = try file.read { try Row.fetchOne($0, sql: "SELECT * FROM teacher") }
    #expect(row?["org_code"] == "2133000001")
    #expect(row?["school_year"] == 2022)
    #expect(row?["campus"] == "")
    #expect(row?["rev"] == rev)
    #expect(try file.read(changes).isEmpty)
    let entry = try file.read { try HistoryQuery.entries($0, limit: 1) }.first
    #expect(entry?.id == rev)
    #expect(entry?.author == "测试员")
    #expect(entry?.note == "教师：新增 1")
    try file.expectKnownRows()
  }

  @Test("a use of a room that is not understood is told to who types it")
  func roomUse() throws {
    #expect(try RowValues(["用途=多用室三"], in: .room).remarks.contains { $0.contains("多用室三") })
    #expect(try RowValues(["用途=音乐教室"], in: .room).remarks.isEmpty)
    #expect(try RowValues(["用房类别=普通教室", "用途=多用室三"], in: .room).remarks.isEmpty)
  }

  @Test("setting keeps the row as it was, with the revision it carried")
  func sets() throws {
    let file = try makeSchool(in: workdir)
    let added = try file.addTeacher()
    let set = try file.revise { try $0.set(.teacher, try file.key("T001"), ["education": "本科"]) }
    let lines = try file.read(changes)
    #expect(lines.count == 1)
    #expect(lines[0].rev == set)
    #expect(lines[0].beforeRev == added)
    #expect(lines[0].kind == "update")
    #expect(lines[0].key == #"["2133000001",2022,"T001"]"#)
    #expect(lines[0].before.contains(#""education":null"#))
    #expect(try file.value("SELECT rev FROM teacher") == set)
    #expect(try file.value("SELECT education FROM teacher") == "本科")
  }

  @Test("two changes in one revision keep one earlier version, the first")
  func setsTwice() throws {
    let file = try makeSchool(in: workdir)
    try file.addTeacher()
    try file.revise {
      try $0.set(.teacher, try file.key("T001"), ["subject": "语文"])
      try $0.set(.teacher, try file.key("T001"), ["subject": "数学"])
    }
    let lines = try file.read(changes)
    #expect(lines.count == 1)
    #expect(lines[0].before.contains(#""subject":null"#))
  }

  @Test("removing keeps the row in the history")
  func removes() throws {
    let file = try makeSchool(in: workdir)
    let added = try file.addTeacher()
    let removed = try file.revise { try $0.remove(.teacher, try file.key("T001")) }
    let lines = try file.read(changes)
    #expect(lines.map(\.kind) == ["delete"])
    #expect(lines.map(\.rev) == [removed])
    #expect(lines.map(\.beforeRev) == [added])
    #expect(try file.value("SELECT count(*) FROM teacher") == 0)
    try file.expectKnownRows()
  }

  @Test("writing the same leaves no revision and the file byte for byte as it was")
  func noChange() throws {
    let file = try makeSchool(in: workdir)
    try file.revise { try $0.add(.teacher, ["teacher_no": "T001", "name": "王芳", "subject": "语文"]) }
    let before = try workdir.bytes("第一小学.db")
    try file.revise {
      try $0.set(.teacher, try file.key("T001"), ["subject": "语文", "note": DatabaseValue.null])
    }
    #expect(try workdir.bytes("第一小学.db") == before)
  }

  @Test("a failing body leaves the file byte for byte as it was")
  func failure() throws {
    let file = try makeSchool(in: workdir)
    let before = try workdir.bytes("第一小学.db")
    #expect(throws: RecordError.alreadyThere(table: "教师", row: "2133000001/2022/T001")) {
      try file.revise {
        try $0.add(.teacher, ["teacher_no": "T001", "name": "王芳"])
        try $0.add(.teacher, ["teacher_no": "T001", "name": "李明"])
      }
    }
    #expect(try workdir.bytes("第一小学.db") == before)
  }

  @Test("a dry run counts and leaves the file as it was")
  func dryRun() throws {
    let file = try makeSchool(in: workdir)
    let before = try workdir.bytes("第一小学.db")
    let counts = try file.write("test", author: .tester, commit: false) { writer in
      try writer.add(.teacher, ["teacher_no": "T001", "name": "王芳"])
      return writer.counts
    }
    #expect(counts.total(.new) == 1)
    #expect(try workdir.bytes("第一小学.db") == before)
  }

  @Test(
    "writing or removing a row moves its siblings into the history", arguments: ["set", "remove", "same"])
  func siblings(_ action: String) throws {
    let file = try makeSchool(in: workdir)
    let added = try file.addTeacher()
    let key = try file.key("T001")
    let content = try #require(
      try file.value("SELECT \(CatalogTable.teacher.rowJSON()) FROM teacher") as String?)
    let other = content.replacing("王芳", with: "王方")
    try file.withConnection { db in
      try db.execute(
        sql: "INSERT INTO sibling VALUES ('teacher', ?, 77, '2133000001', ?)", arguments: [key.json, other])
    }
    let rev = try file.revise {
      switch action {
      case "remove": try $0.remove(.teacher, key)
      case "same": try $0.set(.teacher, key, ["name": "王芳"])
      default: try $0.set(.teacher, key, ["name": "王方"])
      }
    }
    #expect(try file.value("SELECT count(*) FROM sibling") == 0)
    let lines = try file.read(changes)
    #expect(lines.map(\.beforeRev).sorted() == [77, added].sorted())
    #expect(lines.allSatisfy { $0.rev == rev })
    #expect(lines.first { $0.beforeRev == 77 }?.before == other)
    #expect(Set(lines.map(\.kind)) == [action == "remove" ? "delete" : "update"])
  }

  @Test("a random id is made for a row without a natural key, and another for the next")
  func randomIDs() throws {
    let file = try makeCounty(in: workdir)
    try file.revise {
      try $0.add(.personUnit, ["unit": "教育局"])
      try $0.add(.personUnit, ["unit": "教育局"])
    }
    let ids = try file.read { try String.fetchSet($0, sql: "SELECT id FROM person_unit") }
    #expect(ids.count == 2)
    #expect(ids.allSatisfy { $0.count == 12 })
  }

  @Test("a typed figure is stored in its element's own unit, whatever unit it was typed in")
  func statementUnits() throws {
    let file = try makeSchool(in: workdir)
    try file.revise {
      try $0.add(.statement, RowValues(["数据项=教学仪器设备值", "数值=3.5", "单位=万元"], in: .statement))
    }
    #expect(try file.value("SELECT value FROM statement") == 35000.0)
    #expect(try file.value("SELECT unit FROM statement") == "元")
    let key = try file.key("教学仪器设备值", in: .statement)
    try file.revise { try $0.set(.statement, key, try RowValues(["数值=4.25", "单位=万元"], in: .statement)) }
    #expect(try file.value("SELECT value FROM statement") == 42500.0)
    #expect(throws: RecordError.self) {
      try file.revise { try $0.set(.statement, key, try RowValues(["单位=万元"], in: .statement)) }
    }
    #expect(throws: RecordError.self) {
      try file.revise { try $0.set(.statement, key, try RowValues(["数值=1", "单位=人"], in: .statement)) }
    }
    #expect(try file.value("SELECT value FROM statement") == 42500.0)
  }
}

@Suite("what may not be written, and how it is said")
struct RecordRefusalTests {
  private let workdir = Workdir()

  private func expectRefused(
    _ file: YiceFile, _ expected: String, _ status: ExitStatus,
    sourceLocation: Testing.SourceLocation = #_sourceLocation, _ body: (RevisionWriter) throws -> Void
  ) throws {
    let before = try workdir.bytes(file.name)
    let error = #expect(throws: RecordError.self, sourceLocation: sourceLocation) {
      try file.revise("test", body)
    }
    #expect(error?.description == expected, sourceLocation: sourceLocation)
    #expect(error?.exitStatus == status, sourceLocation: sourceLocation)
    #expect(try workdir.bytes(file.name) == before, sourceLocation: sourceLocation)
  }

  @Test("a school may not write what the bureau issues")
  func authority() throws {
    let school = try makeSchool(in: workdir)
    try expectRefused(school, "“评估标准”由教育局填写，学校文件里不能改。没有写入。", .notAllowed) {
      try $0.add(.standard, ["profile": "p", "version": "1"])
    }
    try expectRefused(school, "“满意度调查”由教育局填写，学校文件里不能改。没有写入。", .notAllowed) {
      try $0.add(.survey, ["respondent": "学生", "method": "问卷", "total": 1, "satisfied": 1])
    }
  }

  @Test("an inspection file may not write registers")
  func inspection() throws {
    let info = FileInfo(role: .inspection, orgCode: "2133000001", orgName: "第一小学", schoolYear: 2022)
    let file = try YiceFile.create(workdir.file("督查.db"), info: info, author: .tester)
    try expectRefused(file, "“教师”由学校（教育局可更正）填写，督查文件里不能改。没有写入。", .notAllowed) {
      try $0.add(.teacher, ["teacher_no": "T001", "name": "王芳"])
    }
  }

  @Test("a school file takes no row of another school; a county file does")
  func foreignOrg() throws {
    let school = try makeSchool(in: workdir)
    try expectRefused(school, "“教师”的行属于 2133000002，而本文件是 2133000001 的，不能写入。", .notAllowed) {
      try $0.add(.teacher, ["org_code": "2133000002", "teacher_no": "T001", "name": "王芳"])
    }
    let county = try makeCounty(in: workdir)
    try county.revise {
      try $0.add(.teacher, ["org_code": "2133000002", "teacher_no": "T001", "name": "王芳"])
    }
    #expect(try county.value("SELECT count(*) FROM teacher") == 1)
  }

  @Test("rows of an append-only table are neither changed nor removed")
  func appendOnly() throws {
    let county = try makeCounty(in: workdir)
    let table = try #require(
      TableCatalog.tables.first { $0.appendOnly && $0.writers.roles.contains(.county) })
    var values = RowValues()
    for column in table.columns
    where column.required && !["org_code", "id", "school_year"].contains(column.name) {
      values.fill(column.name, sample(column))
    }
    var key: RowKey?
    try county.revise { key = try $0.add(table, values) }
    let row = try #require(key)
    let said = "“\(table.label)”只能追加，不能修改或删除。请用 yice add 追加一条说明。"
    try expectRefused(county, said, .notAllowed) { try $0.remove(table, row) }
    let column = try #require(table.valueColumns.first { $0.type == .text })
    try expectRefused(county, said, .notAllowed) {
      try $0.set(table, row, RowValues([column.name: "x".databaseValue]))
    }
  }

  /// A value that the column takes.
  private func sample(_ column: CatalogColumn) -> String {
    switch column.type {
    case .choice(let words): words.first { !$0.isEmpty } ?? ""
    case .date: "2022-09-01"
    case .sha256: String(repeating: "a", count: 64)
    case .orgCode: "2133000001"
    default: "1"
    }
  }

  @Test("all missing columns are named at once")
  func missing() throws {
    let school = try makeSchool(in: workdir, year: nil)
    try expectRefused(school, "“教师”缺少必填列：学年、教师编号、姓名。没有写入。", .failed) {
      try $0.add(.teacher, [:])
    }
    let other = try makeSchool(in: workdir, name: "第二小学")
    try other.addTeacher()
    try expectRefused(other, "“教师” 2133000001/2022/T001 缺少必填列：姓名。没有写入。", .failed) {
      try $0.set(.teacher, try other.key("T001"), ["name": DatabaseValue.null])
    }
  }

  @Test("columns of the key stay as they are")
  func keyColumns() throws {
    let school = try makeSchool(in: workdir)
    try school.addTeacher()
    try expectRefused(school, "“教师”的“教师编号”列用来指明是哪一行，不能修改。请新增一行再删除旧行。", .failed) {
      try $0.set(.teacher, try school.key("T001"), ["teacher_no": "T002"])
    }
  }

  @Test("a row that is not there is named")
  func notFound() throws {
    let school = try makeSchool(in: workdir)
    let said = "“教师”表里没有 2133000001/2022/T009 这一行。用 yice list 文件 教师 查看。"
    try expectRefused(school, said, .failed) { try $0.remove(.teacher, try school.key("T009")) }
    try expectRefused(school, said, .failed) {
      try $0.set(.teacher, try school.key("T009"), ["subject": "语文"])
    }
  }

  @Test("a bad value is refused with table, column, value and what is allowed")
  func badValue() {
    let error = #expect(throws: RecordError.self) { try RowValues(["最高学历=幼儿园"], in: .teacher) }
    #expect(
      error?.description == "“教师” “最高学历”列的值“幼儿园”：不在允许的取值内，允许：研究生、本科、专科、高中阶段、高中阶段以下。没有写入。")
    #expect(throws: RecordError.unknownColumn(table: "教师", word: "年龄")) {
      try RowValues(["年龄=3"], in: .teacher)
    }
    let formless = #expect(throws: RecordError.self) { try RowValues(["姓名"], in: .teacher) }
    #expect(formless?.description == "“教师” “姓名”列：应写成 列=值，如 班级人数=45。没有写入。")
  }
}
