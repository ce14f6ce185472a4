import GRDB
import Testing
import YiceTestSupport

@testable import YiceStore

@Suite("the schema, read from a file's pages without SQLite")
struct SchemaPagesTests {
  private let workdir = Workdir()

  private func sql(_ name: String, _ statements: String) throws {
    let queue = try DatabaseQueue(path: workdir.file(name))
    try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
    try queue.close()
  }

  private func objects(_ name: String) throws -> [SchemaObject] {
    try #require(try SchemaPages.objects(of: workdir.file(name)))
  }

  @Test("is what SQLite reads, for every size of page", arguments: [512, 1024, 4096, 16384, 65536])
  func sizes(_ size: Int) throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    try sql("a.db", "PRAGMA page_size = \(size); VACUUM; ANALYZE")
    let found = try objects("a.db")
    let rows = try DatabaseQueue(path: workdir.file("a.db")).read {
      try Row.fetchAll($0, sql: "SELECT type, name, sql FROM sqlite_schema ORDER BY rowid")
    }
    #expect(found.map(\.type) == rows.map { $0["type"] })
    #expect(found.map(\.name) == rows.map { $0["name"] })
    #expect(found.map { $0.sql.map { String(decoding: $0, as: UTF8.self) } } == rows.map { $0["sql"] })
    _ = try YiceFile.open(workdir.file("a.db"))
  }

  @Test(
    "of a file that only we have written is our text to the byte, packed or not, so nothing dear is asked")
  func ours() throws {
    let file = try makeSchool(in: workdir, file: "a.db")
    #expect(SchemaPieces.holds(exactly: try objects("a.db")))
    try file.copy(to: workdir.file("b.db")) { _ in }
    #expect(SchemaPieces.holds(exactly: try objects("b.db")))
    try sql("a.db", "DROP INDEX room_rev")
    #expect(!SchemaPieces.holds(exactly: try objects("a.db")))
    _ = try YiceFile.open(workdir.file("a.db"))
  }

  @Test(
    "whose rows hold something else than the text of ours is not ours, by the pages and through SQLite",
    arguments: [
      "type = CAST(type AS BLOB) WHERE name = 'revision'",
      "name = CAST(name AS BLOB) WHERE name = 'room_rev'",
      "tbl_name = 'teacher' WHERE name = 'room'", "tbl_name = 'teacher' WHERE name = 'room_rev'",
      "tbl_name = 'teacher' WHERE name = 'room_insert'",
      "tbl_name = CAST(tbl_name AS BLOB) WHERE name = 'room'",
    ])
  func otherRows(_ change: String) throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    try sql("a.db", "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET \(change)")
    #expect(!SchemaPieces.holds(exactly: try objects("a.db")))
    // Some of it SQLite refuses itself.
    #expect(throws: (any Error).self) {
      try DatabaseQueue(path: workdir.file("a.db")).read { try SchemaCheck.check($0) }
    }
  }

  @Test("that is damaged anywhere ends in an answer")
  func damaged() throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    let good = try workdir.bytes("a.db")
    var random = SplitMix64(seed: 3)
    for _ in 0..<300 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        // Mostly where the tree of the schema begins.
        let range = Bool.random(using: &random) ? 100..<300 : 100..<160_000
        bytes[Int.random(in: range, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      try workdir.write("b.db", bytes)
      do { _ = try SchemaPages.objects(of: workdir.file("b.db")) } catch is SchemaPages.Damage {}
    }
  }

  @Test("tables that ANALYZE leaves are taken as SQLite writes them, and not otherwise")
  func statistics() throws {
    _ = try makeSchool(in: workdir, file: "a.db")
    try sql("a.db", "ANALYZE")
    _ = try YiceFile.open(workdir.file("a.db"))
    try sql(
      "a.db",
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = 'CREATE TABLE sqlite_stat1(tbl,idx,stat AS (1))' WHERE name = 'sqlite_stat1'
      """)
    let difference = SchemaCheck.Difference(kind: .altered, type: "table", name: "sqlite_stat1")
    #expect(throws: StoreError.schema(workdir.file("a.db"), difference)) {
      try YiceFile.open(workdir.file("a.db"))
    }
  }
}
