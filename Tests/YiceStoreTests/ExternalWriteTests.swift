import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("what other programs write is stamped and remembered")
struct ExternalWriteTests {
  private let workdir = Workdir()

  /// A school file with ten teachers, closed again.
  private func prepared() throws -> YiceFile {
    let file = try makeSchool(in: workdir, file: "a.db")
    try file.revise {
      for number in 0..<10 { try $0.add(.teacher, ["teacher_no": "T\(number)", "name": "王芳"]) }
    }
    return file
  }

  /// Runs SQL as a program that knows nothing of yice: plain SQLite, triggers on.
  private func external(_ statements: String...) throws {
    let queue = try DatabaseQueue(path: workdir.file("a.db"))
    for sql in statements { try queue.writeWithoutTransaction { try $0.execute(sql: sql) } }
  }

  /// Revisions of 外部程序.
  private func minted(_ file: YiceFile) throws -> [Int64] {
    try file.read { try Int64.fetchAll($0, sql: "SELECT id FROM revision WHERE author = '外部程序'") }
  }

  private let insert = """
    INSERT INTO teacher (org_code, school_year, teacher_no, name) VALUES ('2133000001', 2022, 'X1', '李明')
    """

  @Test("an insert makes one revision by 外部程序, and the row carries it")
  func inserts() throws {
    let file = try prepared()
    try external(insert)
    let ids = try minted(file)
    #expect(ids.count == 1)
    #expect(try file.value("SELECT rev FROM teacher WHERE teacher_no = 'X1'") == ids.first)
    #expect(try file.read(changes).isEmpty)
    let entry = try file.read { try HistoryQuery.entry($0, id: ids[0]) }
    #expect(entry?.action == "external")
    #expect(entry?.orgCode == "2133000001")
    #expect(entry?.role == "school")
    #expect(entry?.tool.hasPrefix("sqlite 3.") == true)
    try file.expectKnownRows()
  }

  @Test("an update keeps the row as it was; one statement over many rows is one revision")
  func updates() throws {
    let file = try prepared()
    let before: Int64? = try file.value("SELECT DISTINCT rev FROM teacher")
    try external("UPDATE teacher SET subject = '语文'")
    let ids = try minted(file)
    #expect(ids.count == 1)
    let lines = try file.read(changes)
    #expect(lines.count == 10)
    #expect(lines.allSatisfy { $0.rev == ids[0] && $0.kind == "update" && $0.beforeRev == before })
    #expect(lines.allSatisfy { $0.before.contains(#""subject":null"#) })
    #expect(lines[0].key == #"["2133000001",2022,"T0"]"#)
    #expect(try file.value("SELECT count(*) FROM teacher WHERE rev = \(ids[0])") == 10)
    try file.expectKnownRows()
  }

  @Test("a deletion keeps the row")
  func deletes() throws {
    let file = try prepared()
    try external("DELETE FROM teacher WHERE teacher_no < 'T3'")
    let ids = try minted(file)
    #expect(ids.count == 1)
    let lines = try file.read(changes)
    #expect(lines.map(\.kind) == ["delete", "delete", "delete"])
    #expect(lines.allSatisfy { $0.rev == ids[0] })
    try file.expectKnownRows()
  }

  @Test("INSERT OR REPLACE keeps the row that it replaces", arguments: [false, true])
  func replaces(_ recursive: Bool) throws {
    let file = try prepared()
    try external(
      "PRAGMA recursive_triggers = \(recursive ? "ON" : "OFF")",
      insert.replacing("'X1'", with: "'T1'").replacing("INSERT", with: "INSERT OR REPLACE"))
    let ids = try minted(file)
    #expect(ids.count == 1)
    let lines = try file.read(changes)
    #expect(lines.count == 1)
    #expect(lines[0].before.contains("王芳"))
    #expect(try file.value("SELECT name FROM teacher WHERE teacher_no = 'T1'") == "李明")
    #expect(try file.value("SELECT rev FROM teacher WHERE teacher_no = 'T1'") == ids.first)
    try file.expectKnownRows()
  }

