import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards

/// Items that are judged school by school, and their relaxations.
@Suite("items school by school")
struct SchoolItemTests {
  private let a = ItemTests.a

  private func classes(_ heads: [Int], stage: String = "小学") -> String {
    "DELETE FROM class_roll;"
      + heads.enumerated().map {
        "INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, head_count) "
          + "VALUES ('\(a)', 2022, '\(stage)', 2021, \($0 + 1), 2, \($1));"
      }.joined()
  }

  private func room(
    _ number: Int, _ purpose: String, usable: String, floor: String = "NULL", built: Int = 2020
  ) -> String {
    "INSERT INTO room (org_code, school_year, room_no, category, purpose, usable_area, floor_area, built_year) "
      + "VALUES ('\(a)', 2022, '\(number)', '专用教室', '\(purpose)', \(usable), \(floor), \(built));"
  }

  private func relax(_ item: String, until: String = "2025-12-31") -> String {
    "INSERT INTO relaxation (org_code, item, basis, expires_on) VALUES ('\(a)', '\(item)', '省文件', '\(until)');"
  }

  private func item(_ id: String, _ sql: String, on day: String? = "2023-01-01", kind: String = "小学") throws
    -> ItemFigure
  {
    try #require(try ItemTests.assess(sql, on: day, kind: kind).item(id))
  }

  // MARK: G3

  struct RoomCase: Sendable, CustomTestStringConvertible {
    let classes: Int, music: [Double], art: [Double], met: Bool
    var testDescription: String { "\(classes) classes, music \(music), art \(art)" }
  }

  @Test(
    "G3 asks one room of full size of each subject for every 12 classes begun",
    arguments: [
      RoomCase(classes: 12, music: [96], art: [90], met: true),
      RoomCase(classes: 12, music: [95.99], art: [90], met: false),
      RoomCase(classes: 12, music: [96], art: [89.99], met: false),
      RoomCase(classes: 13, music: [96], art: [90], met: false),
      RoomCase(classes: 13, music: [96, 100], art: [90, 90], met: true),
      RoomCase(classes: 24, music: [96, 100], art: [90, 90], met: true),
      RoomCase(classes: 25, music: [96, 100], art: [90, 90], met: false),
    ])
  func rooms(_ example: RoomCase) throws {
    var sql = classes(Array(repeating: 40, count: example.classes))
    for (index, area) in example.music.enumerated() { sql += room(index, "音乐教室", usable: "\(area)") }
    for (index, area) in example.art.enumerated() { sql += room(100 + index, "美术教室", usable: "\(area)") }
    #expect(try item("G3", sql).met == example.met)
  }

  @Test("a room is measured by its usable area, or by its gross area where none is written")
  func area() throws {
    let rooms = room(1, "音乐教室", usable: "95", floor: "200") + room(2, "美术教室", usable: "NULL", floor: "90")
    let figure = try item("G3", classes([40]) + rooms)
    #expect(figure.schools.map { "\($0.part) \($0.met == true)" } == ["音乐 false", "美术 true"])
  }

  @Test("a line of two rooms of full size is two rooms, for 13 classes")
  func line() throws {
    let rooms = room(1, "音乐教室", usable: "96") + room(2, "美术教室", usable: "90")
    let sql = classes(Array(repeating: 40, count: 13)) + rooms
    #expect(try item("G3", sql).met == false)
    #expect(try item("G3", sql + "UPDATE room SET room_count = 2;").met == true)
  }

