import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceTestSupport

@Suite("random counties against an independent oracle")
struct RandomCountyTests {
  /// Counties a batch, of four batches; YICE_COUNTIES=6000 tries 24,000.
  private static let each = Effort.runs("YICE_COUNTIES", usually: 60)

  /// What came up, so that a generator that has become too tame is noticed.
  private struct Seen {
    var segments = 0, known = 0, empty = 0, oneSchool = 0, relaxed = 0, eased = 0, merged = 0, flips = 0
    var kinds: Set<String> = []
  }

  @Test("values, verdicts, relaxations, means and coefficients agree", arguments: 1...4)
  func agree(_ batch: Int) throws {
    let queue = try TestCounty.memory()
    let profile = try ProfileCatalog.named("national-2017")
    var seen = Seen()
    for number in 0..<RandomCountyTests.each {
      let seed = UInt64(batch * 100_000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      try check(county, in: queue, profile, on: number % 4 == 0 ? nil : "2022-09-01", seed, &seen)
      if county.schools.count == 1 { seen.oneSchool += 1 }
    }
    #expect(seen.segments > 100 && seen.known > 100, "the random counties are too empty to show anything")
    #expect(seen.empty > 0 && seen.oneSchool > 0 && seen.merged > 5, "\(seen)")
    #expect(seen.relaxed > 10 && seen.eased > 0, "\(seen)")
    #expect(
      seen.kinds.isSuperset(of: ["小学", "教学点", "初级中学", "九年一贯制学校", "完全中学", "十二年一贯制学校"]), "\(seen.kinds)")
  }

  @Test(
    "at every threshold and its 85 %: exactly at it, one unit below and above, where rounding flips it, and just not",
    arguments: [Profile.Comparison.exact, .rounded])
  func boundaries(_ compare: Profile.Comparison) throws {
    let queue = try TestCounty.memory()
    var profile = try ProfileCatalog.named("national-2017")
    profile.compare = compare
    var seen = Seen()
    var exact: Set<String> = []
    for number in 0..<RandomCountyTests.each * 2 {
      let seed = UInt64(1_000_000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.boundary(&random)
      let segments = try check(county, in: queue, profile, on: nil, seed, &seen)
      for (stage, segment) in segments {
        for rule in profile.indicators {
          guard let value = segment.values[rule.id] ?? nil, let threshold = rule.thresholds[stage] else {
            continue
          }
          let mark = Rational(decimal: threshold)
          if value == mark { exact.insert("\(stage) \(rule.id)") }
          if value == mark * Rational(85, 100) { exact.insert("\(stage) \(rule.id) 85%") }
          if segment.metFlips.contains(rule.id) { exact.insert("\(stage) \(rule.id) flips") }
          if segment.at85Flips.contains(rule.id) { exact.insert("\(stage) \(rule.id) 85% flips") }
        }
      }
    }
    #expect(seen.flips > 20, "\(seen)")
    // Two 学段, seven indicators: every threshold and 85 % of it hit exactly, every threshold flipped by rounding, and
    // the eight products of 85 % that have two decimals (one of three, as 0.765, lies where rounding begins).
    if RandomCountyTests.each >= 340 { #expect(exact.count == 28 + 14 + 8, "\(exact.sorted())") }
  }

  @discardableResult
  private func check(
    _ county: TestCounty, in queue: DatabaseQueue, _ profile: Profile, on day: String?, _ seed: UInt64,
    _ seen: inout Seen
  ) throws -> [(Stage, Oracle.Segment)] {
    let figures = try county.figures(in: queue, profile, on: day)
    let oracle = Oracle(county: county, day: day, rounds: profile.compare == .rounded)
    var all: [(Stage, Oracle.Segment)] = []
    for stage in Stage.compulsory {
      let expected = oracle.segments(stage)
      let worked = try #require(figures.stage(stage))
      compare(worked, expected, oracle, seed)
      all += expected.map { (stage, $0) }
      seen.segments += expected.count
      seen.empty += expected.isEmpty ? 1 : 0
      seen.known += expected.count { $0.values.values.contains { $0 != nil } }
      seen.relaxed += expected.count { !$0.relaxed.isEmpty }
      seen.eased += expected.count { $0.relaxed.contains { $0.value.met && !($0.key.isEmpty) } }
      seen.flips += expected.count { !$0.metFlips.isEmpty || !$0.at85Flips.isEmpty }
      seen.merged += worked.segments.count { !$0.includes.isEmpty }
      seen.kinds.formUnion(worked.segments.map(\.kind))
    }
    let eased = all.contains { $0.1.passesRelaxed != nil }
    #expect((figures.passesRelaxed != nil) == eased, "seed \(seed)")
    return all
  }

  private func compare(
    _ worked: StageFigures, _ expected: [Oracle.Segment], _ oracle: Oracle, _ seed: UInt64
  ) {
    let label = "seed \(seed) \(worked.stage.rawValue)"
    guard worked.segments.map(\.orgCode) == expected.map(\.code) else {
      Issue.record("\(label): segments \(worked.segments.map(\.orgCode)), expected \(expected.map(\.code))")
      return
    }
    for (segment, right) in zip(worked.segments, expected) {
      let place = "\(label) \(right.code)"
      #expect(segment.pupils == right.pupils, "\(place)")
      #expect(segment.values.filter { $0.met == true }.map(\.id) == right.met, "\(place)")
      #expect(segment.values.filter { $0.at85 == true }.map(\.id) == right.at85, "\(place)")
      #expect(segment.values.filter(\.metFlips).map(\.id) == right.metFlips, "\(place)")
      #expect(segment.values.filter(\.at85Flips).map(\.id) == right.at85Flips, "\(place)")
      #expect(segment.passes == right.passes, "\(place)")
      #expect(segment.passFlips == right.passFlips, "\(place)")
      #expect(segment.passesRelaxed == right.passesRelaxed, "\(place) relaxed")
      for value in segment.values {
        let own = right.values[value.id] ?? nil
        #expect(close(value.value, own?.double), "\(place) \(value.id)")
        #expect(close(value.relaxed?.value, right.relaxed[value.id]?.value.double), "\(place) \(value.id)+")
        #expect(value.relaxed?.met == right.relaxed[value.id]?.met, "\(place) \(value.id)+")
        #expect(value.relaxed?.at85 == right.relaxed[value.id]?.at85, "\(place) \(value.id)+")
      }
    }
    for indicator in worked.indicators {
      let spread = oracle.spread(indicator.id, expected)
      #expect(close(indicator.mean, spread?.mean), "\(label) mean \(indicator.id)")
      #expect(close(indicator.cv, spread.flatMap(\.cv)), "\(label) cv \(indicator.id)")
    }
  }

  /// 1e-9 relative. A coefficient that should be 0 may be what summing in Double leaves.
  private func close(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * abs(right) || abs(left - right) <= 1e-15
  }
}
