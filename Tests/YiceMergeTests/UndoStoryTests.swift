import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Undoing where versions from elsewhere wait, where one had no right, and where another program wrote.
@Suite("undo takes back what one wrote, and nothing else")
struct UndoStoryTests {
  private func undo(_ story: Story, _ name: String, _ revision: Int64? = nil) throws {
    let file = try story.open(name)
    _ = try file.write("undo", author: .tester) { writer in
      try Undo(revision ?? Undo.latest(writer.db, of: writer.file)).apply(writer)
    }
  }

  private func revisions(_ story: Story, _ name: String) throws -> Int { try story.count(name, "revision") }

  @Test(
    "an insert of one's own, where a version from another copy waits: that version is the row, under its own revision"
  )
  func ownInsert() throws {
    let story = try Story()
    try story.copy("s1.db", "P.db")
    try story.copy("s1.db", "Q.db")
    let mine = try story.room("P.db", "B1", 1)
    let other = try story.room("Q.db", "B1", 2)
    try story.merge("P.db", "Q.db")
    #expect(try story.count("P.db", "sibling") == 1)
    try undo(story, "P.db", mine)
    #expect(try story.rooms("P.db") == ["A1=50", "B1=2"])
    #expect(try story.count("P.db", "sibling") == 0)
    #expect(try story.count("P.db", "room WHERE room_no = 'B1' AND rev = \(other)") == 1)
    // And so it is in the other copy, and at the county.
    for file in ["Q.db", "县.db"] {
      try story.merge(file, "P.db")
      #expect(try story.rooms(file) == ["A1=50", "B1=2"], "\(file)")
      #expect(try story.count(file, "sibling") == 0, "\(file)")
    }
  }

  @Test(
    "a change of one's own, where a version from another copy waits: the row before it waits beside that version"
  )
  func ownChange() throws {
    let story = try Story()
    try story.copy("s1.db", "P.db")
    try story.copy("s1.db", "Q.db")
    let mine = try story.room("P.db", "A1", 60)
    try story.room("Q.db", "A1", 70)
    try story.merge("P.db", "Q.db")
    try undo(story, "P.db", mine)
    let versions = try story.open("P.db").read {
      try String.fetchSet(
        $0,
        sql: """
          SELECT CAST(CAST(floor_area AS INTEGER) AS TEXT) FROM room
          UNION SELECT CAST(CAST(json_extract(content, '$.floor_area') AS INTEGER) AS TEXT) FROM sibling
          """)
    }
    #expect(versions == ["50", "70"])
  }

  @Test("a school does not take back what the bureau wrote")
  func bureau() throws {
    let story = try Story()
    let policy = try story.policy("县.db", "新政策")
    try story.order("县.db", "修屋顶")
    try story.issue("县.db", Story.first, "x.db")
    try story.merge("s1.db", "x.db")
    let before = try revisions(story, "s1.db")
    let order = try story.open("s1.db").read { try Int64.fetchOne($0, sql: "SELECT rev FROM rectification") }
    for revision in [policy, try #require(order)] {
      #expect(throws: (any Error).self) { try undo(story, "s1.db", revision) }
    }
    #expect(try story.policies("s1.db") == ["新政策"])
    #expect(try story.orders("s1.db") == ["修屋顶，，待整改"])
    #expect(try revisions(story, "s1.db") == before)
  }

  @Test(
    "what another program wrote without right, taken back in the file where it was: the row returns under its old revision",
    arguments: [
      "UPDATE rectification SET problem = '没有问题'", "UPDATE rectification SET state = '已销号'",
      "DELETE FROM rectification",
    ])
  func trespass(_ sql: String) throws {
    let story = try Story()
    try story.order("县.db", "修屋顶")
    try story.issue("县.db", Story.first, "x.db")
    try story.merge("s1.db", "x.db")
    func rev() throws -> Int64? {
      try story.open("s1.db").read { try Int64.fetchOne($0, sql: "SELECT rev FROM rectification") }
    }
    let honest = try rev()
    try story.otherProgram("s1.db", sql)
    let before = try revisions(story, "s1.db")
    try undo(story, "s1.db")
    #expect(try story.orders("s1.db") == ["修屋顶，，待整改"])
    #expect(try rev() == honest)
    #expect(try revisions(story, "s1.db") == before, "nothing is written")
    #expect(try story.count("s1.db", "change WHERE NOT void") == 0)
    // Nobody else ever heard of it.
    try story.answer("s1.db", "已报修")
    let result = try #require(try story.merge("县.db", "s1.db").first)
    #expect(result.findings.isEmpty && result.counts.leftOut == 0, "\(result)")
    #expect(try story.orders("县.db") == ["修屋顶，已报修，整改中"])
  }

  @Test("UPDATE OR REPLACE onto another room keeps that room in the history, and undo brings both back")
  func updateOrReplace() throws {
    let story = try Story()
    try story.room("s1.db", "A2", 60)
    try story.otherProgram("s1.db", "UPDATE OR REPLACE room SET room_no = 'A1' WHERE room_no = 'A2'")
    #expect(try story.rooms("s1.db") == ["A1=60"])
    #expect(try story.count("s1.db", "change WHERE table_name = 'room' AND row_key LIKE '%A1%'") == 1)
    try undo(story, "s1.db")
    #expect(try story.rooms("s1.db") == ["A1=50", "A2=60"])
  }

  @Test("INSERT OR IGNORE that does nothing mints nothing")
  func insertOrIgnore() throws {
    let story = try Story()
    let before = try revisions(story, "s1.db")
    try story.otherProgram(
      "s1.db",
      """
      INSERT OR IGNORE INTO room (org_code, school_year, room_no, category, floor_area)
      VALUES ('\(Story.first)', 2022, 'A1', '教室', 9)
      """)
    #expect(try story.rooms("s1.db") == ["A1=50"])
    #expect(try revisions(story, "s1.db") == before)
    #expect(try story.count("s1.db", "change") == 0)
  }
}
