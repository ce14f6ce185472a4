import Foundation
import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("a hostile file is refused with a reason, and the county file stays byte for byte as it was")
struct HostileFileTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let reason: String
    var status = YiceModel.ExitStatus.notOurFile
    let spoil: @Sendable (Pair) throws -> Void
    var testDescription: String { name }
  }

  /// SQL that the raw program runs on the good file.
  private static func sql(
    _ name: String, _ reason: String, status: YiceModel.ExitStatus = .notOurFile, _ statements: String...
  ) -> Case {
    Case(name: name, reason: reason, status: status) { try Pair.raw(statements, $0.school) }
  }

  /// Bytes of the good file, changed.
  private static func bytes(
    _ name: String, _ reason: String, status: YiceModel.ExitStatus = .notOurFile,
    _ change: @escaping @Sendable (inout [UInt8]) throws -> Void
  ) -> Case {
    Case(name: name, reason: reason, status: status) { try $0.patch(change) }
  }

  private static func alter(_ table: String, _ old: String, _ new: String) -> String {
    """
    UPDATE sqlite_schema SET sql = replace(sql, '\(old.replacing("'", with: "''"))', \
    '\(new.replacing("'", with: "''"))') WHERE name = '\(table)'
    """
  }

  static let schema = [
    sql(
      "a view in place of a table", "格式之外的视图“campus”", "DROP TABLE campus",
      "CREATE VIEW campus AS SELECT 1 AS org_code"),
    sql(
      "an endless view in place of a table", "格式之外的视图“campus”", "DROP TABLE campus",
      "CREATE VIEW campus AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS org_code FROM n"
    ),
    sql(
      "an endless view in place of file_info", "格式之外的视图“file_info”", "DROP TABLE file_info",
      """
      CREATE VIEW file_info AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n)
        SELECT 'role' AS key, 'school' AS value FROM n
      """),
    sql("a view of its own", "格式之外的视图“v”", "CREATE VIEW v AS SELECT 1"),
    sql(
      "a trigger of its own", "格式之外的触发器“t”",
      "CREATE TRIGGER t AFTER INSERT ON room BEGIN DELETE FROM teacher; END"),
    sql(
      "a trigger of ours, altered", "触发器“room_delete”与一册格式不同", "DROP TRIGGER room_delete",
      "CREATE TRIGGER room_delete BEFORE DELETE ON room BEGIN SELECT 1; END"),
    sql(
      "a virtual table", "格式之外的表“v”",
      "INSERT INTO sqlite_schema VALUES ('table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING nosuch(x)')"),
    sql(
      "a virtual table in place of ours", "表“campus”与一册格式不同", "DROP TABLE campus",
      "INSERT INTO sqlite_schema VALUES ('table', 'campus', 'campus', 0, 'CREATE VIRTUAL TABLE campus USING nosuch(x)')"
    ),
    sql(
      "a generated column", "表“room”与一册格式不同",
      "ALTER TABLE room ADD COLUMN g TEXT AS (hex(zeroblob(500000000))) VIRTUAL"),
    sql("an index on an expression", "格式之外的索引“x”", "CREATE INDEX x ON room (upper(name))"),
    sql("an index of its own", "格式之外的索引“x”", "CREATE INDEX x ON room (name)"),
    sql(
      "an index of ours on an expression", "索引“room_rev”与一册格式不同", "DROP INDEX room_rev",
      "CREATE INDEX room_rev ON room (rev + 1)"),
    sql(
      "a CHECK that costs a gigabyte", "表“room”与一册格式不同",
      alter("room", "CHECK (room_no <> '')", "CHECK (length(zeroblob(1000000000)) > 0)")),
    sql(
      "a looser CHECK", "表“room”与一册格式不同",
      alter("room", "BETWEEN 0 AND 1e12", "BETWEEN -1 AND 1e12")),
    sql(
      "a default that is not ours", "表“room”与一册格式不同",
      alter("room", "rev INTEGER NOT NULL DEFAULT 0", "rev INTEGER NOT NULL DEFAULT 1")),
    sql("a table that is not STRICT", "表“room”与一册格式不同", alter("room", "STRICT, WITHOUT", "WITHOUT")),
    sql("a column more", "表“room”与一册格式不同", "ALTER TABLE room ADD COLUMN extra TEXT"),
    sql("a table more", "格式之外的表“extra”", "CREATE TABLE extra (a)"),
    sql("a table less", "缺少表“room”", "DROP TABLE room"),
    sql("another name of a table", "room", "ALTER TABLE room RENAME TO room2"),
    sql("a schema row without a type", "", "UPDATE sqlite_schema SET type = NULL WHERE name = 'room_rev'"),
    sql(
      "a schema row with a blob for a name", "",
      "UPDATE sqlite_schema SET name = x'00ff' WHERE name = 'room_rev'"),
    sql("a schema row without SQL", "已损坏", "UPDATE sqlite_schema SET sql = NULL WHERE name = 'room_delete'"),
    sql(
      "a root page that is another table's", "已损坏",
      "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'teacher') WHERE name = 'room'"
    ),
    sql("a root page beyond the end", "已损坏", "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'room'"),
  ]

  static let content = [
    sql(
      "text where an integer belongs", "已损坏（", alter("room", "built_year INTEGER", "built_year TEXT"),
      "UPDATE room SET built_year = 'abc' WHERE room_no = 'R2'",
      alter("room", "built_year TEXT", "built_year INTEGER")),
    sql(
      "a blob where text belongs", "已损坏（", alter("room", "name TEXT", "name BLOB"),
      "UPDATE room SET name = x'414243' WHERE room_no = 'R2'", alter("room", "name BLOB", "name TEXT")),
    sql(
      "NULL where a value must be", "已损坏（", alter("room", "category TEXT NOT NULL", "category TEXT"),
      "UPDATE room SET category = NULL WHERE room_no = 'R2'",
      alter("room", "category TEXT", "category TEXT NOT NULL")),
    sql(
      "a blob in file_info", "已损坏（", alter("file_info", "value TEXT NOT NULL", "value BLOB"),
      "UPDATE file_info SET value = x'00' WHERE key = 'role'",
      alter("file_info", "value BLOB", "value TEXT NOT NULL")),
    sql(
      "infinity", "“用房”表里有不合规定的行（[\"2133000001\",2022,\"R2\"]：",
      "UPDATE room SET floor_area = 9e999 WHERE room_no = 'R2'"),
    sql(
      "minus infinity", "“用房”表里有不合规定的行（[\"2133000001\",2022,\"R2\"]：",
      "UPDATE room SET floor_area = -9e999 WHERE room_no = 'R2'"),
    sql(
      "a choice that is none", "“用房”表里有不合规定的行（[\"2133000001\",2022,\"R2\"]：",
      "UPDATE room SET category = '别墅' WHERE room_no = 'R2'"),
    sql(
      "a year out of range", "“用房”表里有不合规定的行（[\"2133000001\",3022,\"R2\"]：",
      "UPDATE room SET school_year = 3022 WHERE room_no = 'R2'"),
    sql(
      "a NUL in a text", "“用房”表里有不合规定的行（[\"2133000001\",2022,\"R2\"]：文字里有空字符或乱码）",
      "UPDATE room SET name = 'a' || char(0) || 'b' WHERE room_no = 'R2'"),
    sql(
      "a NUL in a key", "“用房”表里有不合规定的行（[\"2133000001\",2022,\"R2\\u0000b\"]：文字里有空字符或乱码）",
      "UPDATE room SET room_no = 'R2' || char(0) || 'b' WHERE room_no = 'R2'"),
    sql(
      "broken UTF-8", "文字里有空字符或乱码", "UPDATE room SET name = CAST(x'E4B880FF' AS TEXT) WHERE room_no = 'R2'"),
    sql(
      "UTF-8 cut in the middle", "文字里有空字符或乱码",
      "UPDATE room SET name = CAST(x'E4B8' AS TEXT) WHERE room_no = 'R2'"),
    sql(
      "a surrogate in UTF-8", "文字里有空字符或乱码",
      "UPDATE room SET name = CAST(x'EDA080' AS TEXT) WHERE room_no = 'R2'"),
    sql("a NUL in an author", "“revision”表里有不合规定的行", "UPDATE revision SET author = 'a' || char(0)"),
    sql(
      "another school's row", "属于 2133000002", status: .notAllowed,
      "UPDATE room SET org_code = '2133000002' WHERE room_no = 'R2'"),
    sql(
      "rows without a revision", "没有修订记录",
      "DROP TRIGGER room_update", "DROP TRIGGER room_updated", "UPDATE room SET rev = 77 WHERE room_no = 'R2'"
    ),
    sql(
      "a revision id that is not positive", "“revision”表里有不合规定的行",
      "INSERT INTO revision VALUES (-5, '2133000001', '2022-09-01', 'school', 'a', 'b', 'c', NULL)"),
    sql(
      "a history that is no JSON", "不是一册的修改记录", "UPDATE change SET row_key = 'nonsense' WHERE kind = 'delete'"
    ),
    sql("a history of lists", "不是一册的修改记录", "UPDATE change SET before = '[]'"),
    sql(
      "a version that is no JSON", "待定的版本不完整",
      "INSERT INTO sibling SELECT 'room', json_array(org_code, school_year, room_no), rev, org_code, 'x' FROM room LIMIT 1"
    ),
    sql(
      "a version of another school's row", "属于 2133000002", status: .notAllowed,
      "INSERT INTO sibling VALUES ('room', '[\"2133000002\",2022,\"R1\"]', 7, '2133000002', '{}')"),
    sql(
      "a version that hides another school's row behind its own code", "待定的版本不完整",
      """
      INSERT INTO sibling SELECT 'room', '["2133000002",2022,"R1"]', id, '2133000001',
        '{"org_code":"2133000002","school_year":2022,"room_no":"R1","campus":"","category":"教室"}'
      FROM revision LIMIT 1
      """),
    sql(
      "a version filed under another row's key", "待定的版本不完整",
      """
      INSERT INTO sibling SELECT 'room', '["2133000001",2022,"R2"]', id, '2133000001',
        '{"org_code":"2133000001","school_year":2022,"room_no":"R1","campus":"","category":"教室"}'
      FROM revision LIMIT 1
      """),
    sql(
      "a version that no CHECK would let in", "“用房”表里有不合规定的行（",
      """
      INSERT INTO sibling SELECT 'room', '["2133000001",2022,"R1"]', id, '2133000001',
        '{"org_code":"2133000001","school_year":2022,"room_no":"R1","campus":"","category":"教室","floor_area":-5}'
      FROM revision LIMIT 1
      """),
    sql(
      "more waiting versions of one row than anybody could decide", "有 101 个待定版本，超过上限 100 个",
      """
      INSERT INTO sibling WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 101)
        SELECT 'room', '["2133000001",2022,"R1"]', 1000 + i, '2133000001',
          json_object('org_code', '2133000001', 'school_year', 2022, 'room_no', 'R1', 'campus', '',
            'category', '教室', 'floor_area', i)
        FROM n
      """),
    sql("no description", "没有写明是谁的文件", "DELETE FROM file_info WHERE key = 'role'"),
    sql("a role that is none", "没有写明是谁的文件", "UPDATE file_info SET value = 'king' WHERE key = 'role'"),
    sql(
      "SQL in the code of the school", "没有写明是谁的文件",
      "UPDATE file_info SET value = '2133''--' WHERE key = 'org_code'"),
    sql(
      "SQL in the code of the extract", "没有写明是谁的文件",
      "UPDATE file_info SET value = 'county' WHERE key = 'role'; UPDATE file_info SET value = '330100' WHERE key = 'org_code'; INSERT INTO file_info VALUES ('scope_org', 'x'') OR 1=1 --')"
    ),
    sql(
      "another county's school", "不是本县", status: .notAllowed,
      "UPDATE file_info SET value = '440100' WHERE key = 'county_code'"),
    Case(name: "NaN where a value must be", reason: "“场地”表里有不合规定的行（[\"2133000001\",2022,\"G1\"]：") { pair in
      try pair.patch { bytes in
        try #require(
          replace(bigEndian(4321.8765.bitPattern), with: bigEndian(0x7FF8_0000_0000_0001), in: &bytes))
      }
    },
  ]

  static let media: [Case] =
    [
      bytes("a page count of 2 GB", "已损坏") { $0.replaceSubrange(28..<32, with: [0, 8, 0, 0]) },
      bytes("a page count of 16 TB", "已损坏") { $0.replaceSubrange(28..<32, with: [255, 255, 255, 254]) },
      bytes("a page count of 1", "已损坏") { $0.replaceSubrange(28..<32, with: [0, 0, 0, 1]) },
      bytes("UTF-16 in the header", "文字编码不是 UTF-8") { $0.replaceSubrange(56..<60, with: [0, 0, 0, 2]) },
      bytes("the mark of a WAL", "-wal") { $0.replaceSubrange(18..<20, with: [2, 2]) },
      bytes("a newer version", "更新版本", status: .newerFile) {
        $0.replaceSubrange(60..<64, with: [0, 0, 0, 9])
      },
      bytes("another program's id", "别的程序的") { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) },
      bytes("nothing", "不是 SQLite") { $0 = [] },
      bytes("99 bytes", "不是 SQLite") { $0 = Array($0.prefix(99)) },
      bytes("a header and nothing", "已损坏") { $0 = Array($0.prefix(100)) },
      bytes("words", "不是 SQLite") { $0 = Array(repeating: 0x41, count: 5000) },
      Case(name: "a journal beside it", reason: "-journal") {
        try $0.workdir.write("school.db-journal", [1])
      },
      Case(name: "a WAL beside it", reason: "-wal") { try $0.workdir.write("school.db-wal", [1]) },
      Case(name: "a folder", reason: "是文件夹或设备") {
        try FileManager.default.removeItem(atPath: $0.school)
        try FileManager.default.createDirectory(atPath: $0.school, withIntermediateDirectories: false)
      },
      Case(name: "a pipe", reason: "是文件夹或设备") {
        try FileManager.default.removeItem(atPath: $0.school)
        #expect(mkfifo($0.school, 0o600) == 0)
      },
      Case(name: "a device", reason: "是文件夹或设备") {
        try FileManager.default.removeItem(atPath: $0.school)
        try FileManager.default.createSymbolicLink(atPath: $0.school, withDestinationPath: "/dev/zero")
      },
      Case(name: "no file", reason: "找不到文件", status: .failed) {
        try FileManager.default.removeItem(atPath: $0.school)
      },
    ]
    + [[2, 0], [4, 0], [8, 0], [32, 0], [128, 0], [0, 1], [0, 0], [0, 3], [255, 255]].map { size in
      bytes("a page size of \(size)", "") { $0.replaceSubrange(16..<18, with: size.map { UInt8($0) }) }
    }
    + (1..<16).map { part in
      bytes("cut after \(part)/16", "已损坏") { $0 = Array($0.prefix($0.count * part / 16)) }
    }

  @Test("by its schema", arguments: schema) func bySchema(_ spoiled: Case) throws { try refuses(spoiled) }
  @Test("by its content", arguments: content) func byContent(_ spoiled: Case) throws { try refuses(spoiled) }
  @Test("by its bytes", arguments: media) func byBytes(_ spoiled: Case) throws { try refuses(spoiled) }

  @Test("a file met before is held to the same, though only what is new in it is read", arguments: content)
  func metBefore(_ spoiled: Case) throws {
    let pair = try Pair()
    #expect(try pair.merge().first?.status == .merged)
    try spoiled.spoil(pair)
    let before = try pair.workdir.bytes("county.db")
    let result = try #require(try pair.merge().first)
    // What leaves no new revision behind is not looked at a second time.
    #expect(result.refusal != nil || [.nothingNew, .oldCopy].contains(result.status), "\(result)")
    #expect(try pair.workdir.bytes("county.db") == before)
  }

  private func refuses(_ spoiled: Case) throws {
    let pair = try Pair()
    let good = pair.workdir.file("good.db")
    try FileManager.default.copyItem(atPath: pair.school, toPath: good)
    try spoiled.spoil(pair)
    let before = try pair.workdir.bytes("county.db")
    let clock = ContinuousClock()
    let time = try clock.measure {
      let result = try #require(try pair.merge().first)
      let refusal = try #require(result.refusal, "\(result)")
      #expect(spoiled.reason.isEmpty || refusal.reason.contains(spoiled.reason), "\(refusal.reason)")
      #expect(refusal.reason.contains("school.db"))
      #expect(refusal.status == spoiled.status)
    }
    #expect(time < .seconds(5))
    #expect(try pair.workdir.bytes("county.db") == before)
    // A good file before it on the same connection, another school's, does not make it any better.
    let other = pair.workdir.file("other.db")
    _ = try makeSchool(in: pair.workdir, org: "2133000002", file: "other.db")
    var merger = Merger(into: pair.county)
    merger.dryRun = true
    // Enough of them for every thread that looks at files.
    let goods = Array(repeating: other, count: 2 * ProcessInfo.processInfo.activeProcessorCount)
    let second = try merger.merge(goods + [pair.school, other])
    #expect(second.map { $0.refusal == nil } == goods.map { _ in true } + [false, true], "\(second)")
    let reason = try #require(second[goods.count].refusal).reason
    #expect(spoiled.reason.isEmpty || reason.contains(spoiled.reason), "\(reason)")
    // It never blocks the others, before it or after it in the same batch.
    let first = try pair.merge([pair.school, good])
    #expect(first.map { $0.refusal == nil } == [false, true], "\(first)")
    // Looking at it, or opening it, ends in an error and nothing worse.
    _ = Verification.check([pair.school])
    _ = try? YiceFile.open(pair.school)
  }

  @Test("a journal that says nothing was changed yet keeps no file out")
  func coldJournal() throws {
    let pair = try Pair()
    try pair.workdir.write("school.db-journal", [UInt8](repeating: 0, count: 512))
    #expect(try pair.merge().first?.status == .merged)
    #expect(Verification.check([pair.school]).first?.problem == nil)
  }

  @Test("no more than the limit is opened")
  func oversize() throws {
    let pair = try Pair()
    var merger = Merger(into: pair.county)
    merger.limits.size = 4096
    let refusal = try #require(try merger.merge([pair.school]).first?.refusal)
    #expect(refusal.reason.contains("超过上限"))
  }

  @Test("a look that takes too long ends")
  func tooSlow() throws {
    let pair = try Pair()
    var merger = Merger(into: pair.county)
    merger.limits.seconds = 0
    let refusal = try #require(try merger.merge([pair.school]).first?.refusal)
    #expect(refusal.reason.contains("仍未完成"))
  }

  @Test("a school's file cannot bring what only the bureau writes: the rows are named and left out")
  func authority() throws {
    let pair = try Pair()
    try pair.raw(
      "INSERT INTO relaxation (org_code, item, basis, expires_on) VALUES ('2133000001', 'R1', '文', '2030-01-01')"
    )
    let result = try #require(try pair.merge().first)
    #expect(result.counts.leftOut == 1)
    #expect(result.findings.first?.description.contains("越权") == true)
    #expect(try pair.county.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM relaxation") } == 0)
  }

  @Test("starting from it, inspecting it and comparing with it refuse it too", arguments: schema.prefix(4))
  func otherDoors(_ spoiled: Case) throws {
    let pair = try Pair()
    try spoiled.spoil(pair)
    let to = pair.workdir.file("out.db")
    #expect(throws: (any Error).self) { try Start.inspection(from: YiceFile.open(pair.school), to: to) }
    #expect(throws: (any Error).self) {
      try Difference.find(pair.county, YiceFile.open(pair.school)) { _ in }
    }
    #expect(!FileManager.default.fileExists(atPath: to))
  }
}
