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
  private static let target = OversizeTarget.ofClass(key)

  private func scan(_ town: LedgerTown, year: Int = 2022) throws -> OversizeScan.Outcome {
    try town.write {
      try OversizeScan(year: year, filedOn: "\(year)-09-01", rules: LedgerTown.sizes()).run($0)
    }
  }

  @discardableResult
  private func count(_ town: LedgerTown, _ heads: Int, on date: String) throws -> OversizeMoves.Effect {
    try town.write {
      try OversizeMoves($0).count(Self.target, heads: heads, on: date, by: "某", evidence: "学籍表")
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
    #expect(try LedgerTown.sizes().level(of: test.heads, in: test.stage) == test.level)
  }

  @Test("a county's own limit counts in place of the shipped one")
  func adjusted() throws {
    let town = try LedgerTown()
    try town.add(
      .threshold,
      [
        "org_code": LedgerTown.county, "profile": "sizes", "indicator": "班额上限", "stage": "小学",
        "value": 40, "basis": "县定",
      ])
    let rules = try town.file.read { try Profile.load(from: $0, orgCode: LedgerTown.county).sizes }
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
    try town.write {
      try OversizeMoves($0).strike(
        Self.target, by: "某督学", on: "2023-03-10", basis: "学籍核对", rules: LedgerTown.sizes())
    }
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
      try town.write {
        try OversizeMoves($0).strike(
          Self.target, by: "某", on: "2023-09-10", basis: "某", rules: LedgerTown.sizes())
      }
    }
    #expect(town.complaint { try strike() }.contains("建档之后的核查人数在班额上限以内"))
    try count(town, 46, on: "2023-03-01")
    #expect(town.complaint { try strike() }.contains("建档之后的核查人数在班额上限以内"))
    #expect(try state(town) == "在册")
    let early = town.complaint { try count(town, 45, on: "2022-08-31") }
    #expect(early.contains("“核查日期”不能早于该班的“建档日期”"))
    try count(town, 45, on: "2023-09-01")
    let before = town.complaint {
      try town.write {
        try OversizeMoves($0).strike(
          Self.target, by: "某", on: "2023-08-30", basis: nil, rules: LedgerTown.sizes())
      }
    }
    #expect(before.contains("不能早于班额以内的那次核查"))
    try strike()
    #expect(try state(town) == "已销号")
  }

  @Test("a school proposes, but does not strike off")
  func school() throws {
    let town = try LedgerTown(.school)
    try town.roll(46)
    _ = try scan(town)
    try count(town, 44, on: "2023-03-01")
    try town.write { try OversizeMoves($0).propose(Self.target, rules: LedgerTown.sizes()) }
    let said = town.complaint {
      try town.write {
        try OversizeMoves($0).strike(
          Self.target, by: "某", on: "2023-03-10", basis: "某", rules: LedgerTown.sizes())
      }
    }
    #expect(said.contains("由教育局和督查办理"))
    #expect(try state(town) == "拟销号")
    #expect(try count(town, 46, on: "2023-04-01") == .back)
    #expect(try state(town) == "在册")
  }

  @Test("a class keeps its identity as it moves up")
  func promotion() {
    let label = ClassLabel(orgCode: LedgerTown.school, stage: .primary, entryYear: 2020, number: 2)
    #expect(label.name(in: 2022, .usual) == "三年级2班")
    #expect(label.name(in: 2023, .usual) == "四年级2班")
    #expect(label.name(in: 2026, .usual) == "小学2020级2班")
    #expect(
      ClassLabel(orgCode: "", stage: .junior, entryYear: 2022, number: 1).name(in: 2022, .usual) == "七年级1班")
  }

  @Test("zero growth names the class that was not on the baseline list; one that was is none, one grade up")
  func growth() throws {
    let town = try LedgerTown()
    try town.roll(46)
    _ = try scan(town)
    try town.roll(58, year: 2023)
    let rules = try LedgerTown.sizes()
    let same = try #require(
      try town.file.read { try ZeroGrowth.check($0, year: 2023, baseline: nil, rules: rules) })
    #expect(same.holds == true)
    #expect(
      same.schools.first?.levels.map(\.new) == [0, 1, 0], "58 was 46 on the list: new as 大班额, not above 45")
    try town.roll(46, year: 2023, entry: 2023, no: 1)
    let grown = try #require(
      try town.file.read { try ZeroGrowth.check($0, year: 2023, baseline: nil, rules: rules) })
    #expect(grown.holds == false)
    #expect(grown.schools.first?.new.map { $0.label.name(in: 2023, .usual) } == ["一年级1班"])
  }

  @Test("a school without a class list today is unknown, not zero growth")
  func unknown() throws {
    let town = try LedgerTown()
    try town.roll(46)
    _ = try scan(town)
    let growth = try #require(
      try town.file.read { try ZeroGrowth.check($0, year: 2023, baseline: 2022, rules: LedgerTown.sizes()) })
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
    try town.write {
      try OversizeMoves($0).strike(
        Self.target, by: "某", on: "2023-03-10", basis: "某", rules: LedgerTown.sizes())
    }
    let years = try town.file.read { try OversizeYear.all($0, of: .oversizedClass) }
    #expect(
      years.map { "\($0.year) \($0.planned) \($0.struck) \($0.left) \($0.isBehind)" } == [
        "2022 0 0 2 false", "2023 2 1 1 true",
      ])
  }

  @Test("a class that left as large as it was is off the ledger, and counts as 毕业 and not as struck off")
  func graduated() throws {
    let town = try LedgerTown()
    for no in 2...4 { try town.roll(50, no: no) }
    #expect(try scan(town).classes.count == 3)
    for no in 2...4 {
      try town.set(.oversizedClass, "\(LedgerTown.school)/小学/2020/\(no)", ["due_on": "2023-12-31"])
    }
    try count(town, 45, on: "2023-03-01")
    try town.write {
      try OversizeMoves($0).strike(
        Self.target, by: "某", on: "2023-03-10", basis: "某", rules: LedgerTown.sizes())
    }
    try town.set(
      .oversizedClass, "\(LedgerTown.school)/小学/2020/3", ["state": "毕业", "left_on": "2023-07-01"])
    let years = try town.file.read { try OversizeYear.all($0, of: .oversizedClass) }
    #expect(
      years.map { "\($0.year) \($0.struck) \($0.graduated) \($0.left) \($0.isBehind)" } == [
        "2022 0 0 3 false", "2023 1 1 1 true",
      ])
    let open = try town.number(
      "SELECT count(*) FROM oversized_class WHERE \(TableRules.isOn(.oversizedClass))")
    #expect(open == 1)
  }

  @Test("places: classes move up, the leaving 小学 fills 初中, residents ask for 80 and 40 a thousand")
  func places() throws {
    let town = try LedgerTown(kind: "九年一贯制学校")
    for entry in 2017...2022 { try town.roll(40 + entry - 2017, entry: entry, no: 1) }
    for entry in 2020...2022 { try town.roll(50, entry: entry, no: 1, stage: "初中") }
    let forecast = try town.file.read {
      try PlacesForecast.forecast(
        $0, year: 2022, ahead: 1, residents: 10_001, rules: LedgerTown.sizes(),
        stages: .usual)
    }
    #expect(forecast.map(\.pupils) == [255, 150, 260, 140])
    #expect(forecast.map(\.places) == [270, 150, 270, 150])
    #expect(forecast.first?.neededByResidents == 801)
    #expect(forecast.last?.neededByResidents == 401)
  }

  // MARK: - 大校额

  private func whole(_ town: LedgerTown) throws -> OversizeTarget {
    try town.file.read { try OversizeTarget.find("示例小学", $0, town.file.info) }
  }

  /// A school of 2001 pupils on the ledger since 2022-09-01.
  private func largeSchool(_ role: Role = .county) throws -> LedgerTown {
    let town = try LedgerTown(role)
    for no in 1...69 { try town.roll(29, no: no) }
    #expect(try scan(town).schools.map(\.pupils) == [2001])
    return town
  }

  private func schoolState(_ town: LedgerTown) throws -> String? {
    try town.text("SELECT state FROM oversized_school")
  }

  @Test("a school above 2000 is counted, struck off, and comes back as 反弹; a new scan opens no second entry")
  func schoolRebound() throws {
    let town = try largeSchool()
    let target = try whole(town)
    func count(_ heads: Int, on date: String) throws -> OversizeMoves.Effect {
      try town.write { try OversizeMoves($0).count(target, heads: heads, on: date, by: nil, evidence: nil) }
    }
    let strike = { (date: String) in
      try town.write {
        try OversizeMoves($0).strike(target, by: "某督学", on: date, basis: "学籍核对", rules: LedgerTown.sizes())
      }
    }
    #expect(town.complaint { try strike("2023-03-10") }.contains("建档之后的核查人数在规模上限以内"))
    #expect(try count(2000, on: "2023-03-01") == .within)
    #expect(town.complaint { try strike("2023-02-28") }.contains("“销号日期”不能早于“最近核查日期”"))
    try strike("2023-03-10")
    #expect(try schoolState(town) == "已销号")
    #expect(try count(1990, on: "2023-05-01") == .within, "a later count within the limit is taken")
    #expect(town.complaint { _ = try count(1995, on: "2023-04-01") }.contains("不能再登记更早的"))
    for no in 1...69 { try town.roll(30, year: 2023, no: no) }
    #expect(try scan(town, year: 2023).schools.isEmpty)
    let counted = try town.write { try OversizeMoves($0).countFromRolls(year: 2023, on: "2023-09-01") }
    #expect(counted.filter { $0.target == target }.map(\.effect) == [.rebound])
    #expect(try schoolState(town) == "反弹")
    #expect(try town.text("SELECT struck_on FROM oversized_school") == nil)
    #expect(
      try town.text("SELECT result FROM verdict WHERE subject_table = 'oversized_school'") == "通过")
    let years = try town.file.read { try OversizeYear.all($0, of: .oversizedSchool) }
    #expect(years.map(\.left) == [1])
  }

  @Test(
    "a school's file proposes its own entry, a count above the limit brings it back to 在册, nobody there strikes off"
  )
  func schoolProposes() throws {
    let town = try largeSchool(.school)
    let target = try town.file.read { try OversizeTarget.find("全校", $0, town.file.info) }
    #expect(target == (try whole(town)))
    try town.write {
      _ = try OversizeMoves($0).count(target, heads: 1999, on: "2023-03-01", by: nil, evidence: nil)
      try OversizeMoves($0).propose(target, rules: LedgerTown.sizes())
    }
    let said = town.complaint {
      try town.write {
        try OversizeMoves($0).strike(target, by: "某", on: "2023-03-10", basis: "某", rules: LedgerTown.sizes())
      }
    }
    #expect(said.contains("由教育局和督查办理"))
    let back = try town.write {
      try OversizeMoves($0).count(target, heads: 2001, on: "2023-04-01", by: nil, evidence: nil)
    }
    #expect(back == .back)
    #expect(try schoolState(town) == "在册")
  }

  @Test("an entry is named by class, by school, or by school and date")
  func naming() throws {
    let town = try largeSchool()
    func find(_ word: String) throws -> OversizeTarget {
      try town.file.read { try OversizeTarget.find(word, $0, town.file.info) }
    }
    let school = OversizeTarget.ofSchool(
      RowKey([LedgerTown.school.databaseValue, "2022-09-01".databaseValue]))
    #expect(try find(LedgerTown.school) == school)
    #expect(try find("\(LedgerTown.school)/2022.9.1") == school)
    #expect(try find("\(LedgerTown.school)/小学/2020/2") == Self.target)
    #expect(town.complaint { _ = try find("无名小学") }.contains("文件里没有学校“无名小学”"))
  }
}
