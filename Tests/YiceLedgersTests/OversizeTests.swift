import GRDB
import Testing
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore

@Suite struct OversizeTests {
  private static let key = RowKey([
    LedgerTown.school.databaseValue, "小学".databaseValue, 2020.databaseValue, 2.databaseValue,
  ])

  private func scan(_ town: LedgerTown, year: Int = 2022) throws -> OversizeScan.Outcome {
    try town.write {
      try OversizeScan(year: year, filedOn: "\(year)-09-01", rules: SizeRules.shipped()).run($0)
    }
  }

  @discardableResult
  private func count(_ town: LedgerTown, _ heads: Int, on date: String) throws -> OversizeMoves.Effect {
    try town.write {
      try OversizeMoves($0).count(Self.key, heads: heads, on: date, by: "某", evidence: "学籍表")
    }
  }

  private func state(_ town: LedgerTown) throws -> String? {
    try town.text("SELECT state FROM oversized_class")
  }

  struct Level: CustomTestStringConvertible, Sendable {
    let stage: Stage
    let heads: Int
    let level: String?
    var testDescription: String { "\(stage.rawValue) \(heads)" }
  }

  @Test(
    "the level of a class",
    arguments: [
      Level(stage: .primary, heads: 45, level: nil), Level(stage: .primary, heads: 46, level: "超标准"),
      Level(stage: .junior, heads: 50, level: nil), Level(stage: .junior, heads: 51, level: "超标准"),
      Level(stage: .primary, heads: 55, level: "超标准"), Level(stage: .primary, heads: 56, level: "大班额"),
      Level(stage: .junior, heads: 65, level: "大班额"), Level(stage: .junior, heads: 66, level: "超大班额"),
      Level(stage: .senior, heads: 80, level: nil),
    ])
  func levels(_ test: Level) throws {
    #expect(try SizeRules.shipped().level(of: test.heads, in: test.stage) == test.level)
  }

  @Test("a county's own limit counts in place of the shipped one")
  func adjusted() throws {
    let town = try LedgerTown()
    try town.add(
      .threshold,
      [
        "org_code": LedgerTown.county, "profile": "sizes", "indicator": "class_limit", "stage": "小学",
        "value": 40, "basis": "县定",
      ])
    let rules = try town.file.read { try SizeRules.load(from: $0, orgCode: LedgerTown.county) }
    #expect(rules.level(of: 41, in: .primary) == "超标准")
    #expect(rules.level(of: 50, in: .junior) == nil)
  }

  @Test("a scan opens each oversized class once, and again changes nothing")
  func scanning() throws {
    let town = try LedgerTown()
    try town.roll(46)
    try town.roll(45, no: 3)
    #expect(try scan(town).classes.map(\.heads) == [46])
    let again = try scan(town)
    #expect(again.classes.isEmpty && again.known == 1)
    #expect(try town.text("SELECT state || level || limit_count FROM oversized_class") == "在册超标准45")
  }

  @Test("46, then 45, struck off, then 47 the year after: 反弹, and the history keeps the striking off")
  func rebound() throws {
    let town = try LedgerTown()
    try town.roll(46)
    _ = try scan(town)
    #expect(try count(town, 45, on: "2023-03-01") == .within)
    try town.write { try OversizeMoves($0).strike(Self.key, by: "某督学", on: "2023-03-10", basis: "学籍核对") }
    #expect(try state(town) == "已销号")
    // The class moves up: 三年级2班 is 四年级2班 now, and the same class.
    try town.roll(47, year: 2023)
    let counted = try town.write { try OversizeMoves($0).countFromRolls(year: 2023, on: "2023-09-01") }
    #expect(counted.map(\.effect) == [.rebound])
    #expect(try state(town) == "反弹")
    #expect(try town.text("SELECT struck_on FROM oversized_class") == nil)
    let versions = try town.file.read { try HistoryQuery.versions($0, .oversizedClass, Self.key) }
    #expect(versions.contains { $0.before.contains(#""struck_on":"2023-03-10""#) })
    #expect(try town.number("SELECT count(*) FROM oversized_recount") == 2)
  }

  @Test("no striking off without a later count within the limit")
  func needsCount() throws {
    let town = try LedgerTown()
    try town.roll(46)
    _ = try scan(town)
    let strike = {
      try town.write { try OversizeMoves($0).strike(Self.key, by: "某", on: "2023-09-10", basis: "某") }
    }
    #expect(town.complaint { try strike() }.contains("建档之后的核查人数在班额上限以内"))
    try count(town, 46, on: "2023-03-01")
    #expect(town.complaint { try strike() }.contains("建档之后的核查人数在班额上限以内"))
    #expect(try state(town) == "在册")
    let early = town.complaint { try count(town, 45, on: "2022-08-31") }
    #expect(early.contains("“核查日期”不能早于该班的“建档日期”"))
    try count(town, 45, on: "2023-09-01")
    let before = town.complaint {
      try town.write { try OversizeMoves($0).strike(Self.key, by: "某", on: "2023-08-30", basis: nil) }
    }
    #expect(before.contains("不能早于最近一次核查"))
    try strike()
    #expect(try state(town) == "已销号")
  }

