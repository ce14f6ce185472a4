import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("packing, and work in a packed file")
struct PackTests {
  @Test("what we write takes the seal off; what writes nothing leaves the file as it was, to the byte")
  func ownWrites() throws {
    let file = try SealedFile()
    let packed = try YiceFile.open(file.path, for: .write)
    func isSealed() throws -> Bool { try packed.read { try FileSeal.isOn($0) } }
    func note(_ text: String, commit: Bool) throws {
      _ = try packed.write("set", author: .tester, commit: commit) { writer in
        try writer.set(.room, try RowKey("R1", in: .room, file: writer.file), ["note": text])
      }
    }
    try note("试", commit: false)
    try packed.write("set", author: .tester) { (_: RevisionWriter) in }
    #expect(try isSealed())
    #expect(try file.workdir.bytes("packed.db") == file.bytes)
    #expect(Verification.check([file.path]).first?.problem == nil)
    try note("真", commit: true)
    #expect(try !isSealed())
    let report = try #require(Verification.check([file.path]).first)
    #expect(report.problem == nil && !report.isSealed)
    let again = file.workdir.file("again.db")
    try Pack.pack(packed, to: again, replacing: false)
    #expect(Verification.check([again]).first?.isSealed == true)
  }

  @Test("taking the seal off a file that has none does not touch it")
  func untouched() throws {
    let pair = try Pair()
    let bytes = try pair.workdir.bytes("school.db")
    try YiceFile.open(pair.school, for: .write).withConnection { try FileSeal.remove($0) }
    #expect(try pair.workdir.bytes("school.db") == bytes)
  }

  @Test("the seal is of what is packed, with and without contents of evidence", arguments: [nil, 0, 100])
  func evidence(largest: Int?) throws {
    let file = try SealedFile()
    let path = file.workdir.file("bare.db")
    let left = try Pack.pack(
      try YiceFile.open(file.pair.school), to: path, replacing: false, largestEvidence: largest)
    #expect(left.count == (largest == nil ? 0 : 1))
    let report = try #require(Verification.check([path]).first)
    #expect(report.problem == nil && report.isSealed)
  }

  @Test("what is left out is nowhere in the packed file, and takes no room in it")
  func leftOut() throws {
    let pair = try Pair()
    var random = SplitMix64(seed: 3)
    let content = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let picture = try pair.workdir.write("照片.jpg", content)
    try YiceFile.open(pair.school, for: .write).write("evidence add", author: .tester) { writer in
      let key = try RowKey("R1", in: .room, file: writer.file)
      _ = try EvidenceStore.add(picture, to: .room, key, note: nil, on: "2022-11-04", writer)
    }
    let sender = "别校送来的文件"
    try pair.raw(
      """
      INSERT INTO received (at, file_name, org_code, role, file_id, state, rows_new, rows_changed,
        rows_removed, rows_conflict, rows_left_out)
      VALUES ('2022-11-04T00:00:00.000Z', '\(sender)', '2133000002', 'school', 'x', '0', 0, 0, 0, 0, 0)
      """)
    let whole = try pair.workdir.bytes("school.db")
    #expect(whole.firstRange(of: Array(sender.utf8)) != nil)
    try Pack.pack(
      try YiceFile.open(pair.school), to: pair.workdir.file("bare.db"), replacing: false, largestEvidence: 0)
    let bare = try pair.workdir.bytes("bare.db")
    // A page here and there: the copy's tables lie otherwise.
    #expect(bare.count <= whole.count - 180_000)
    #expect(bare.firstRange(of: Array(sender.utf8)) == nil)
    #expect(bare.firstRange(of: content[1000..<1100]) == nil)
    #expect(Verification.check([pair.workdir.file("bare.db")]).first?.isSealed == true)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sql: [String]
    let said: String
    let status: YiceModel.ExitStatus
  }

  static let damages = [
    Damage(
      testDescription: "an index that does not fit its table",
      sql: [
        "UPDATE sqlite_schema SET sql = replace(sql, 'room (rev)', 'room (name)') WHERE name = 'room_rev'",
        "REINDEX room_rev",
        "UPDATE sqlite_schema SET sql = replace(sql, 'room (name)', 'room (rev)') WHERE name = 'room_rev'",
      ], said: "已损坏", status: .notOurFile),
    Damage(
      testDescription: "text that is no text",
      sql: ["UPDATE room SET name = CAST(x'e4b8ff' AS TEXT) WHERE room_no = 'R3'"],
      said: "“用房”2133000001/2022/R3 里有无法识别的文字", status: .notOurFile),
    Damage(
      testDescription: "text with an end in its middle",
      sql: ["UPDATE revision SET note = 'a' || char(0) || 'b'"], said: "“修订记录”", status: .notOurFile),
    Damage(
      testDescription: "a row against the rules of its table",
      sql: ["UPDATE room SET category = '厨房' WHERE room_no = 'R3'"], said: "已损坏", status: .notOurFile),
    Damage(
      testDescription: "a table of another program", sql: ["CREATE TABLE mine (a)"], said: "里有一册格式之外的表“mine”",
      status: .notOurFile),
  ]

  @Test("a damaged file is not packed, and nothing is left where it would have been", arguments: damages)
  func damaged(_ damage: Damage) throws {
    let file = try SealedFile(bare: true)
    for sql in damage.sql { try Pair.raw([sql], file.pair.school) }
    let path = file.workdir.file("sent.db")
    do {
      try Pack.pack(try YiceFile.open(file.pair.school), to: path, replacing: false)
      Issue.record("was packed")
    } catch let error as any YiceError {
      #expect("\(error)".contains(damage.said), "\(error)")
      #expect(error.exitStatus == damage.status)
    }
    #expect(throws: (any Error).self) { try file.workdir.bytes("sent.db") }
    #expect(throws: (any Error).self) { try file.workdir.bytes("sent.db.part") }
  }

  @Test("a packed file that no longer fits its seal is not packed again")
  func brokenSeal() throws {
    let file = try SealedFile()
    try file.change(["UPDATE room SET note = 'x'"])
    #expect(throws: MergeRefusal.brokenSeal("packed.db", parts: ["用房"])) {
      try Pack.pack(try YiceFile.open(file.path), to: file.workdir.file("sent.db"), replacing: false)
    }
  }
}
