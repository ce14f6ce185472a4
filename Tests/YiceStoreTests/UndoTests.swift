import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("taking a revision back")
struct UndoTests {
  private let workdir = Workdir()

  private func undo(_ file: YiceFile, _ revision: Int64) throws -> Int64 {
    try file.revise("undo") { try Undo(revision).apply($0) }
  }

  @Test(
    "undo of an addition, a change and a removal gives the content from before, and its own undo gives it back"
  )
  func everyKind() throws {
    let file = try makeSchool(in: workdir)
    let empty = try file.content()
    let added = try file.addTeacher()
    let one = try file.content()
    let undoneAdd = try undo(file, added)
    #expect(try file.content() == empty)
    let again = try undo(file, undoneAdd)
    #expect(try file.content() == one)
    #expect(try file.value("SELECT rev FROM teacher") == again)

    let key = try file.key("T001")
    let set = try file.revise { try $0.set(.teacher, key, ["subject": "语文"]) }
    let changed = try file.content()
    let undoneSet = try undo(file, set)
    #expect(try file.content() == one)
    _ = try undo(file, undoneSet)
    #expect(try file.content() == changed)

    let removed = try file.revise { try $0.remove(.teacher, key) }
    let undoneRemove = try undo(file, removed)
    #expect(try file.content() == changed)
    _ = try undo(file, undoneRemove)
    #expect(try file.content() == empty)
    try file.expectKnownRows()
  }

  @Test("undo of a revision over many rows takes all of them back")
  func manyRows() throws {
    let file = try makeSchool(in: workdir)
    try file.addTeacher("T000")
    try file.addTeacher("T001")
    let before = try file.content()
    let rev = try file.revise {
      try $0.set(.teacher, try file.key("T000"), ["subject": "语文"])
      try $0.remove(.teacher, try file.key("T001"))
      for number in 2..<50 { try $0.add(.teacher, ["teacher_no": "T\(number)", "name": "王芳"]) }
      try $0.add(.room, ["room_no": "101", "category": "教室"])
    }
    let undone = try undo(file, rev)
    #expect(try file.content() == before)
    let note = try file.read { try HistoryQuery.entry($0, id: undone) }?.note
    #expect(note == "撤销 \(rev)（test：教师：新增 48，更改 1，删除 1；用房：新增 1）")
  }

  @Test("a row changed since is not taken back, and the message names it")
  func changedSince() throws {
    let file = try makeSchool(in: workdir)
    let added = try file.addTeacher()
    let key = try file.key("T001")
    let set = try file.revise { try $0.set(.teacher, key, ["subject": "语文"]) }
    let before = try workdir.bytes("第一小学.db")
    let problem = Undo.Problem.changedSince(rows: ["教师 2133000001/2022/T001"])
    #expect(throws: problem) { _ = try undo(file, added) }
    #expect(try workdir.bytes("第一小学.db") == before)
    #expect(
      problem.description
        == "不能撤销：下列行后来又改过，撤销会丢掉后来的修改：教师 2133000001/2022/T001。请先撤销后来的操作（yice log 文件 查看）。")

    try file.revise { try $0.remove(.teacher, key) }
    #expect(throws: problem) { _ = try undo(file, set) }
  }

  @Test("a row removed and added anew is not taken back over the new one")
  func addedAnew() throws {
    let file = try makeSchool(in: workdir)
    try file.addTeacher()
    let removed = try file.revise { try $0.remove(.teacher, try file.key("T001")) }
    try file.addTeacher(name: "李明")
    #expect(throws: Undo.Problem.self) { _ = try undo(file, removed) }
    #expect(try file.value("SELECT name FROM teacher") == "李明")
  }

  @Test("an unknown revision is said to be unknown")
  func unknown() throws {
    let file = try makeSchool(in: workdir)
    #expect(throws: Undo.Problem.unknown(12)) { _ = try undo(file, 12) }
    #expect(Undo.Problem.unknown(12).description == "这个文件里没有编号为 12 的操作。用 yice log 文件 查看。")
    #expect(Undo.Problem.nothing.description == "这个文件里没有可以撤销的操作。")
  }

  @Test("random edits undone in reverse give every content on the way", arguments: [11, 12, 13] as [UInt64])
  func property(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let file = try makeSchool(in: workdir)
    var contents = [try file.content()]
    var revisions: [Int64] = []
    for step in 0..<15 {
      let rev = try file.revise { writer in
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let number = "T\(Int.random(in: 0...4, using: &random))"
          let key = try file.key(number)
          if try Row.fetchOne(
            writer.db, sql: "SELECT 1 FROM teacher WHERE teacher_no = ? AND rev <> ?",
            arguments: [number, writer.rev]) != nil
          {
            if Bool.random(using: &random) {
              try writer.set(.teacher, key, ["subject": "学科\(step)"])
            } else {
              try writer.remove(.teacher, key)
            }
          } else if try Row.fetchOne(
            writer.db,
            sql: """
              SELECT 1 FROM teacher WHERE teacher_no = ?1
              UNION SELECT 1 FROM change WHERE rev = ?2 AND row_key = ?3
              """, arguments: [number, writer.rev, key.json]) == nil
          {
            try writer.add(.teacher, ["teacher_no": number, "name": "姓名\(step)"])
          }
        }
      }
      guard try file.value("SELECT count(*) FROM revision WHERE id = \(rev)") == 1 else { continue }
      revisions.append(rev)
      contents.append(try file.content())
    }
    for (revision, before) in zip(revisions, contents).reversed() {
      _ = try undo(file, revision)
      #expect(try file.content() == before, "seed \(seed)")
    }
    try file.expectKnownRows()
  }

  @Test("two operations can be taken back one after the other")
  func oneAfterTheOther() throws {
    let file = try makeSchool(in: workdir)
    let empty = try file.content()
    let added = try file.addTeacher()
    let set = try file.revise { try $0.set(.teacher, try file.key("T001"), ["subject": "语文"]) }
    _ = try undo(file, set)
    _ = try undo(file, added)
    #expect(try file.content() == empty)
  }
}