  @Test("without a room register G3 is 未填")
  func noRooms() throws { #expect(try item("G3", classes([40])).met == nil) }

  @Test("a relaxation stands beside the strict verdict, with its basis and expiry, and ends on its day")
  func oldRooms() throws {
    let rooms = room(1, "音乐教室", usable: "73", built: 2020) + room(2, "美术教室", usable: "67", built: 2020)
    let old = "UPDATE org SET built_year = 2016;"
    let sql = classes([40]) + rooms + old + relax("G3")
    let figure = try item("G3", sql)
    #expect(figure.met == false)
    #expect(figure.relaxed == true)
    #expect(figure.schools.first?.relaxation == "省文件，到期 2025-12-31")
    #expect(try item("G3", sql, on: "2025-12-31").relaxed == true)
    #expect(try item("G3", sql, on: "2026-01-01").relaxed == nil)
    #expect(try item("G3", sql, on: nil).relaxed == nil)
    // The school's year counts, not the room's.
    let oldRooms = room(1, "音乐教室", usable: "73", built: 2010) + room(2, "美术教室", usable: "67", built: 2010)
    let newer = classes([40]) + oldRooms + "UPDATE org SET built_year = 2017;" + relax("G3")
    #expect(try item("G3", newer).relaxed == false)
  }

  @Test("a small village school may have rooms of 54 ㎡, its largest class being under 30")
  func villageRooms() throws {
    let rooms = room(1, "音乐教室", usable: "54") + room(2, "美术教室", usable: "54")
    let village = "UPDATE org SET urban_rural = '220';" + relax("G3")
    #expect(try item("G3", classes([29]) + rooms + village).relaxed == true)
    #expect(try item("G3", classes([30]) + rooms + village).relaxed == false)
    #expect(try item("G3", classes([29]) + rooms + relax("G3")).relaxed == false)
    let junior = classes([29], stage: "初中") + rooms + village
    #expect(try item("G3", junior, kind: "初级中学").relaxed == false, "初中 asks 61")
  }

  // MARK: G4, G5

  @Test("G4: 2000 is within, 2001 above; 一贯制 2500; the relaxed limits need an old building or many 随迁")
  func size() throws {
    func size(_ pupils: Int, kind: String = "小学", _ more: String = "") throws -> ItemFigure {
      try item("G4", classes([pupils]) + "UPDATE org SET kind = '\(kind)' WHERE org_code = '\(a)';" + more)
    }
    #expect(try size(2000).met == true)
    #expect(try size(2001).met == false)
    #expect(try size(2001).failing.map(\.orgCode) == [a])
    #expect(try size(2500, kind: "九年一贯制学校").met == true)
    #expect(try size(2501, kind: "九年一贯制学校").met == false)
    #expect(try size(2400, relax("G4")).relaxed == false, "no year, no 随迁")
    let old = relax("G4") + "UPDATE org SET built_year = 2010;"
    #expect(try size(2501, kind: "十二年一贯制学校", old).relaxed == false, "the text names no such kind")
    #expect(try size(3000, kind: "九年一贯制学校", old).relaxed == true)
    #expect(try size(2400, relax("G4") + "UPDATE org SET built_year = 2010;").relaxed == true)
    #expect(try size(2401, relax("G4") + "UPDATE org SET built_year = 2010;").relaxed == false)
    #expect(try size(2400, relax("G4") + "UPDATE org SET built_year = 2011;").relaxed == false)
    #expect(try size(2400, relax("G4") + "UPDATE class_roll SET migrant_pupils = 1200;").relaxed == false)
    #expect(try size(2400, relax("G4") + "UPDATE class_roll SET migrant_pupils = 1201;").relaxed == true)
  }

  @Test("G5 names every class above its limit")
  func classSizes() throws {
    #expect(try item("G5", classes([45, 45])).met == true)
    let over = try item("G5", classes([45, 46, 50]))
    #expect(over.met == false)
    #expect(over.classes.map { "\($0.classNumber) \($0.headCount) \($0.limit)" } == ["2 46 45", "3 50 45"])
    #expect(try item("G5", classes([50], stage: "初中"), kind: "初级中学").met == true)
    #expect(try item("G5", classes([51], stage: "初中"), kind: "初级中学").met == false)
  }

  // MARK: G6, Q4

  @Test("G6: a 教学点 under 100 gets money for 100; at 100 pupils nothing is asked")
  func smallSchool() throws {
    func money(_ pupils: Int, _ amount: Int?, norm: Int? = 720) throws -> Bool? {
      var sql = classes([pupils])
      if let amount {
        sql +=
          "INSERT INTO finance (org_code, fiscal_year, item, amount) VALUES ('\(a)', 2022, '公用经费拨款', \(amount));"
      }
      if let norm {
        sql +=
          "INSERT INTO statement (org_code, school_year, element, stage, value) VALUES ('990101', 2022, '生均公用经费基准定额', '小学', \(norm));"
      }
      return try item("G6", sql, kind: "教学点").met
    }
    #expect(try money(99, 72_000) == true)
    #expect(try money(99, 71_999) == false)
    #expect(try money(99, nil) == nil)
    #expect(try money(99, 72_000, norm: nil) == nil)
    #expect(try money(100, nil) == true)
  }

  @Test("Q4: 5 % of the budget, school by school; no budget is 未填")
  func training() throws {
    func money(_ budget: Int?, _ training: Int) throws -> Bool? {
      var sql =
        "INSERT INTO finance (org_code, fiscal_year, item, amount) VALUES ('\(a)', 2022, '教师培训经费', \(training));"
      if let budget {
        sql +=
          "INSERT INTO finance (org_code, fiscal_year, item, amount) VALUES ('\(a)', 2022, '公用经费预算', \(budget));"
      }
      return try item("Q4", sql).met
    }
    #expect(try money(1000, 50) == true)
    #expect(try money(1000, 49) == false)
    #expect(try money(0, 49) == nil)
    #expect(try money(nil, 49) == nil)
  }

  // MARK: R3, R5

  private func segment(_ sql: String, pupils: Int, on day: String? = "2023-01-01") throws -> SegmentFigures {
    try TestCounty.memory().write { db in
      try TestCounty.stated(code: a, pupils: pupils).insert(into: db)
      try db.execute(sql: sql)
      let profile = try ProfileCatalog.named("national-2017")
      let figures = try WorkedYear.with(db, year: 2022, profile: profile, day: day) { $0.figures }
      return try #require(figures.segment(a))
    }
  }

  @Test("R3: a school of 50 to 99 pupils may count part-time and visiting teachers under a relaxation")
  func visiting() throws {
    let teachers =
      "INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, full_time, subject, post) "
      + "VALUES ('\(a)', 2022, '1', '某', '小学', 0, '体育', '走教'), ('\(a)', 2022, '2', '某', '小学', 0, '语文', '走教');"
    let relaxed = try segment(teachers + relax("R3"), pupils: 99)
    #expect(relaxed.value("R3")?.met == false)
    #expect(relaxed.value("R3")?.relaxed?.numerator == 1)
    #expect(relaxed.value("R3")?.relaxed?.met == true, "1 in 99 is 1.01")
    #expect(try segment(teachers + relax("R3"), pupils: 100).value("R3")?.relaxed?.numerator == 0)
    #expect(try segment(teachers + relax("R3"), pupils: 49).value("R3")?.relaxed?.numerator == 0)
    #expect(try segment(teachers, pupils: 99).value("R3")?.relaxed == nil)
    func place(_ code: String) -> String { "UPDATE org SET urban_rural = '\(code)';" }
    #expect(
      try segment(teachers + place("220") + relax("R3"), pupils: 99).value("R3")?.relaxed?.numerator == 1)
    #expect(
      try segment(teachers + place("121") + relax("R3"), pupils: 99).value("R3")?.relaxed?.numerator == 0)
    let exchanged = teachers + "UPDATE teacher SET post = NULL, rotated = 1;"
    #expect(try segment(exchanged + relax("R3"), pupils: 99).value("R3")?.relaxed?.numerator == 1)
  }

  @Test(
    "R5: leased grounds and grounds on roofs count only under a relaxation, and the school then passes beside its strict verdict"
  )
  func leased() throws {
    let ground =
      "DELETE FROM statement WHERE element = '运动场地面积';"
      + "INSERT INTO ground (org_code, school_year, ground_no, category, area, leased, converted) "
      + "VALUES ('\(a)', 2022, '1', '运动场地', 100, 0, NULL), ('\(a)', 2022, '2', '运动场地', 6000, 1, NULL),"
      + "('\(a)', 2022, '3', '运动场地', 3000, NULL, 1);"
    let strict = try segment(ground, pupils: 1000)
    #expect(strict.value("R5")?.numerator == 600)
    #expect(strict.passes == false)
    #expect(strict.passesRelaxed == nil)
    let relaxed = try segment(ground + relax("R5"), pupils: 1000)
    #expect(relaxed.value("R5")?.numerator == 600)
    #expect(relaxed.value("R5")?.relaxed?.numerator == 9600)
    #expect(relaxed.passes == false)
    #expect(relaxed.passesRelaxed == true)
  }

  // MARK: Values with dates

  @Test(
    "G7 asks 6000 until the 学年 that begins after the spring of 2025, then 7000; a county's own value always")
  func dated() throws {
    var rule = try #require(ProfileCatalog.named("national-2017").item("G7")?.ratios.first)
    #expect(rule.bound(in: 2024).bound == .atLeast(6000) && rule.bound(in: 2024).since == nil)
    #expect(rule.bound(in: 2025).bound == .atLeast(7000) && rule.bound(in: 2025).since == "2025-03-01")
    rule.dated = []
    #expect(rule.bound(in: 2025).bound == .atLeast(6000))
    func stated(_ year: Int) throws -> ItemDetail {
      try TestCounty.memory().write { db in
        try TestCounty.stated(code: a).insert(into: db, year: year)
        for (element, value) in [("特殊教育公用经费", 65_000), ("特殊教育学生数", 10)] {
          try db.execute(
            sql:
              "INSERT INTO statement (org_code, school_year, element, stage, value) VALUES ('990101', ?, ?, '', ?)",
            arguments: [year, element, value])
        }
        return try WorkedYear.with(db, year: year, profile: ProfileCatalog.named("national-2017")) {
          try #require(try $0.items(of: "990101").item("G7")?.details.first)
        }
      }
    }
    #expect(try stated(2024).met == true)
    #expect(try stated(2025).met == false)
    #expect(try stated(2025).bound == "≥ 7000（2025-03-01 起）")
  }

  @Test("a relaxation used after the years that its text was made for is told")
  func after() throws {
    func told(_ year: Int) throws -> Bool {
      try TestCounty.memory().write { db in
        var county = TestCounty.stated(code: a)
        county.relaxations = [.init(org: a, item: "R5", expires: "2030-12-31")]
        try county.insert(into: db, year: year)
        let profile = try ProfileCatalog.named("national-2017")
        return try WorkedYear.with(db, year: year, profile: profile, day: "2024-01-01") {
          $0.figures.findings.contains { $0.code == "relaxation-basis" }
        }
      }
    }
    #expect(try !told(2022))
    #expect(try told(2023))
  }
}
