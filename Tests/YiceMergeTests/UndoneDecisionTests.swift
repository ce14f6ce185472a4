import Foundation
import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("a decision between versions, taken back")
struct UndoneDecisionTests {
  /// The row the table shows, then the versions beside it.
  private func versions(_ file: YiceFile) throws -> [String] {
    try file.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT n FROM (SELECT 0 AS beside, CAST(CAST(floor_area AS INTEGER) AS TEXT) AS n FROM room
            WHERE room_no = 'R1'
          UNION ALL SELECT 1, CAST(CAST(json_extract(content, '$.floor_area') AS INTEGER) AS TEXT) FROM sibling)
          ORDER BY beside, n
          """)
    }
  }

  private func merge(_ path: String, into file: YiceFile) throws {
    #expect(try Merger(into: file).merge([path]).first?.refusal == nil)
  }

  @Test(
    "waits again, in every other file too, with the row shown that was shown before; taken back once more, it stands",
    arguments: 0..<12)
  func undone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pair = try Pair()
    try merge(pair.school, into: pair.county)
    let school = try YiceFile.open(pair.school, for: .write)
    let key = try RowKey("R1", in: .room, file: school.info)
    // The row of one's own that both wrote, in either order, and a copy of the school's file that wrote it too.
    let extract = pair.workdir.file("extract.db")
    func send(to file: YiceFile) throws {
      try? FileManager.default.removeItem(atPath: extract)
      try Extract.write(pair.county, school: Pair.org, to: extract)
      try merge(extract, into: file)
    }
    let copy = pair.workdir.file("copy.db")
    try pair.workdir.write("copy.db", try pair.workdir.bytes("school.db"))
    let third = try YiceFile.open(copy, for: .write)
    for (file, area) in [(pair.county, 70), (school, 80), (third, 90)].shuffled(using: &random) {
      _ = try file.write("set", author: .tester) { try $0.set(.room, key, ["floor_area": area]) }
    }
    try merge(pair.school, into: pair.county)
    try merge(copy, into: pair.county)
    let waiting = try versions(pair.county)
    #expect(Set(waiting) == ["70", "80", "90"])

    let choice = Int.random(in: 1...3, using: &random)
    let decided = try pair.county.write("resolve", author: .tester) { writer in
      let conflict = try #require(try Conflict.all(writer.db).first)
      try Resolution(.version(choice)).apply(to: conflict, writer)
      return writer.rev
    }
    let chosen = try versions(pair.county)
    #expect(chosen.count == 1)
    if Bool.random(using: &random) { try send(to: third) }

    func undo(_ expected: Int64?) throws -> Int64 {
      try pair.county.write("undo", author: .tester) { writer in
        let latest = try Undo.latest(writer.db, of: writer.file)
        if let expected { #expect(latest == expected) }
        try Undo(latest).apply(writer)
        return writer.rev
      }
    }
    let undone = try undo(decided)
    #expect(try versions(pair.county) == waiting, "seed \(seed)")
    // Of one moment, and still in the order in which every file shows them.
    let isOrdered = try pair.county.read {
      try Bool.fetchOne(
        $0, sql: "SELECT max(s.rev) < max(r.rev) FROM sibling AS s, room AS r WHERE r.room_no = 'R1'")
    }
    #expect(isOrdered == true)
    for file in [school, third] {
      try send(to: file)
      #expect(try versions(file) == waiting, "seed \(seed)")
    }
    let again = try undo(undone)
    #expect(try versions(pair.county) == chosen, "seed \(seed)")
    for file in [school, third] {
      try send(to: file)
      #expect(try versions(file) == chosen, "seed \(seed)")
    }
    // The other versions are in the history, nothing is lost.
    _ = try undo(again)
    #expect(try versions(pair.county) == waiting, "seed \(seed)")
  }
}
