import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("opening files that are not as they should be")
struct YiceFileTests {
  private let workdir = Workdir()

  private func expectRefused(
    _ name: String, _ expected: String, _ status: ExitStatus,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let path = workdir.file(name)
    let before = try? workdir.bytes(name)
    for access in [YiceFile.Access.read, .write] {
      let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation) {
        _ = try YiceFile.open(path, for: access)
      }
      #expect(error?.description == expected, sourceLocation: sourceLocation)
      #expect(error?.exitStatus == status, sourceLocation: sourceLocation)
    }
    #expect((try? workdir.bytes(name)) == before, sourceLocation: sourceLocation)
  }

  private func sqlite(_ name: String, _ sql: String) throws {
    try DatabaseQueue(path: workdir.file(name)).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  @Test("a missing file")
  func missing() throws {
    let path = workdir.file("无.db")
    try expectRefused("无.db", "找不到文件“\(path)”。请检查文件名和所在文件夹；要新建文件请用 yice new。", .failed)
  }

  @Test(
    "what is no SQLite database",
    arguments: ["", "教师编号,姓名\nT001,王芳\n", "SQLite format 3\u{0}", String(repeating: "x", count: 5000)])
  func notSQLite(_ content: String) throws {
    let path = try workdir.write("a.db", content)
    try expectRefused(
      "a.db", "“\(path)”不是一册文件（内容不是 SQLite 数据库）。请确认选对了文件；表格请用 yice import 导入。", .notOurFile)
  }

  @Test("a folder")
  func folder() throws {
    try expectRefused(
      ".", "“\(workdir.file("."))”是文件夹或设备，不是文件。请写明是哪一个 .db 文件。", .notOurFile)
  }

  @Test(
    "another program's database",
    arguments: [
      "CREATE TABLE t (a)", "PRAGMA application_id = 7; CREATE TABLE t (a)",
      "PRAGMA application_id = 1497973573; CREATE TABLE t (a)",
      "PRAGMA application_id = 1497973573; PRAGMA user_version = \(Schema.version); CREATE TABLE t (a)",
      "PRAGMA application_id = 1497973573; PRAGMA user_version = \(Schema.version); CREATE TABLE file_info (a)",
      """
      PRAGMA application_id = 1497973573; PRAGMA user_version = \(Schema.version);
      CREATE TABLE file_info (key, value); INSERT INTO file_info VALUES ('role', 'king')
      """,
    ])
  func otherProgram(_ sql: String) throws {
    try sqlite("a.db", sql)
    try expectRefused(
      "a.db", "“\(workdir.file("a.db"))”是别的程序的 SQLite 数据库，不是一册文件。请向发送人索取由 yice 生成的 .db 文件。",
      .notOurFile)
  }

  @Test("a file of a newer version")
  func newer() throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    try sqlite("a.db", "PRAGMA user_version = \(Schema.version + 1)")
    try expectRefused(
      "a.db",
      "“\(workdir.file("a.db"))”由更新版本的一册写成（格式 \(Schema.version + 1)，本程序支持到格式 \(Schema.version)）。请升级 yice 后再打开。",
      .newerFile)
  }

  @Test("a file cut short", arguments: [100, 512, 4095, 4096, 8192, -4096, -1])
  func truncated(_ length: Int) throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    let bytes = try workdir.bytes("a.db")
    try workdir.write("a.db", Array(length > 0 ? bytes.prefix(length) : bytes.dropLast(-length)))
    let path = workdir.file("a.db")
    let error = #expect(throws: StoreError.self) { _ = try YiceFile.open(path) }
    #expect(error?.exitStatus == .notOurFile)
    let said = error?.description ?? ""
    #expect(said.hasPrefix("“\(path)”已损坏，没有改动它（"), "\(said)")
    #expect(said.hasSuffix("）。请用备份，或请发送人重新发送。"), "\(said)")
  }

  @Test("a new file does not take an old one's place, and needs its folder")
  func create() throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    let before = try workdir.bytes("a.db")
    let path = workdir.file("a.db")
    let info = FileInfo(role: .school, orgCode: "2133000001", orgName: "第一小学")
    #expect(throws: StoreError.alreadyExists(path)) {
      _ = try YiceFile.create(path, info: info, author: .tester)
    }
    #expect(try workdir.bytes("a.db") == before)
    #expect(StoreError.alreadyExists(path).description == "文件“\(path)”已经存在，没有改动它。请换一个文件名，或先把旧文件移走。")
    let nowhere = workdir.file("没有/a.db")
    #expect(throws: StoreError.noFolder(nowhere)) {
      _ = try YiceFile.create(nowhere, info: info, author: .tester)
    }
  }

  @Test("a new file says what it is, and opens as it was made")
  func roundTrip() throws {
    let made = try makeSchool(in: workdir, file: "a.db")
    let opened = try YiceFile.open(workdir.file("a.db"))
    #expect(opened.info == made.info)
    #expect(opened.info.role == .school)
    #expect(opened.name == "a.db")
    #expect(try opened.value("PRAGMA journal_mode") == "delete")
    #expect(try opened.value("PRAGMA integrity_check") == "ok")
    try opened.expectKnownRows()
  }

  @Test("reading leaves no file beside it and the file as it was")
  func reading() throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    let before = try workdir.bytes("a.db")
    let file = try YiceFile.open(workdir.file("a.db"))
    _ = try file.content()
    #expect(try workdir.bytes("a.db") == before)
    #expect((try? workdir.bytes("a.db-journal")) == nil)
    #expect((try? workdir.bytes("a.db-wal")) == nil)
  }
}