  @Test("a school proposes, but does not strike off")
  func school() throws {
    let town = try LedgerTown(.school)
    try town.roll(46)
    _ = try scan(town)
    try count(town, 44, on: "2023-03-01")
    try town.write { try OversizeMoves($0).propose(Self.key, rules: SizeRules.shipped()) }
    let said = town.complaint {
      try town.write { try OversizeMoves($0).strike(Self.key, by: "某", on: "2023-03-10", basis: "某") }
    }
    #expect(said.contains("由教育局和督查办理"))
    #expect(try state(town) == "拟销号")
    #expect(try count(town, 46, on: "2023-04-01") == .back)
    #expect(try state(town) == "在册")
  }

  @Test("a class keeps its identity as it moves up")
  func promotion() {
    let label = ClassLabel(orgCode: LedgerTown.school, stage: .primary, entryYear: 2020, number: 2)
    #expect(label.name(in: 2022) == "三年级2班")
    #expect(label.name(in: 2023) == "四年级2班")
    #expect(label.name(in: 2026) == "小学2020级2班")
    #expect(ClassLabel(orgCode: "", stage: .junior, entryYear: 2022, number: 1).name(in: 2022) == "七年级1班")
  }

  @Test("zero growth names the class that was not on the baseline list; one that was is none, one grade up")
  func growth() throws {
    let town = try LedgerTown()
    try town.roll(46)
    _ = try scan(town)
    try town.roll(58, year: 2023)
    let rules = try SizeRules.shipped()
    let same = try #require(
      try town.file.read { try ZeroGrowth.check($0, year: 2023, baseline: nil, rules: rules) })
    #expect(same.holds == true)
    #expect(
      same.schools.first?.levels.map(\.new) == [0, 1, 0], "58 was 46 on the list: new as 大班额, not above 45")
    try town.roll(46, year: 2023, entry: 2023, no: 1)
    let grown = try #require(
      try town.file.read { try ZeroGrowth.check($0, year: 2023, baseline: nil, rules: rules) })
    #expect(grown.holds == false)
    #expect(grown.schools.first?.new.map { $0.label.name(in: 2023) } == ["一年级1班"])
  }

  @Test("a school without a class list today is unknown, not zero growth")
  func unknown() throws {
    let town = try LedgerTown()
    try town.roll(46)
    _ = try scan(town)
    let growth = try #require(
      try town.file.read { try ZeroGrowth.check($0, year: 2023, baseline: 2022, rules: SizeRules.shipped()) })
    #expect(growth.schools.first?.isUnknown == true && growth.holds == nil)
  }

  @Test("progress by year: planned, struck off, left")
  func progress() throws {
    let town = try LedgerTown()
    try town.roll(46)
    try town.roll(57, no: 3)
    _ = try scan(town)
    try town.set(.oversizedClass, "\(LedgerTown.school)/小学/2020/2", ["due_on": "2023-12-31"])
    try town.set(.oversizedClass, "\(LedgerTown.school)/小学/2020/3", ["due_on": "2023-06-30"])
    try count(town, 45, on: "2023-03-01")
    try town.write { try OversizeMoves($0).strike(Self.key, by: "某", on: "2023-03-10", basis: "某") }
    let years = try town.file.read { try OversizeYear.all($0) }
    #expect(
      years.map { "\($0.year) \($0.planned) \($0.struck) \($0.left) \($0.isBehind)" } == [
        "2022 0 0 2 false", "2023 2 1 1 true",
      ])
  }

  @Test("places: classes move up, the leaving 小学 fills 初中, residents ask for 80 and 40 a thousand")
  func places() throws {
    let town = try LedgerTown(kind: "九年一贯制学校")
    for entry in 2017...2022 { try town.roll(40 + entry - 2017, entry: entry, no: 1) }
    for entry in 2020...2022 { try town.roll(50, entry: entry, no: 1, stage: "初中") }
    let forecast = try town.file.read {
      try PlacesForecast.forecast($0, year: 2022, ahead: 1, residents: 10_001, rules: SizeRules.shipped())
    }
    #expect(forecast.map(\.pupils) == [255, 150, 260, 140])
    #expect(forecast.map(\.places) == [270, 150, 270, 150])
    #expect(forecast.first?.neededByResidents == 801)
    #expect(forecast.last?.neededByResidents == 401)
  }
}
