import Foundation
import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("files looked at one after another")
struct UntrustedSeriesTests {
  private let work = Workdir(inMemory: true)
  private let series = UntrustedFile.Series()

  /// A file with some rooms; every file is written by as many transactions, so that their headers count alike.
  private func file(_ name: String, rooms: Range<Int>) throws -> String {
    let path = work.file(name)
    let info = FileInfo(
      role: .school, orgCode: "2199000001", orgName: "示例小学", countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(path, info: info, author: Author("a"))
    try file.write("set", author: Author("a")) { writer in
      for room in rooms {
        try writer.add(.room, ["room_no": "R\(room)", "category": "教室", "floor_area": room])
      }
    }
    return path
  }

  private func raw(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA writable_schema = ON;" + sql) }
    try queue.close()
  }

  /// A file whose schema was written to, its version set back so that nothing gives it away.
  private func altered(_ sql: String) throws -> String {
    let path = try file("bad.db", rooms: 0..<3)
    let version = try DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "PRAGMA schema_version") ?? 0
    }
    try raw(path, "\(sql); PRAGMA schema_version = \(version)")
    return path
  }

  /// What stands in a file; with `quick_check`, as vetting asks.
  private func content(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA quick_check")
      + String.fetchAll(db.cachedStatement(sql: "SELECT room_no || floor_area FROM room ORDER BY room_no"))
      + String.fetchAll(db.cachedStatement(sql: "SELECT 'R' || id FROM revision ORDER BY id"))
  }

  /// A look by the series, and one on a connection of its own.
  private func looks(_ path: String) -> (
    series: Result<[String], any Error>, alone: Result<[String], any Error>
  ) {
    (
      Result { try series.read(path) { try content($0) } },
      Result {
        try UntrustedFile.read(path) { db in
          try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
          try SchemaCheck.check(db)
          return try content(db)
        }
      }
    )
  }

  private func expectAlike(_ path: String, _ comment: Comment? = nil) {
    let (series, alone) = looks(path)
    #expect("\(series)" == "\(alone)", comment)
  }

  @Test("each is read as itself, though their headers count alike", arguments: 0..<20 as Range<UInt64>)
  func eachItself(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var paths: [String] = []
    for index in 0..<3 {
      let first = Int.random(in: 0..<50, using: &random)
      let count = [1, 3, 40, 2000].randomElement(using: &random) ?? 1
      paths.append(try file("\(index).db", rooms: first..<first + count))
    }
    for _ in 0..<8 {
      let path = try #require(paths.randomElement(using: &random))
      expectAlike(path, "seed \(seed)")
    }
  }

  @Test("of another file, nothing that was parsed or compiled is used: two root pages that changed places")
  func swappedRoots() throws {
    let good = try file("good.db", rooms: 0..<3)
    let bad = try altered(
      """
      CREATE TEMP TABLE swap AS SELECT name, rootpage FROM sqlite_schema WHERE name IN ('room', 'ground');
      UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM swap WHERE swap.name <> sqlite_master.name)
        WHERE name IN ('room', 'ground')
      """)
    for path in [good, good, bad, good, bad, bad] { expectAlike(path) }
    let found = try? looks(bad).series.get()
    #expect(found?.first != "ok", "\(found ?? [])")
  }

  @Test("a schema that is not ours is refused after a good file, its version number set back")
  func alteredSchema() throws {
    let good = try file("good.db", rooms: 0..<3)
    let bad = try altered(
      "UPDATE sqlite_schema SET sql = replace(sql, 'OLD.rev', 'NEW.rev') WHERE name = 'room_updated'")
    for path in [good, good] { expectAlike(path) }
    let difference = #expect(throws: SchemaCheck.Difference.self) { try series.read(bad) { _ in } }
    #expect(difference?.kind == .altered)
    #expect(difference?.name == "room_updated")
    expectAlike(good)
  }

  @Test("a file that was cut is not completed from the one before", arguments: [1, 2, 30])
  func cut(pages: Int) throws {
    let whole = try file("whole.db", rooms: 0..<3000)
    expectAlike(whole)
    let bytes = try work.bytes("whole.db")
    try work.write("cut.db", Array(bytes.dropLast(pages * 4096)))
    expectAlike(work.file("cut.db"))
    #expect(throws: StoreError.self) { try series.read(work.file("cut.db")) { try content($0) } }
    expectAlike(whole)
  }

  @Test("one larger than is held in memory is read all the same, and so is the next")
  func large() throws {
    let small = try file("small.db", rooms: 0..<3)
    let middle = try file("middle.db", rooms: 0..<30_000)
    let large = try file("large.db", rooms: 0..<5)
    try raw(
      large,
      "INSERT INTO evidence_blob VALUES ('\(String(repeating: "a", count: 64))', 17000000, zeroblob(17000000))"
    )
    for path in [small, middle, small, large, small, middle, large] { expectAlike(path) }
  }

  @Test("what a look throws reaches the caller, and the next look is sound")
  func trouble() throws {
    struct Trouble: Error {}
    let path = try file("a.db", rooms: 0..<3)
    for _ in 0..<3 {
      expectAlike(path)
      #expect(throws: Trouble.self) { try series.read(path) { _ in throw Trouble() } }
    }
  }

  @Test("a file that another program is writing is not read by its bytes", .enabled(if: Tools.has("sqlite3")))
  func beingWritten() throws {
    let path = try file("a.db", rooms: 0..<3)
    expectAlike(path)
    // Locks of one's own process end when it closes the file anywhere, so it has to be another. No journal gives the
    // lock away.
    let writer = Process()
    writer.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    writer.arguments = ["sqlite3", path]
    let (words, answer) = (Pipe(), Pipe())
    writer.standardInput = words
    writer.standardOutput = answer
    try writer.run()
    try words.fileHandleForWriting.write(contentsOf: Data("BEGIN EXCLUSIVE;\nSELECT 'locked';\n".utf8))
    #expect(String(decoding: answer.fileHandleForReading.availableData, as: UTF8.self) == "locked\n")
    #expect(throws: (any Error).self) { try series.read(path) { try content($0) } }
    try words.fileHandleForWriting.close()
    writer.waitUntilExit()
    expectAlike(path)
  }

  @Test("a look past its time ends, on a connection that was used before as well", .timeLimit(.minutes(1)))
  func tooSlow() throws {
    let path = try file("a.db", rooms: 0..<3)
    expectAlike(path)
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
    #expect(throws: UntrustedFile.Problem.tooSlow(seconds: 0.05)) {
      try series.read(path, limits: .init(seconds: 0.05)) { _ = try Int.fetchOne($0, sql: endless) }
    }
    expectAlike(path)
  }
}
