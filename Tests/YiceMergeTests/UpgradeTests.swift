import Foundation
import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("files of every format that was ever written")
struct FormatFixtureTests {
  static let roles = ["school", "county", "inspection", "extract", "city"]
  static let files = Format.past.flatMap { format in roles.map { "format-\(format.version)-\($0).db" } }

  @Test("each past version has a file of every role under Tests/Upgrade, and says how to go on")
  func complete() {
    #expect(Format.past.map(\.version) == Array(1..<Schema.version))
    for file in Self.files { #expect(Repository.has("Tests/Upgrade/\(file)"), "make-fixture \(file)") }
  }

  private static let kept = [
    "org", "campus", "teacher", "room", "ground", "class_roll", "equipment", "policy", "rectification",
    "opinion",
    "evidence", "evidence_blob", "sibling", "change", "revision",
  ]

  private static func counts(_ db: Database) throws -> [Int?] {
    try kept.map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") }
  }

  @Test("it opens after upgrade with every row, and claims to know no more than it shows", arguments: files)
  func upgrades(_ name: String) throws {
    let workdir = Workdir(inMemory: true)
    let path = try workdir.write("旧.db", Repository.bytes("Tests/Upgrade/\(name)"))
    let raw = try DatabaseQueue(path: path)
    let before = try raw.read(Self.counts)
    try raw.close()
    #expect(try #require(try Upgrade.run(path)).from == 1)
    let file = try YiceFile.open(path)
    #expect(try file.read(Self.counts) == before)
    try file.read { db in
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM revision_area WHERE legacy = 0") == 0)
      for table in TableCatalog.tables {
        let unknown = try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM \(table.name) AS t WHERE NOT EXISTS (
              SELECT 1 FROM revision_area AS a WHERE a.id = t.rev AND a.org_code = t.org_code
                AND a.class = CASE length(t.org_code) WHEN 6 THEN 'bureau' ELSE '\(table.areaClass.rawValue)' END)
            """)
        #expect(unknown == 0, "\(table.name)")
      }
    }
  }

  /// What a county of today takes of it: registers, orders and answers of the school, and what the county's own had.
  @Test(
    "it merges into a county of today as it is, and once more without news",
    arguments: [
      ("school", ["room": 1, "teacher": 1, "rectification": 1, "opinion": 0, "policy": 0]),
      ("inspection", ["room": 0, "teacher": 0, "rectification": 1, "opinion": 1, "policy": 0]),
      ("county", ["room": 1, "teacher": 1, "rectification": 1, "opinion": 1, "policy": 1]),
      ("city", ["room": 1, "teacher": 1, "rectification": 1, "opinion": 1, "policy": 1]),
    ])
  func merges(_ role: String, _ rows: [String: Int]) throws {
    let workdir = Workdir(inMemory: true)
    let path = try workdir.write("旧.db", Repository.bytes("Tests/Upgrade/format-1-\(role).db"))
    let bytes = try workdir.bytes("旧.db")
    let info = FileInfo(
      role: .county, orgCode: "990101", orgName: "示例县", countyCode: "990101", schoolYear: 2022)
    let county = try YiceFile.create(workdir.file("county.db"), info: info, author: .tester)
    let result = try #require(try Merger(into: county).merge([path]).first)
    #expect(result.status == .merged, "\(result)")
    for (table, number) in rows {
      #expect(
        try county.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } == number, "\(table)")
    }
    #expect(try #require(try Merger(into: county).merge([path]).first).status == .nothingNew)
    #expect(try workdir.bytes("旧.db") == bytes)
  }

  @Test("an extract of it makes a school's file, and a county of it refuses it")
  func extract() throws {
    let workdir = Workdir(inMemory: true)
    let path = try workdir.write("下发.db", Repository.bytes("Tests/Upgrade/format-1-extract.db"))
    _ = try Upgrade.run(path)
    let info = try Start.school(from: try YiceFile.open(path), to: workdir.file("本校.db")).info
    #expect(info.role == .school)
    let county = try workdir.write("县.db", Repository.bytes("Tests/Upgrade/format-1-county.db"))
    _ = try Upgrade.run(county)
    let result = try #require(try Merger(into: try YiceFile.open(county, for: .write)).merge([path]).first)
    #expect(result.refusal?.status == .notAllowed)
  }

  @Test(
    "upgraded on both sides, the school's next edit replaces its row at the county, and a deletion goes through"
  )
  func continues() throws {
    let workdir = Workdir(inMemory: true)
    let paths = try ["school", "county"].map { role in
      try workdir.write("\(role).db", Repository.bytes("Tests/Upgrade/format-1-\(role).db"))
    }
    for path in paths { _ = try Upgrade.run(path) }
    let school = try YiceFile.open(paths[0], for: .write)
    try school.write("set", author: .tester) { writer in
      try writer.set(.teacher, try RowKey("T1", in: .teacher, file: writer.file), ["subject": "音乐"])
      try writer.remove(.ground, try RowKey("G1", in: .ground, file: writer.file))
    }
    let county = try YiceFile.open(paths[1], for: .write)
    let result = try #require(try Merger(into: county).merge([paths[0]]).first)
    #expect(
      result.counts.changed == 1 && result.counts.removed == 1 && result.counts.conflicts == 0, "\(result)")
    #expect(try county.read { try String.fetchAll($0, sql: "SELECT subject FROM teacher") } == ["音乐"])
    #expect(try county.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM ground") } == 0)
  }
}

@Suite("a file of an earlier format")
struct UpgradeTests {
  /// A school's file as the earlier program would have left it, and what today's makes of the same.
  private static func pair() throws -> (Pair, today: [Row]) {
    let pair = try Pair()
    let today = try rows(YiceFile.open(pair.school))
    let queue = try DatabaseQueue(path: pair.school)
    try queue.writeWithoutTransaction { db in
      try MadeUpFormat.age(db)
      try db.execute(sql: "INSERT INTO retired VALUES ('x')")
    }
    try queue.close()
    return (pair, today)
  }

  private static func rows(_ file: YiceFile) throws -> [Row] {
    try file.read { db in
      try ["room", "ground", "teacher", "equipment", "change", "revision"].flatMap {
        try Row.fetchAll(db, sql: "SELECT * FROM \($0) ORDER BY 1, 2, 3")
      }
    }
  }

  private static func merge(_ pair: Pair, by migration: Migration) throws -> MergeResult {
    var merger = Merger(into: pair.county)
    merger.migration = migration
    return try #require(try merger.merge([pair.school]).first)
  }

  @Test("merges from a copy in today's format, with all its rows and its history; itself it stays as it was")
  func merges() throws {
    let (pair, today) = try Self.pair()
    let bytes = try pair.workdir.bytes("school.db")
    let result = try Self.merge(pair, by: MadeUpFormat.migration())
    #expect(result.status == .merged, "\(result)")
    #expect(try Self.rows(pair.county).filter { today.contains($0) }.count == today.count)
    #expect(try pair.workdir.bytes("school.db") == bytes)
    #expect(try Self.merge(pair, by: MadeUpFormat.migration()).status == .nothingNew)
  }

  @Test("is upgraded in place of itself; the old one stays beside it, byte for byte")
  func upgrades() throws {
    let (pair, today) = try Self.pair()
    let bytes = try pair.workdir.bytes("school.db")
    // A person's own file, though it is called like that.
    try pair.workdir.write("school.db.part", "mine")
    #expect(try Upgrade.run(pair.school, by: MadeUpFormat.migration(), dryRun: true)?.from == 0)
    #expect(try pair.workdir.bytes("school.db") == bytes)
    let outcome = try #require(try Upgrade.run(pair.school, by: MadeUpFormat.migration()))
    #expect(try Array(Data(contentsOf: URL(filePath: outcome.backup))) == bytes)
    let file = try YiceFile.open(pair.school, for: .write)
    #expect(try Self.rows(file) == today)
    #expect(try pair.workdir.bytes("school.db.part") == Array("mine".utf8))
    #expect(try Upgrade.run(pair.school, by: MadeUpFormat.migration()) == nil)
    try file.read { try SchemaCheck.check($0) }
  }

  @Test("is not upgraded over a file that somebody kept")
  func keepsBackup() throws {
    let (pair, _) = try Self.pair()
    let bytes = try pair.workdir.bytes("school.db")
    try pair.workdir.write("school-格式0.db", "mine")
    #expect(throws: StoreError.alreadyExists(pair.workdir.file("school-格式0.db"))) {
      try Upgrade.run(pair.school, by: MadeUpFormat.migration())
    }
    #expect(try pair.workdir.bytes("school.db") == bytes)
    #expect(try pair.workdir.bytes("school-格式0.db") == Array("mine".utf8))
  }

  @Test("whose upgrade was cut short is upgraded all the same")
  func cutShort() throws {
    let (pair, today) = try Self.pair()
    let bytes = try pair.workdir.bytes("school.db")
    // The old file was kept already; that of another run was kept by half.
    try pair.workdir.write("school-格式0.db", bytes)
    try pair.workdir.write("again.db", bytes)
    for name in ["school.db", "again.db"] {
      let path = pair.workdir.file(name)
      let outcome = try #require(try Upgrade.run(path, by: MadeUpFormat.migration()))
      #expect(try Self.rows(YiceFile.open(path)) == today)
      #expect(try Array(Data(contentsOf: URL(filePath: outcome.backup))) == bytes)
    }
  }

  @Test("with rows that nobody said where to put is refused, and nothing changes")
  func homeless() throws {
    let (pair, _) = try Self.pair()
    let bytes = try pair.workdir.bytes("school.db")
    let result = try Self.merge(pair, by: MadeUpFormat.migration(dropped: []))
    #expect(result.refusal?.reason.contains("retired") == true, "\(result)")
    #expect(throws: StoreError.self) { try Upgrade.run(pair.school, by: MadeUpFormat.migration(dropped: [])) }
    #expect(try pair.workdir.bytes("school.db") == bytes)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: pair.workdir.path).allSatisfy {
        !$0.contains("part")
      })
  }

  @Test("with a value that today's rules do not take is refused by the name of the table")
  func unfit() throws {
    let (pair, _) = try Self.pair()
    let result = try Self.merge(pair, by: MadeUpFormat.migration(area: "-1"))
    #expect(result.refusal?.reason.contains("room") == true, "\(result)")
  }

  @Test(
    "is held against the schema of its own format before anything in it can run",
    arguments: [
      "CREATE TRIGGER t AFTER INSERT ON room BEGIN DELETE FROM room; END",
      "CREATE VIEW v AS SELECT * FROM room", "ALTER TABLE room ADD COLUMN extra TEXT",
      "CREATE INDEX i ON room (abs(area))",
    ])
  func hostile(_ sql: String) throws {
    let (pair, _) = try Self.pair()
    try pair.raw(sql)
    let result = try Self.merge(pair, by: MadeUpFormat.migration())
    #expect(result.refusal?.status == .notOurFile, "\(result)")
    #expect(try Self.rows(pair.county).allSatisfy { $0["room_no"] as String? == nil })
  }

  @Test("that was cut short or damaged is refused")
  func damaged() throws {
    let (pair, _) = try Self.pair()
    try pair.patch { $0.removeLast(8192) }
    #expect(try Self.merge(pair, by: MadeUpFormat.migration()).refusal?.status == .notOurFile)
    #expect(throws: (any Error).self) { try Upgrade.run(pair.school, by: MadeUpFormat.migration()) }
  }

  @Test("that today's program does not know is no file of ours")
  func unknown() throws {
    let (pair, _) = try Self.pair()
    #expect(try pair.merge().first?.refusal?.status == .notOurFile)
    #expect(throws: StoreError.notYice(pair.school)) { try YiceFile.open(pair.school) }
    #expect(throws: StoreError.notYice(pair.school)) { try Upgrade.run(pair.school) }
  }
}