  @Test("INSERT with ON CONFLICT DO UPDATE keeps the row as it was")
  func upserts() throws {
    let file = try prepared()
    try external(
      insert.replacing("'X1'", with: "'T1'")
        + " ON CONFLICT (org_code, school_year, teacher_no) DO UPDATE SET name = excluded.name")
    let lines = try file.read(changes)
    #expect(lines.count == 1)
    #expect(lines[0].before.contains("王芳"))
    #expect(try file.value("SELECT rev FROM teacher WHERE teacher_no = 'T1'") == lines[0].rev)
    try file.expectKnownRows()
  }

  @Test("INSERT OR IGNORE onto a row that is there changes nothing and mints nothing")
  func ignored() throws {
    let file = try prepared()
    let before = try file.read { try FileState.stored($0) }
    try external(insert.replacing("'X1'", with: "'T1'").replacing("INSERT", with: "INSERT OR IGNORE"))
    #expect(try file.value("SELECT name FROM teacher WHERE teacher_no = 'T1'") == "王芳")
    #expect(try minted(file) == [])
    #expect(try file.read { try FileState.stored($0) } == before)
    // What it left to wait is nobody's when the row changes next.
    try external("UPDATE teacher SET subject = '语文' WHERE teacher_no = 'T1'")
    #expect(try file.value("SELECT count(*) FROM change WHERE row_key LIKE '%T1%'") == 1)
    #expect(try file.value("SELECT count(*) FROM external_pending") == 0)
  }

  @Test(
    "a statement's conflict clause does not become the triggers' own",
    arguments: ["OR IGNORE", "OR REPLACE", "OR ABORT", "OR FAIL", "OR ROLLBACK"])
  func conflictClauses(_ clause: String) throws {
    let file = try prepared()
    try external("UPDATE \(clause) teacher SET subject = '数学' WHERE teacher_no = 'T1'")
    let first = try #require(try minted(file).first)
    try external("UPDATE \(clause) teacher SET subject = '语文' WHERE teacher_no IN ('T1', 'T2')")
    #expect(try minted(file).count == 2)
    let second = try #require(try minted(file).first { $0 != first })
    #expect(try file.value("SELECT rev FROM teacher WHERE teacher_no = 'T1'") == second)
    let known: Int? = try file.value(
      "SELECT count(*) FROM change WHERE rev = \(second) AND row_key LIKE '%T1%' AND before_rev = \(first)")
    #expect(known == 1)
    try file.expectKnownRows()
  }

