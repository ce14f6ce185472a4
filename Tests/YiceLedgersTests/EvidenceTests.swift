import Foundation
import GRDB
import Testing
import YiceLedgers
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite struct EvidenceTests {
  private static let room = RowKey([LedgerTown.school.databaseValue, 2022.databaseValue, "R1".databaseValue])

  private func town() throws -> LedgerTown {
    let town = try LedgerTown(.school)
    for no in ["R1", "R2"] {
      try town.add(.room, ["school_year": 2022, "room_no": no, "category": "教室"])
    }
    return town
  }

  @discardableResult
  private func attach(_ town: LedgerTown, _ path: String, row: String = "R1") throws -> Bool {
    try town.write {
      try EvidenceStore.add(
        path, to: .room, RowKey([LedgerTown.school.databaseValue, 2022.databaseValue, row.databaseValue]),
        note: nil,
        on: "2022-10-01", $0
      ).wasHeld
    }
  }

  @Test("SHA-256 is SHA-256")
  func digest() {
    #expect(SHA256.hex(of: []) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex(of: Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("the same content under two names and rows is kept once and given back byte for byte")
  func once() throws {
    let town = try town()
    let bytes: [UInt8] = (0..<5000).map { UInt8($0 % 251) }
    #expect(try attach(town, town.work.write("验收单.pdf", bytes)) == false)
    #expect(try attach(town, town.work.write("副本.pdf", bytes), row: "R2") == true)
    #expect(try town.number("SELECT count(*) FROM evidence_blob") == 1)
    let row = try #require(
      try town.file.read { try Row.fetchOne($0, sql: "SELECT * FROM evidence WHERE file_name = '验收单.pdf'") })
    #expect(row["media_type"] == "application/pdf" && row["size"] == 5000)
    let back = try town.file.read { try EvidenceStore.content($0, name: "验收单.pdf", sha256: row["sha256"]) }
    #expect(back == bytes)
  }

  @Test("a file or a sum above its cap is refused, saying sizes and the way out; nothing is kept")
  func caps() throws {
    let town = try town()
    var caps = EvidenceStore.Caps()
    caps.file = 1000
    caps.total = 1500
    try town.write { try caps.save($0) }
    let large = town.complaint {
      try attach(town, town.work.write("大.jpg", [UInt8](repeating: 1, count: 1001)))
    }
    #expect(large == "“大.jpg”有 2 KB，超过单个佐证文件的上限 1 KB，没有附上。请压缩图片或拆分，或用 yice evidence limits 调高上限。")
    try attach(town, town.work.write("一.jpg", [UInt8](repeating: 1, count: 1000)))
    let full = town.complaint {
      try attach(town, town.work.write("二.jpg", [UInt8](repeating: 2, count: 501)))
    }
    #expect(full.contains("总上限 2 KB"))
    #expect(try town.number("SELECT count(*) FROM evidence") == 1)
    #expect(throws: EvidenceError.empty("空.txt")) { try attach(town, town.work.write("空.txt", "")) }
  }

  @Test("a row that is not there gets no evidence")
  func noRow() throws {
    let town = try town()
    #expect(throws: YiceStore.RecordError.self) { try attach(town, town.work.write("a.txt", "a"), row: "R9") }
  }

  @Test(
    "check finds a content that does not fit its digest, and one that nobody names; clean drops the latter")
  func checking() throws {
    let town = try town()
    try attach(town, town.work.write("a.txt", "a"))
    try attach(town, town.work.write("b.txt", "bb"))
    try town.file.withConnection {
      try $0.execute(
        sql: "UPDATE evidence_blob SET content = x'00' WHERE size = 1; DELETE FROM evidence WHERE size = 2")
    }
    let report = try town.file.read { try EvidenceStore.check($0) }
    #expect(report.damaged == ["a.txt"] && report.unused == 1 && report.leftOut.isEmpty)
    #expect(try town.file.cleanEvidence() == (1, 2))
    let sha = SHA256.hex(of: Array("a".utf8))
    #expect(throws: EvidenceError.damaged("a.txt")) {
      try town.file.read { _ = try EvidenceStore.content($0, name: "a.txt", sha256: sha) }
    }
  }

  @Test(
    "a packed file leaves contents out; merging it deletes none elsewhere, and merging the whole one brings them"
  )
  func packing() throws {
    let town = try town()
    try attach(town, town.work.write("小.txt", "a"))
    try attach(town, town.work.write("大.txt", [UInt8](repeating: 7, count: 5000)))
    let packed = town.work.file("发送.db")
    #expect(try Pack.pack(town.file, to: packed, replacing: false, largestEvidence: 1000) == (1, 5000))
    let copy = try YiceFile.open(packed)
    #expect(try copy.read { try EvidenceStore.check($0) }.leftOut == ["大.txt"])
    let county = try LedgerTown(.county)
    _ = try Merger(into: county.file).merge([packed])
    #expect(try county.number("SELECT count(*) FROM evidence_blob") == 1)
    #expect(try county.number("SELECT count(*) FROM evidence") == 2)
    try attach(town, town.work.write("三.txt", "c"))
    _ = try Merger(into: county.file).merge([town.file.path])
    #expect(try county.number("SELECT count(*) FROM evidence_blob") == 3)
    _ = try Merger(into: county.file).merge([packed])
    #expect(try county.number("SELECT count(*) FROM evidence_blob") == 3)
    #expect(try county.file.read { try EvidenceStore.check($0) }.damaged.isEmpty)
  }

  @Test("a file packed without evidence goes to the county and back; contents held at either end stay")
  func roundTrip() throws {
    let town = try town()
    try attach(town, town.work.write("验收单.txt", "a"))
    let county = try LedgerTown(.county)
    _ = try Merger(into: county.file).merge([town.file.path])
    let bare = town.work.file("发送.db")
    #expect(try Pack.pack(town.file, to: bare, replacing: false, largestEvidence: 0) == (1, 1))
    #expect(try YiceFile.open(bare).read { try EvidenceStore.check($0) }.leftOut == ["验收单.txt"])
    _ = try Merger(into: county.file).merge([bare])
    #expect(try county.number("SELECT count(*) FROM evidence_blob") == 1)
    // Back into the school's own file, and with the row taken away there meanwhile.
    _ = try Merger(into: town.file).merge([bare])
    #expect(try town.number("SELECT count(*) FROM evidence_blob") == 1)
    #expect(try town.file.read { try EvidenceStore.check($0) }.leftOut == [])
  }

  @Test("a content that lies about its digest is not taken in by a merge")
  func lying() throws {
    let town = try town()
    try attach(town, town.work.write("a.txt", "a"))
    try town.file.withConnection { try $0.execute(sql: "UPDATE evidence_blob SET content = x'62'") }
    let county = try LedgerTown(.county)
    let result = try #require(try Merger(into: county.file).merge([town.file.path]).first)
    #expect(result.findings.map(\.code).contains("damaged-content"))
    #expect(try county.number("SELECT count(*) FROM evidence_blob") == 0)
  }
}
