import FoundationEssentials
import GRDB
import Testing
import YiceStore
import YiceTestSupport

@Suite("a journal that a write of ours left is brought back")
struct SideFilesTests {
  private let workdir = Workdir()

  /// The file and its journal as they stood in the middle of a write.
  private func cutShort(_ setUp: String, _ write: String) throws -> String {
    _ = try makeSchool(in: workdir, file: "a.db")
    let queue = try DatabaseQueue(path: workdir.file("a.db"))
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: setUp)
      // Pages go to the disk before the end.
      try db.execute(sql: "PRAGMA cache_size = 5; BEGIN IMMEDIATE")
      try db.execute(sql: write)
      for suffix in ["", "-journal"] { try workdir.write("b.db" + suffix, workdir.bytes("a.db" + suffix)) }
      try db.execute(sql: "ROLLBACK")
    }
    try queue.close()
    return workdir.file("b.db")
  }

  private static let rows = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
    INSERT INTO teacher (org_code, school_year, teacher_no, name, stage)
    SELECT '2133000001', 2022, 'T' || i, '王芳', '小学' FROM n
    """

  @Test(
    "whatever it was about",
    arguments: [
      ("", rows), (rows, "UPDATE teacher SET name = '李四'"), (rows, "DELETE FROM teacher"),
      ("PRAGMA page_size = 512; VACUUM", rows), ("PRAGMA page_size = 65536; VACUUM", rows),
    ])
  func broughtBack(_ setUp: String, _ write: String) throws {
    let path = try cutShort(setUp, write)
    #expect(try workdir.bytes("b.db-journal").starts(with: JournalBytes.magic))
    let file = try YiceFile.open(path)
    #expect(try workdir.bytes("b.db") == workdir.bytes("a.db"))
    #expect((try? workdir.bytes("b.db-journal")) == nil)
    #expect(try file.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }

  @Test("beside the file that a link leads to, too")
  func behindLink() throws {
    _ = try cutShort("", Self.rows)
    try FileManager.default.createSymbolicLink(atPath: workdir.file("link.db"), withDestinationPath: "b.db")
    _ = try YiceFile.open(workdir.file("link.db"), for: .write)
    #expect((try? workdir.bytes("b.db-journal")) == nil)
    #expect(try workdir.bytes("b.db") == workdir.bytes("a.db"))
  }

  @Test("a file in WAL mode is read with what its WAL holds, and a foreign WAL is not")
  func wal() throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    let queue = try DatabaseQueue(path: workdir.file("a.db"))
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL; " + Self.rows) }
    for suffix in ["", "-wal"] { try workdir.write("b.db" + suffix, workdir.bytes("a.db" + suffix)) }
    let count = try YiceFile.open(workdir.file("b.db")).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM teacher")
    }
    #expect(count == 600)
    try workdir.write("b.db", workdir.bytes("a.db"))
    try workdir.write("b.db-wal", [UInt8](repeating: 9, count: 5000))
    #expect(throws: StoreError.sideFile(workdir.file("b.db"), suffix: "-wal", .foreign)) {
      try YiceFile.open(workdir.file("b.db"))
    }
    try queue.close()
  }
}