  @Test("a row that OR REPLACE runs over is kept in the history", arguments: ["UPDATE", "INSERT"])
  func replaced(_ statement: String) throws {
    let file = try prepared()
    let old: Int64? = try file.value("SELECT rev FROM teacher WHERE teacher_no = 'T1'")
    try external(
      statement == "UPDATE"
        ? "UPDATE OR REPLACE teacher SET teacher_no = 'T1' WHERE teacher_no = 'T2'"
        : insert.replacing("'X1'", with: "'T1'").replacing("INSERT", with: "INSERT OR REPLACE"))
    let kept = try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT before_rev, json_extract(before, '$.name') FROM change WHERE row_key LIKE '%\"T1\"%'"
      )
      .map { ($0[0] as Int64?, $0[1] as String?) }
    }
    #expect(kept.count == 1 && kept.first?.0 == old && kept.first?.1 == "王芳")
    try file.expectKnownRows()
  }

  @Test("a changed key is a deletion of the old row and an addition of the new")
  func keyChange() throws {
    let file = try prepared()
    try external("UPDATE teacher SET teacher_no = 'Z9' WHERE teacher_no = 'T1'")
    let ids = try minted(file)
    #expect(ids.count == 1)
    let lines = try file.read(changes)
    #expect(lines.count == 1)
    #expect(lines[0].kind == "delete")
    #expect(lines[0].key == #"["2133000001",2022,"T1"]"#)
    #expect(try file.value("SELECT rev FROM teacher WHERE teacher_no = 'Z9'") == ids.first)
    try file.expectKnownRows()
  }

  @Test(
    "siblings of a row that is written go into the history",
    arguments: ["UPDATE teacher SET subject = '语文'", "DELETE FROM teacher"])
  func siblings(_ sql: String) throws {
    let file = try prepared()
    let key = try file.key("T1").json
    try file.withConnection { db in
      try db.execute(
        sql: "INSERT INTO sibling VALUES ('teacher', ?, 77, '2133000001', '{}')", arguments: [key])
    }
    try external(sql)
    #expect(try file.value("SELECT count(*) FROM sibling") == 0)
    let line = try file.read(changes).first { $0.beforeRev == 77 }
    #expect(line?.before == "{}")
    #expect(line?.key == key)
    #expect(line?.kind == (sql.hasPrefix("DELETE") ? "delete" : "update"))
  }

  @Test("recursive triggers do not loop")
  func recursive() throws {
    let file = try prepared()
    try external(
      "PRAGMA recursive_triggers = ON", "UPDATE teacher SET subject = '语文'", insert, "DELETE FROM teacher")
    #expect(try file.value("SELECT count(*) FROM teacher") == 0)
    #expect(try file.read(changes).count == 21)
    try file.expectKnownRows()
  }

  @Test("many statements keep the digest honest, also inside one transaction and within one millisecond")
  func manyStatements() throws {
    let file = try prepared()
    try external(
      "BEGIN; "
        + (0..<50).map { "UPDATE teacher SET subject = '学科\($0)' WHERE teacher_no = 'T\($0 % 10)'; " }
        .joined()
        + "COMMIT")
    #expect(!(try minted(file)).isEmpty)
    try file.expectKnownRows()
    let stray: Int? = try file.value(
      "SELECT count(*) FROM teacher WHERE rev NOT IN (SELECT id FROM revision)")
    #expect(stray == 0)
  }

  @Test("a rolled back statement leaves nothing")
  func rollback() throws {
    let file = try prepared()
    try external("BEGIN; UPDATE teacher SET subject = '语文'; ROLLBACK")
    #expect(try minted(file).isEmpty)
    try file.expectKnownRows()
  }

  @Test("our own writer pays no trigger: its rows carry its revision, and no revision is by 外部程序")
  func ownWriter() throws {
    let file = try prepared()
    let rev = try file.revise { try $0.set(.teacher, try file.key("T1"), ["subject": "语文"]) }
    try file.revise { try $0.remove(.teacher, try file.key("T2")) }
    #expect(try minted(file).isEmpty)
    #expect(try file.value("SELECT rev FROM teacher WHERE teacher_no = 'T1'") == rev)
    #expect(try file.read(changes).count == 2)
  }

  @Test("what another program did can be taken back")
  func undo() throws {
    let file = try prepared()
    let before = try file.content()
    try external("UPDATE teacher SET subject = '语文' WHERE teacher_no < 'T5'")
    let id = try #require(try minted(file).first)
    try file.revise("undo") { try Undo(id).apply($0) }
    #expect(try file.content() == before)
  }

  @Test("every table has its triggers", arguments: TableCatalog.tables)
  func everyTable(_ table: CatalogTable) throws {
    let file = try makeSchool(in: workdir, file: "a.db")
    let names = try file.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? ORDER BY 1",
        arguments: [table.name])
    }
    #expect(
      names == ["delete", "deleted", "insert", "inserted", "update", "updated"].map { "\(table.name)_\($0)" })
  }

  @Test("values outside their range are refused for other programs too")
  func checks() throws {
    _ = try prepared()
    #expect(throws: DatabaseError.self) { try external("UPDATE teacher SET school_year = 1900") }
    #expect(throws: DatabaseError.self) { try external("UPDATE teacher SET stage = '大学'") }
  }
}
