import GRDB
import Testing
import YiceMerge
import YiceStore
import YiceTestSupport

/// Conflicts are found from the versions that wait, never by reading a table through.
@Suite struct ConflictLookupTests {
  private let workdir = Workdir()
  private let file: YiceFile

  init() throws {
    file = try makeSchool(in: workdir)
    try file.write("add", author: .tester) { writer in
      for number in 1...20 {
        _ = try writer.add(.room, ["room_no": "R\(number)", "category": "教室", "floor_area": 50])
      }
    }
  }

  private func lay(_ count: Int, beside room: String, area: (Int) -> Int) throws {
    try file.write("lay", author: .tester) { writer in
      let key = try RowKey(room, in: .room, file: writer.file)
      for number in 1...count {
        try writer.db.execute(
          sql: """
            INSERT INTO sibling SELECT 'room', ?1, ?2, org_code, json_set(\(CatalogTable.room.rowJSON()), '$.floor_area', ?3)
            FROM room WHERE room_no = ?4
            """, arguments: [key.json, number, Double(area(number)), room])
      }
      writer.count(.changed, .room)
    }
  }

  @Test("no statement of count, list and automatic joining scans a table of rows")
  func plans() throws {
    try lay(1, beside: "R3") { _ in 70 }
    try lay(1, beside: "R4") { _ in 80 }
    var statements: [String] = []
    try file.write("look", author: .tester, commit: false) { writer in
      writer.db.trace { event in
        if case .statement(let statement) = event { statements.append(statement.expandedSQL) }
      }
      #expect(try ConflictQuery.count(writer.db) == 2)
      #expect(try Conflict.all(writer.db).count == 2)
      _ = try AutoResolution.run(writer, reason: nil)
      writer.db.trace(options: [])
    }
    let reading = statements.filter { $0.hasPrefix("SELECT") && $0.contains("room") }
    #expect(reading.count >= 4)
    try file.read { db in
      for sql in reading {
        for step in try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)") {
          let detail: String = step["detail"]
          #expect(!(detail.hasPrefix("SCAN t") || detail.hasPrefix("SCAN room")), "\(detail): \(sql)")
        }
      }
    }
  }

  @Test(
    "of any number of versions ten are read and the others counted; versions of equal content are no conflict"
  )
  func many() throws {
    try lay(500, beside: "R3") { $0 }
    try lay(3, beside: "R4") { _ in 50 }
    try file.read { db in
      #expect(try ConflictQuery.count(db) == 1)
      let conflict = try #require(try Conflict.all(db).first)
      #expect(
        conflict.versions.count == Conflict.versionLimit && conflict.more == 501 - Conflict.versionLimit)
      #expect(conflict.versions.first?.isShown == true)
      #expect(conflict.versions.dropFirst().map(\.rev) == Array(1...Int64(Conflict.versionLimit - 1)))
      #expect(try Conflict.find(conflict.id, db)?.rowKey == conflict.rowKey)
      #expect(try Conflict.find("nicht", db) == nil)
      #expect(try ThreeWay(db, conflict) == nil)
    }
  }

  @Test("a listed version can be taken, one that is not listed is refused by its number")
  func taken() throws {
    try lay(50, beside: "R3") { $0 }
    let id = try #require(try file.read { try Conflict.all($0).first?.id })
    #expect(throws: Resolution.Problem.notListed(30, listed: 10)) {
      try file.write("resolve", author: .tester) {
        try Resolution(.version(30)).apply(to: Resolution.conflict(id, $0), $0)
      }
    }
    #expect(throws: Resolution.Problem.noSuchVersion(52, count: 51)) {
      try file.write("resolve", author: .tester) {
        try Resolution(.version(52)).apply(to: Resolution.conflict(id, $0), $0)
      }
    }
    try file.write("resolve", author: .tester) {
      try Resolution(.version(7)).apply(to: Resolution.conflict(id, $0), $0)
    }
    let (area, left) = try file.read { db in
      (
        try Double.fetchOne(db, sql: "SELECT floor_area FROM room WHERE room_no = 'R3'"),
        try ConflictQuery.count(db)
      )
    }
    #expect(area == 6 && left == 0)
  }
}
