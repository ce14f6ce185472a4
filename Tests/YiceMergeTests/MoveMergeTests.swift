import Foundation
import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Moves of a ledger that travelled in files.
@Suite struct MoveMergeTests {
  private static let school = "2199000001"
  private static let key = RowKey([school.databaseValue, "Z1".databaseValue])
  private let work = Workdir(inMemory: true)

  private func file(_ name: String, _ role: Role) throws -> YiceFile {
    let path = work.file(name)
    if FileManager.default.fileExists(atPath: path) { return try YiceFile.open(path, for: .write) }
    let org = role.isOneSchool ? Self.school : "990101"
    let info = FileInfo(role: role, orgCode: org, orgName: name, countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(path, info: info, author: Author(name))
    try file.write("new", author: Author(name)) { try $0.save(info) }
    return file
  }

  /// A copy of a file under another role: an extract for the school, a copy for the inspector.
  private func copy(_ from: String, _ to: String, as role: Role) throws -> YiceFile {
    try? FileManager.default.removeItem(atPath: work.file(to))
    try FileManager.default.copyItem(atPath: work.file(from), toPath: work.file(to))
    let file = try YiceFile.open(work.file(to), for: .write)
    var info = file.info
    info.role = role
    info.orgCode = role.isOneSchool ? Self.school : "990101"
    try file.write("role", author: Author(to)) { try $0.save(info) }
    return try YiceFile.open(work.file(to), for: .write)
  }

  private func set(_ file: YiceFile, _ values: RowValues) throws {
    _ = try file.write("set", author: Author(file.name)) { try $0.set(.rectification, Self.key, values) }
  }

  private func raise(_ file: YiceFile, source: String, _ more: RowValues = [:]) throws {
    var values: RowValues = [
      "org_code": Self.school, "id": "Z1", "source": source, "problem": "缺音乐教室", "state": "待整改",
    ]
    for (column, value) in more.values { values.set(column, value) }
    _ = try file.write("add", author: Author(file.name)) { try $0.add(.rectification, values) }
  }

  /// As another program writes: the rules of this one are not asked, the triggers of the file stamp the rows.
  private func otherProgram(_ name: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: work.file(name))
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @discardableResult
  private func merge(_ from: String, into: String) throws -> MergeResult {
    try #require(try Merger(into: YiceFile.open(work.file(into), for: .write)).merge([work.file(from)]).first)
  }

  private func state(_ name: String) throws -> String? {
    try YiceFile.open(work.file(name)).read {
      try String.fetchOne($0, sql: "SELECT state FROM rectification")
    }
  }

  @Test(
    "rows of tables with rules and no states come along: progress, head counts, a school's own catalogue choice"
  )
  func withoutStates() throws {
    let school = try file("school.db", .school)
    try raise(school, source: "自查", ["found_on": "2022-10-01"])
    _ = try file("county.db", .county)
    _ = try merge("school.db", into: "county.db")
    _ = try school.write("add", author: Author("学校")) { writer in
      try writer.add(
        .rectificationProgress, ["rectification_id": "Z1", "reported_on": "2022-10-08", "progress": "已选址"])
      try writer.add(
        .oversizedClass,
        [
          "stage": "小学", "entry_year": 2020, "class_no": 2, "filed_count": 47, "filed_on": "2022-09-01",
          "limit_count": 45, "level": "超标准", "state": "在册",
        ])
      try writer.add(
        .oversizedRecount,
        ["stage": "小学", "entry_year": 2020, "class_no": 2, "counted_on": "2023-03-01", "head_count": 45])
      try writer.add(
        .catalogueItem, ["id": "guards", "category": "变体", "label": "重庆", "rule": "variant"])
    }
    let result = try merge("school.db", into: "county.db")
    #expect(result.findings.isEmpty && result.counts.new == 4, "\(result)")
    let county = try YiceFile.open(work.file("county.db"))
    func count(_ table: String) throws -> Int? {
      try county.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") }
    }
    for table in ["rectification_progress", "oversized_recount", "catalogue_item"] {
      #expect(try count(table) == 1, "\(table)")
    }
    // A row taken back by the school goes at the county too.
    _ = try school.write("remove", author: Author("学校")) {
      try $0.remove(.catalogueItem, RowKey([Self.school.databaseValue, "guards".databaseValue]))
    }
    _ = try merge("school.db", into: "county.db")
    #expect(try count("catalogue_item") == 0)
  }

  @Test("a line of the catalogue that a school wrote past the program stays out, and is told")
  func foreignLine() throws {
    _ = try file("school.db", .school)
    _ = try file("county.db", .county)
    try otherProgram(
      "school.db",
      """
      INSERT INTO catalogue_item (org_code, id, category, label, rule)
      VALUES ('\(Self.school)', 'guards', '安全', '专职保安员', '{level: school}')
      """)
    let result = try merge("school.db", into: "county.db")
    #expect(result.counts.leftOut == 1 && result.counts.new == 0, "\(result)")
    #expect(
      result.findings.map { "\($0)" }.contains { $0.contains("越权") && $0.contains("应配目录") }, "\(result)")
    #expect(
      try YiceFile.open(work.file("county.db")).read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM catalogue_item")
      } == 0)
  }

  @Test(
    "a head count before the day of filing comes: what depends on other rows is for the keyboard and the check"
  )
  func earlyCount() throws {
    _ = try file("school.db", .school)
    _ = try file("county.db", .county)
    try otherProgram(
      "school.db",
      """
      INSERT INTO oversized_class (org_code, stage, entry_year, class_no, filed_count, filed_on, level, state)
      VALUES ('\(Self.school)', '小学', 2020, 2, 47, '2022-09-01', '超标准', '在册');
      INSERT INTO oversized_recount (org_code, stage, entry_year, class_no, counted_on, head_count)
      VALUES ('\(Self.school)', '小学', 2020, 2, '2022-08-01', 45);
      """)
    let result = try merge("school.db", into: "county.db")
    #expect(result.counts.new == 2 && result.counts.leftOut == 0, "\(result)")
  }

  @Test("a school's answer to the bureau's order comes back; several of its moves may come at once")
  func answer() throws {
    try raise(try file("county.db", .county), source: "县检")
    let school = try copy("county.db", "school.db", as: .school)
    try set(school, ["state": "整改中", "measure": "改建"])
    try set(school, ["state": "待核验", "done_on": "2022-10-01", "evidence": "照片"])
    let result = try merge("school.db", into: "county.db")
    #expect(result.status == .merged && result.counts.changed == 1 && result.counts.leftOut == 0)
    #expect(try state("county.db") == "待核验")
  }

  @Test("a school's file that says 已销号 is told, on every merge; the county's entry stays")
  func trespass() throws {
    try raise(try file("county.db", .county), source: "县检")
    _ = try copy("county.db", "school.db", as: .school)
    try otherProgram(
      "school.db",
      """
      UPDATE rectification SET state = '已销号', struck_on = '2022-11-01', verifier = '某', done_on = '2022-10-01',
        evidence = '照片'
      """)
    let result = try merge("school.db", into: "county.db")
    #expect(result.counts.changed == 0 && result.counts.leftOut == 1, "\(result)")
    #expect(
      result.findings.map { "\($0)" }.contains { $0.contains("越权") && $0.contains("整改清单") }, "\(result)")
    #expect(try state("county.db") == "待整改")
    // The school goes on with its other work, and the row is told again.
    let school = try YiceFile.open(work.file("school.db"), for: .write)
    _ = try school.write("add", author: Author("school")) {
      try $0.add(.rectification, ["id": "Z2", "source": "自查", "problem": "缺图书", "state": "待整改"])
    }
    let again = try merge("school.db", into: "county.db")
    #expect(again.counts.new == 1 && again.counts.leftOut == 1, "\(again)")
  }

  @Test("a school's change to the bureau's wording is left out, its own finding comes")
  func wording() throws {
    try raise(try file("county.db", .county), source: "县检")
    let school = try copy("county.db", "school.db", as: .school)
    try otherProgram("school.db", "UPDATE rectification SET problem = '无'")
    _ = try school.write("add", author: Author("school")) {
      try $0.add(.rectification, ["id": "Z2", "source": "自查", "problem": "缺图书", "state": "待整改"])
    }
    let result = try merge("school.db", into: "county.db")
    #expect(result.counts.new == 1 && result.counts.leftOut == 1 && result.counts.changed == 0, "\(result)")
    let problems = try YiceFile.open(work.file("county.db")).read {
      try String.fetchAll($0, sql: "SELECT problem FROM rectification ORDER BY id")
    }
    #expect(problems == ["缺音乐教室", "缺图书"])
  }

  @Test("an inspector's copy strikes off what the school submitted in the same copy")
  func inspector() throws {
    try raise(try file("county.db", .county), source: "县检")
    let school = try copy("county.db", "school.db", as: .school)
    try set(school, ["state": "待核验", "done_on": "2022-10-01", "evidence": "照片"])
    let inspector = try copy("school.db", "inspector.db", as: .inspection)
    try set(inspector, ["state": "已销号", "struck_on": "2022-10-08", "verifier": "某督学"])
    let result = try merge("inspector.db", into: "county.db")
    #expect(result.counts.changed == 1 && result.counts.leftOut == 0)
    #expect(try state("county.db") == "已销号")
  }

  @Test(
    "two copies that moved one entry differently are a conflict, and deciding it settles both, in either order"
  )
  func conflict() throws {
    for order in [["inspector.db", "school.db"], ["school.db", "inspector.db"]] {
      for name in ["county.db", "school.db", "inspector.db"] {
        try? FileManager.default.removeItem(atPath: work.file(name))
      }
      try raise(
        try file("county.db", .county), source: "县检",
        ["done_on": "2022-10-01", "evidence": "照片", "state": "待核验"])
      // The school withdraws what the inspector meanwhile strikes off.
      try set(try copy("county.db", "school.db", as: .school), ["state": "整改中"])
      let inspector = try copy("county.db", "inspector.db", as: .inspection)
      try set(inspector, ["state": "已销号", "struck_on": "2022-10-08", "verifier": "某督学"])
      #expect(try merge(order[0], into: "county.db").counts.changed == 1)
      let second = try merge(order[1], into: "county.db")
      #expect(second.counts.conflicts == 1 && second.counts.leftOut == 0, "\(order)")
      #expect(try state("county.db") == "已销号", "the verifier's version is shown until a person decides")
      let county = try YiceFile.open(work.file("county.db"), for: .write)
      _ = try county.write("verdict", author: Author("局")) {
        try $0.add(
          .verdict,
          [
            "org_code": Self.school, "subject_table": "rectification", "subject_key": "\(Self.school)/Z1",
            "result": "退回", "verified_on": "2022-10-09", "reason": "学校已撤回",
          ])
      }
      try set(county, ["state": "整改中"])
      #expect(try county.read { try ConflictQuery.count($0) } == 0)
      #expect(try state("county.db") == "整改中")
    }
  }

  @Test("what a school removed stays in the county once it is being dealt with")
  func removal() throws {
    let school = try file("school.db", .school)
    try raise(school, source: "自查")
    _ = try file("county.db", .county)
    try merge("school.db", into: "county.db")
    try school.write("remove", author: Author("school")) { try $0.remove(.rectification, Self.key) }
    let county = try YiceFile.open(work.file("county.db"), for: .write)
    try set(county, ["state": "整改中"])
    try merge("school.db", into: "county.db")
    #expect(try state("county.db") == "整改中")
  }

  @Test(
    "what a school removed without the right to stays, and is told", arguments: ["rectification", "policy"])
  func forbiddenRemoval(_ table: String) throws {
    let county = try file("county.db", .county)
    try raise(county, source: "县检")
    _ = try county.write("add", author: Author("county")) {
      try $0.add(.policy, ["id": "P1", "title": "大班额消除办法"])
    }
    _ = try copy("county.db", "school.db", as: .school)
    try otherProgram("school.db", "DELETE FROM \(table)")
    let result = try merge("school.db", into: "county.db")
    #expect(result.counts.removed == 0 && result.counts.leftOut == 1, "\(result)")
    #expect(result.findings.map(\.message).contains { $0.contains("越权") }, "\(result)")
    #expect(
      try YiceFile.open(work.file("county.db")).read {
        try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)")
      } == 1)
  }
}
