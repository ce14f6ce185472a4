import Foundation
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceTestSupport

@Suite("random counties against an independent oracle")
struct RandomCountyTests {
  /// Counties a batch: YICE_COUNTIES=170 tries two thousand.
  private static let each =
    ProcessInfo.processInfo.environment["YICE_COUNTIES"].flatMap { Int($0) } ?? 40

  @Test("values, verdicts, means and coefficients agree", arguments: 1...12)
  func agree(_ batch: Int) throws {
    var segments = 0
    var passing = 0
    for number in 0..<RandomCountyTests.each {
      let seed = UInt64(batch * 1000 + number)
      var random = SplitMix64(seed: seed)
      let county = TestCounty.random(&random)
      let figures = try county.figures()
      for stage in Stage.compulsory {
        let expected = Oracle(county: county).segments(stage)
        let worked = try #require(figures.stage(stage))
        try compare(worked, expected, county, seed)
        segments += expected.count
        passing += expected.count { $0.values.values.contains { $0 != nil } }
      }
    }
    #expect(segments > 30, "the random counties are too empty to show anything")
    #expect(passing > 30)
  }

  private func compare(
    _ worked: StageFigures, _ expected: [Oracle.Segment], _ county: TestCounty, _ seed: UInt64
  ) throws {
    let label = "seed \(seed) \(worked.stage.rawValue)"
    guard worked.segments.map(\.orgCode) == expected.map(\.code) else {
      Issue.record("\(label): segments \(worked.segments.map(\.orgCode)), expected \(expected.map(\.code))")
      return
    }
    for (segment, oracle) in zip(worked.segments, expected) {
      #expect(segment.pupils == oracle.pupils, "\(label) \(oracle.code)")
      #expect(segment.values.filter { $0.met == true }.map(\.id) == oracle.met, "\(label) \(oracle.code)")
      #expect(segment.values.filter { $0.at85 == true }.map(\.id) == oracle.at85, "\(label) \(oracle.code)")
      #expect(segment.passes == oracle.passes, "\(label) \(oracle.code)")
      for value in segment.values {
        let right = oracle.values[value.id] ?? nil
        #expect(close(value.value, right?.double), "\(label) \(oracle.code) \(value.id)")
      }
    }
    for indicator in worked.indicators {
      let spread = Oracle(county: county).spread(indicator.id, expected)
      #expect(close(indicator.mean, spread?.mean), "\(label) mean \(indicator.id)")
      #expect(close(indicator.cv, spread.flatMap(\.cv)), "\(label) cv \(indicator.id)")
    }
  }

  private func close(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) <= 1e-9 * max(1, abs(right))
  }
}
