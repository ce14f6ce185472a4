import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("figures by group")
struct GroupTests {
  private static let codes = ["2100000001", "2100000002", "2100000003"]

  /// Three schools that differ, the first two in one group.
  private func county() -> TestCounty {
    var county =
      TestCounty.stated(code: Self.codes[0], pupils: 400)
      + TestCounty.stated(code: Self.codes[1], pupils: 900)
      + TestCounty.stated(code: Self.codes[2], pupils: 100)
    for index in county.statements.indices where county.statements[index].org == Self.codes[1] {
      county.statements[index].value *= 0.5
    }
    return county
  }

  private func groups(_ county: TestCounty, _ sql: String, on day: String? = nil) throws -> [GroupFigures] {
    try TestCounty.memory().write { db in
      try county.insert(into: db)
      try db.execute(sql: sql)
      return try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017"), day: day) {
        try $0.groups(of: "990101")
      }
    }
  }

  private static func member(_ group: String, _ code: String, leading: Int = 0) -> String {
    "INSERT INTO school_group (org_code, group_name, kind, member_code, leading) "
      + "VALUES ('990101', '\(group)', '学区', '\(code)', \(leading));"
  }

  @Test("a group's means, 差异系数 and verdicts are those of a county that has its members only")
  func asACounty() throws {
    let members = Array(Self.codes.prefix(2))
    let own = try #require(
      try groups(county(), members.map { Self.member("甲学区", $0) }.joined()).first)
    var alone = county()
    alone.schools.removeAll { $0.code == Self.codes[2] }
    alone.rolls.removeAll { $0.org == Self.codes[2] }
    alone.statements.removeAll { $0.org == Self.codes[2] }
    let expected = try alone.figures()
    let stage = try #require(own.stages.first)
    let other = try #require(expected.stages.first)
    #expect(stage.segments.map(\.orgCode) == members && stage.pupils == other.pupils)
    #expect(stage.indicators.map(\.mean) == other.indicators.map(\.mean))
    #expect(stage.indicators.map(\.meanText) == other.indicators.map(\.meanText))
    #expect(stage.indicators.map(\.cv) == other.indicators.map(\.cv))
    #expect(stage.indicators.contains { ($0.cv ?? 0) > 0.1 }, "the schools differ")
    #expect(stage.passes == other.passes && stage.passingSegments == other.passingSegments)
  }

  @Test("every group is worked out by itself; members that are not there, or count elsewhere, are told")
  func several() throws {
    let sql =
      Self.member("甲", Self.codes[0], leading: 1) + Self.member("甲", Self.codes[1])
      + Self.member("乙", Self.codes[2]) + Self.member("乙", "2199009999") + Self.member("乙", "2100000004")
      + "INSERT INTO org (org_code, name, kind, inclusion, inclusion_target) "
      + "VALUES ('2100000004', '丁教学点', '教学点', '并入', '\(Self.codes[0])');"
    let found = try groups(county(), sql)
    let pupils = Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.stages[0].pupils) })
    #expect(pupils == ["甲": 1300, "乙": 100])
    #expect(found.first { $0.name == "甲" }?.leading == Self.codes[0])
    let notes = try #require(found.first { $0.name == "乙" }?.notes)
    #expect(notes.contains("成员 2199009999 不在学校机构表里"))
    #expect(notes.contains { $0.hasPrefix("丁教学点") && $0.hasSuffix("那所学校不是成员") })
  }

  @Test("a member whose relaxation is in force on the day still fails, and is told as met under it")
  func relaxed() throws {
    var county = county()
    county.rolls[0].pupils = 2300
    county.schools[0].builtYear = 2010
    county.relaxations = [.init(org: Self.codes[0], item: "G4", expires: "2022-12-31")]
    let members = Self.codes.map { Self.member("甲", $0) }.joined()
    func size(_ day: String) throws -> [Int] {
      let item = try #require(try groups(county, members, on: day).first?.items.first { $0.rule.id == "G4" })
      return [item.met, item.failing, item.relaxed]
    }
    #expect(try size("2022-12-31") == [2, 1, 1])
    #expect(try size("2023-01-01") == [2, 1, 0])
  }

  @Test("items that are judged school by school are counted over the members")
  func items() throws {
    let sql =
      Self.codes.map { Self.member($0 == Self.codes[2] ? "乙" : "甲", $0) }.joined()
      + "UPDATE class_roll SET head_count = 45 WHERE org_code = '\(Self.codes[0])';"
    let found = try groups(county(), sql)
    func size(_ group: String) -> [Int]? {
      found.first { $0.name == group }?.items.first { $0.rule.id == "G5" }.map {
        [$0.met, $0.failing, $0.classes]
      }
    }
    #expect(size("甲") == [1, 1, 1])
    #expect(size("乙") == [0, 1, 1])
  }
}
