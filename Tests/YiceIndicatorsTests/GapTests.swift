import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

@Suite("gaps and what-if")
struct GapTests {
  private let code = "2100000001"

  private func with<T>(_ county: TestCounty, _ body: (Database, CountyFigures) throws -> T) throws -> T {
    try TestCounty.memory().write { db in
      try county.insert(into: db)
      return try body(db, try figures(db))
    }
  }

  private func figures(_ db: Database, _ changes: [AmountChange] = []) throws -> CountyFigures {
    try worked(db, changes) { $0.figures }
  }

  private func worked<T>(
    _ db: Database, _ changes: [AmountChange] = [], _ body: (WorkedYear) throws -> T
  ) throws -> T {
    let profile = try ProfileCatalog.named("national-2017")
    return try WorkedYear.with(db, year: 2022, profile: profile, changes: changes, body)
  }

  private func gaps(_ county: TestCounty) throws -> [SegmentGaps] {
    try with(county) { db, _ in
      try worked(db) { try $0.gaps(costs: CostTable($0.profile.costs)) }
    }
  }

  @Test(
    "a gap is the least number of whole units that reaches the mark: one less does not, on random counties",
    arguments: 1...2)
  func least(_ batch: Int) throws {
    var tried = 0
    for number in 0..<Effort.runs(usually: 6) {
      let seed = UInt64(batch * 1000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      try with(county) { db, _ in
        let found = try worked(db) { try $0.gaps(costs: CostTable([:])) }.flatMap(\.gaps)
        for gap in found.prefix(6) {
          for (amount, isFull) in [(gap.toThreshold, true), (gap.to85, false)] where amount > 0 {
            for (tryout, reaches) in [(amount, true), (amount - gap.element.step, false)] where tryout > 0 {
              let change = AmountChange(
                orgCode: gap.orgCode, element: gap.element, stage: gap.element.byStage ? gap.stage : nil,
                kind: .add(tryout))
              guard let after = try? figures(db, [change]) else { continue }
              let value = after.segment(gap.orgCode, gap.stage)?.value(gap.indicator)
              #expect(
                (isFull ? value?.met : value?.at85) == reaches,
                "seed \(seed) \(gap.orgCode) \(gap.indicator) \(tryout)")
              tried += 1
            }
          }
        }
      }
    }
    #expect(tried > 10)
  }

