import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

/// Files that exist in memory for a moment, with another file attached beside them.
@Suite struct MemoryDraftTests {
  private let workdir = Workdir(inMemory: true)

  private func draft(beside county: YiceFile) throws -> MemoryDraft {
    let draft = try MemoryDraft()
    try draft.withConnection(named: "draft") {
      try $0.execute(sql: "ATTACH ? AS beside", arguments: [county.path])
    }
    return draft
  }

  private static let school = FileInfo(role: .school, orgCode: "2133000001", orgName: "一小", schoolYear: 2022)

  @Test("writing a draft locks nothing that is attached beside it, against other drafts and other programs")
  func locks() throws {
    let county = try YiceFile.create(
      workdir.file("county.db"),
      info: FileInfo(role: .county, orgCode: "330199", orgName: "示例县", schoolYear: 2022), author: .tester)
    let (one, other) = (try draft(beside: county), try draft(beside: county))
    let file = try one.begin(MemoryDraftTests.school, named: "一小.xlsx")
    try file.write("import", author: .tester) { writer in
      try writer.add(.room, ["room_no": "R1", "category": "教室", "floor_area": 60.0])
      // Each of these would wait for the lock, and then fail.
      let beside = try other.begin(MemoryDraftTests.school, named: "二小.xlsx")
      _ = try beside.write("import", author: .tester) { writer in
        try writer.add(.room, ["room_no": "R2", "category": "教室", "floor_area": 61.0])
      }
      _ = try county.write("set", author: .tester) { writer in
        try writer.add(.policy, ["id": "p1", "title": "办法"])
      }
      #expect(try beside.read { try String.fetchAll($0, sql: "SELECT room_no FROM room") } == ["R2"])
    }
    #expect(try file.read { try String.fetchAll($0, sql: "SELECT room_no FROM room") } == ["R1"])
  }
}
