import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceTestSupport

@Suite("the county without its segments, and figures that strain a Double")
struct SummaryTests {
  @Test("a summary says the same of the county as the full figures, on random counties", arguments: 1...2)
  func same(_ batch: Int) throws {
    for number in 0..<Effort.runs(usually: 15) {
      let seed = UInt64(batch * 1000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      for id in ["national-2017", "basic-2012"] {
        let profile = try ProfileCatalog.named(id)
        try TestCounty.memory().write { db in
          try county.insert(into: db)
          let full = try WorkedYear.with(db, year: 2022, profile: profile) { $0.figures }
          let summary = try WorkedYear.with(db, year: 2022, profile: profile, summary: true) { $0.figures }
          for (left, right) in zip(full.stages, summary.stages) {
            #expect(left.segmentCount == right.segmentCount, "seed \(seed)")
            #expect(left.pupils == right.pupils, "seed \(seed)")
            #expect(left.passes == right.passes, "seed \(seed) \(id)")
            #expect(left.passingSegments == right.passingSegments, "seed \(seed) \(id)")
            #expect(left.indicators.map(\.met) == right.indicators.map(\.met), "seed \(seed)")
            #expect(left.indicators.map(\.cv) == right.indicators.map(\.cv), "seed \(seed)")
            #expect(left.composite == right.composite, "seed \(seed)")
            #expect(right.segments.isEmpty)
          }
          #expect(full.passes == summary.passes, "seed \(seed)")
        }
      }
    }
  }

  /// Every mark of 小学: exactly at it, one unit below, and where only rounding reaches it.
  @Test(
    "at a mark, one unit below, and between: every indicator, the summary too",
    arguments: ["R1", "R2", "R3", "R4", "R5", "R6", "R7"])
  func marks(_ id: String) throws {
    let profile = try ProfileCatalog.named("national-2017")
    let rule = try #require(profile.indicator(id))
    let threshold = try #require(rule.thresholds[.primary])
    let element = try #require(rule.terms.first { $0.sign > 0 }?.element)
    let pupils = 1000
    let exact = Rational(decimal: threshold) * Rational(Int128(pupils), Int128(rule.per))
    // R3 and R5 have a second term, R4 one that is taken away; keep these out of the way.
    let others: [String: Double] =
      ([
        "R3": ["艺术教师数": 0], "R4": ["室内体育用房面积": 0], "R5": ["室内体育用房面积": 0],
      ] as [String: [String: Double]])[id] ?? [:]
    for (amount, reaches) in [(exact.double, true), (exact.double - 0.0001, false)] {
      let county = TestCounty.stated([element: amount].merging(others) { $1 }, pupils: pupils)
      // `stated` scales nothing that is given.
      let value = try county.figures().segment("2100000001")?.value(id)
      #expect(value?.met == reaches, "\(id) \(amount)")
      #expect(value?.metFlips == !reaches, "\(id) \(amount): a hair below, rounding reaches it")
      let met = try TestCounty.memory().write { db in
        try county.insert(into: db)
        return try WorkedYear.with(db, year: 2022, profile: profile, summary: true) {
          $0.figures.stage(.primary)?.indicator(id)?.met
        }
      }
      #expect(met == (reaches ? 1 : 0), "\(id) \(amount)")
    }
  }

  @Test("a coefficient near 0 with millions of pupils keeps its digits")
  func nearZero() throws {
    // Two schools of 5 million pupils each, 3000 and 3000.0002 元 a pupil: CV = 0.0001 / 3000.0001.
    var county = TestCounty()
    for (index, each) in [3000.0, 3000.0002].enumerated() {
      let code = "210000000\(index + 1)"
      county.schools.append(.init(code: code))
      county.rolls.append(.init(org: code, stage: .primary, pupils: 5_000_000))
      county.statements.append(.init(org: code, element: "教学仪器设备值", value: each * 5_000_000))
    }
    let cv = try #require(try county.figures().stage(.primary)?.indicator("R6")?.cv)
    let expected = 0.0001 / 3000.0001
    #expect(abs(cv - expected) <= 1e-5 * expected, "\(cv) \(expected)")
    // Schools that are all alike: the coefficient is 0, not the root of a rounding error below 0.
    let alike =
      TestCounty.stated(code: "2100000001", pupils: 3_333_333)
      + TestCounty.stated(code: "2100000002", pupils: 3_333_333)
    let zero = try alike.figures().stage(.primary)?.indicator("R6")?.cv
    #expect((zero ?? 1) < 1e-12)
  }

  @Test("one school has the coefficient 0")
  func one() throws {
    #expect(try TestCounty.stated().figures().stage(.primary)?.indicator("R6")?.cv == 0)
  }
}