  @Test(
    "five met and one below 85 %: the cheapest way leaves the dearest at 85 %, and says what to fix first")
  func plan() throws {
    // R2: 5 of 10 people; R6: 1,900,000 of 2,000,000 元, above 85 %.
    let found = try gaps(.stated(["骨干教师数": 5, "教学仪器设备值": 1_900_000], code: code))
    let one = try #require(found.first)
    #expect(one.metCount == 5)
    #expect(
      one.gaps.map { "\($0.indicator) \($0.toThreshold) \($0.to85)" } == ["R2 5.0 4.0", "R6 100000.0 0.0"])
    // Leaving R2 at 85 % and raising R6 costs 4 × 100000 + 100000; the other way 5 × 100000.
    #expect(one.plan.reduce(0) { $0 + ($1.cost ?? 0) } == 500_000)
    #expect(one.first?.indicator == "R2")
    #expect(one.first?.enough == true)
  }

  @Test("a school that passes with one indicator short is listed, and needs no plan")
  func passing() throws {
    let one = try #require(try gaps(.stated(["骨干教师数": 9], code: code)).first)
    #expect(one.passes)
    #expect(one.plan.isEmpty)
    #expect(one.first == nil)
  }

  @Test("in a combined school an addition counts with the segment's share")
  func share() throws {
    var county = TestCounty.stated(code: code, kind: "九年一贯制学校", pupils: 500)
    county.rolls.append(.init(org: code, stage: .junior, pupils: 500))
    let found = try gaps(county).flatMap(\.gaps).filter { $0.indicator == "R6" && $0.stage == .primary }
    let gap = try #require(found.first)
    #expect(abs(gap.share - 500 / (500 + 1.1 * 500)) < 1e-12)
    // 1,500,000 × share is short of 500 × 2000 by 285,714.29; divided by the share: 600,000.
    #expect(gap.toThreshold == 600_000)
  }

  // MARK: What-if

  @Test(
    "what-if changes move the figures as the same change in the file would, on random counties",
    arguments: 1...2)
  func sameAsFile(_ batch: Int) throws {
    var tried = 0
    for number in 0..<Effort.runs(usually: 10) {
      let seed = UInt64(batch * 1000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      try with(county) { db, before in
        guard let segment = before.stages.flatMap(\.segments).first, segment.value("R2")?.value != nil,
          !county.teachers.contains(where: { $0.org == segment.orgCode }),
          county.statements.contains(where: {
            $0.org == segment.orgCode && $0.element == "骨干教师数" && $0.stage == segment.stage
          }), let element = Element.named("骨干教师数")
        else { return }
        let changed = try figures(
          db,
          [AmountChange(orgCode: segment.orgCode, element: element, stage: segment.stage, kind: .add(3))])
        try db.execute(
          sql: """
            UPDATE statement SET value = value + 3 WHERE org_code = ? AND element = '骨干教师数' AND stage = ?
            """, arguments: [segment.orgCode, segment.stage.rawValue])
        let written = try figures(db)
        for stage in Stage.compulsory {
          #expect(
            changed.stage(stage)?.indicators.map(\.cv) == written.stage(stage)?.indicators.map(\.cv),
            "seed \(seed)")
        }
        #expect(changed.passes == written.passes)
        #expect(
          changed.segment(segment.orgCode, segment.stage)?.value("R2")?.value != segment.value("R2")?.value)
        tried += 1
      }
    }
    #expect(tried > 0)
  }

  @Test("pupils moved from one school to another change both denominators and leave the file alone")
  func pupils() throws {
    let county = TestCounty.stated(code: code) + TestCounty.stated(code: "2100000002", pupils: 500)
    try with(county) { db, _ in
      let reader = ChangeReader(try SchoolDirectory(db))
      let changes = try reader.line("2100000001 -> 2100000002 学生数 小学 100", at: "")
      let after = try figures(db, changes)
      #expect(after.segment(code)?.pupils == 900)
      #expect(after.segment("2100000002")?.pupils == 600)
      let again = try figures(db)
      #expect(again.segment(code)?.pupils == 1000)
    }
  }

  struct TextCase: Sendable, CustomTestStringConvertible {
    let text: String, kinds: [AmountChange.Kind]?
    var testDescription: String { text }
  }

  @Test(
    "changes are read as people write them",
    arguments: [
      TextCase(text: "2100000001 体育教师数 +2", kinds: [.add(2)]),
      TextCase(text: "2100000001 小学 体育教师数 －1", kinds: [.add(-1)]),
      TextCase(text: "2100000001 教学仪器设备值 +50万元", kinds: [.add(500_000)]),
      TextCase(text: "2100000001 设备值 ＝3万", kinds: [.set(30_000)]),
      TextCase(text: "2100000001 骨干教师数、体育教师数 +1", kinds: [.add(1), .add(1)]),
      TextCase(text: "2100000001 体育教师数 2", kinds: nil), TextCase(text: "2100000001 体育教师数 +二", kinds: nil),
      TextCase(text: "2100000001 没有的 +2", kinds: nil), TextCase(text: "2199999999 体育教师数 +2", kinds: nil),
      TextCase(text: "2100000001 +2", kinds: nil), TextCase(text: "2100000001 体育教师数 +2㎡", kinds: nil),
    ])
  func text(_ example: TextCase) throws {
    try with(.stated(code: code)) { db, _ in
      let reader = ChangeReader(try SchoolDirectory(db))
      guard let kinds = example.kinds else {
        #expect(throws: (any Error).self) { try reader.line(example.text, at: "第 1 处改动") }
        return
      }
      let read = try reader.line(example.text, at: "")
      #expect(read.map(\.kind) == kinds)
    }
  }

  @Test("a school that cannot be told is told with its line, unknown or one of several")
  func schools() throws {
    try with(.stated(code: code) + .stated(code: "2100000002")) { db, _ in
      func told(_ text: String) -> String {
        do {
          return "\(try ChangeReader(SchoolDirectory(db)).read(text, name: "改动.txt"))"
        } catch { return (error as? ChangeTextError)?.description ?? "not a ChangeTextError: \(error)" }
      }
      #expect(told("\n没有的 体育教师数 +2").hasPrefix("改动.txt 第 2 行：文件里没有学校“没有的”。请写"))
      #expect(told("\(code) -> 没有的 学生数 小学 1").hasPrefix("改动.txt 第 1 行：文件里没有学校“没有的”。"))
      try db.execute(sql: "UPDATE org SET name = '同名小学'")
      let several = told("同名小学 体育教师数 +2")
      #expect(several.hasPrefix("改动.txt 第 1 行：“同名小学”不止一所学校：") && !several.hasSuffix("。。"))
    }
  }

  @Test("taking away more than there is, and adding to what is 未填, is refused with what to do")
  func refused() throws {
    var county = TestCounty.stated(code: code)
    county.statements.removeAll { $0.element == "骨干教师数" }
    try with(county) { db, _ in
      let reader = ChangeReader(try SchoolDirectory(db))
      func run(_ text: String) throws {
        _ = try figures(db, reader.line(text, at: ""))
      }
      #expect(throws: ChangeError.belowZero(code, element: "体育教师数", has: 10)) { try run("\(code) 体育教师数 -11") }
      #expect(throws: ChangeError.missing(code, element: "骨干教师数")) { try run("\(code) 骨干教师数 +1") }
      try run("\(code) 骨干教师数 =10")
    }
  }

  @Test("the county's plan, put into the figures, makes every school pass and every coefficient hold")
  func countyPlan() throws {
    let county =
      TestCounty.stated(["骨干教师数": 5, "教学仪器设备值": 1_500_000], code: code)
      + TestCounty.stated(["教学仪器设备值": 9_000_000], code: "2100000002", pupils: 300)
      + TestCounty.stated(["网络多媒体教室数": 10], code: "2100000003", pupils: 600)
    try with(county) { db, before in
      #expect(before.passes == false)
      let plan = try worked(db) { try $0.plan(costs: CostTable($0.profile.costs)) }
      #expect(plan.plan.isComplete)
      #expect(plan.plan.bound <= plan.plan.cost)
      let after = try figures(db, plan.additions.flatMap(\.changes))
      #expect(after.passes == true)
    }
  }
}
