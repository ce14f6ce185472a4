import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// A sender's history may have been cut by hand: what it deleted is then named nowhere, and the numbers of rows tell.
@Suite struct CutHistoryTests {
  private func rooms(_ file: YiceFile) throws -> [String] {
    try file.read { try String.fetchAll($0, sql: "SELECT room_no FROM room ORDER BY room_no") }
  }

  private func removeUnnamed(_ room: String, _ pair: Pair) throws {
    let school = try YiceFile.open(pair.school, for: .write)
    try school.write("rm", author: .tester) {
      try $0.remove(.room, try RowKey(room, in: .room, file: $0.file))
    }
    try pair.raw("DELETE FROM change")
  }

  private func key(_ room: String) -> RowKey {
    RowKey([Pair.org.databaseValue, 2022.databaseValue, room.databaseValue])
  }

  @Test("a deletion that no history names goes through")
  func plain() throws {
    let pair = try Pair()
    _ = try pair.merge()
    try removeUnnamed("R2", pair)
    let result = try #require(try pair.merge().first)
    #expect(result.counts.removed == 1)
    #expect(try rooms(pair.county) == ["R1", "R3", "R4", "R5"])
  }

  @Test("also where we hold rows that they have never seen, which stay")
  func withNewRows() throws {
    let pair = try Pair()
    _ = try pair.merge()
    _ = try pair.county.write("add", author: .tester) {
      try $0.add(.room, ["org_code": Pair.org, "school_year": 2022, "room_no": "X1", "category": "教室"])
    }
    try removeUnnamed("R2", pair)
    _ = try pair.merge()
    #expect(try rooms(pair.county) == ["R1", "R3", "R4", "R5", "X1"])
  }

  @Test("also where we deleted rows that they still hold, which do not come back")
  func withDeletedRows() throws {
    let pair = try Pair()
    _ = try pair.merge()
    try pair.county.write("rm", author: .tester) {
      for room in ["R3", "R4"] { try $0.remove(.room, key(room)) }
    }
    try removeUnnamed("R2", pair)
    _ = try pair.merge()
    #expect(try rooms(pair.county) == ["R1", "R5"])
  }

  @Test(
    "what goes and no history holds, deleted or replaced, is set aside for people to find, and says nothing")
  func setAside() throws {
    let pair = try Pair()
    _ = try pair.merge()
    let school = try YiceFile.open(pair.school, for: .write)
    _ = try school.write("set", author: .tester) {
      try $0.set(.room, try RowKey("R3", in: .room, file: $0.file), ["note": "改过"])
    }
    try removeUnnamed("R2", pair)
    _ = try pair.merge()
    for room in ["R2", "R3"] {
      let kept = try pair.county.read {
        try Row.fetchAll(
          $0, sql: "SELECT before, void FROM change WHERE table_name = 'room' AND row_key = ?",
          arguments: [key(room).json])
      }
      let areas = kept.map { ($0["before"] as String).contains("1234.5678") }
      #expect(areas == [true] && kept.map { $0["void"] as Int } == [1], "\(room): \(kept)")
    }
  }
}
