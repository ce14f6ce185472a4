internal import GRDB
internal import YiceModel
internal import YiceStandards

/// One indicator over a 学段 of the county, from table `county_value`.
struct CountyRow {
  private let db: Database
  private let profile: Profile
  private let rule: IndicatorRule
  private let stage: Stage
  private let segments: Int
  private let met: Int

  /// - Parameters:
  ///   - segments: of the 学段, with the value or without.
  ///   - met: those that meet the threshold.
  init(_ db: Database, _ profile: Profile, _ rule: IndicatorRule, _ stage: Stage, segments: Int, met: Int) {
    self.db = db
    self.profile = profile
    self.rule = rule
    self.stage = stage
    self.segments = segments
    self.met = met
  }

  func indicator() throws -> CountyIndicator {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM county_value WHERE stage = ? AND indicator = ?",
      arguments: [stage.rawValue, rule.id])
    let mean = row?["mean"] as Double?
    let cv = row.flatMap { coefficient($0["mean"], $0["variance"]) }
    let plain = row.flatMap { coefficient($0["plain_mean"], $0["plain_variance"]) }
    let limit = profile.cvLimits[stage]
    let judged = try cv.flatMap { cv in try limit.map { try within(cv, $0) } }
    return CountyIndicator(
      id: rule.id, mean: mean,
      meanText: try mean.map { try RoundedText.of($0, places: 2, exact: exactMean) }, cv: judged?.value ?? cv,
      unweightedCV: plain, limit: limit, withinLimit: judged?.within,
      counted: row?["segments"] ?? 0, segments: segments, met: met)
  }

  private func coefficient(_ mean: Double?, _ variance: Double?) -> Double? {
    guard let mean, let variance else { return nil }
    return CoefficientOfVariation.of(mean: mean, variance: variance)
  }

  /// CV ≤ limit; near the limit decided exactly. What is the limit exactly is printed as it, not with a last bit more.
  private func within(_ cv: Double, _ limit: Double) throws -> (value: Double, within: Bool) {
    guard abs(cv - limit) <= Verdict.tolerance * max(1, limit) else { return (cv, cv < limit) }
    let exact = try exactCoefficient(cv)
    let mark = ExactFraction(Rational(decimal: limit))
    let isAtMost = exact.isAtMost(mark)
    return (isAtMost && exact.isAtLeast(mark) ? limit : cv, isAtMost)
  }

  /// The coefficient for exact comparing: P·Σ xᵢ²/pᵢ against (1 + mark²)·(Σ xᵢ)², which needs no root.
  func exactCoefficient(_ cv: Double) throws -> CompositeLimit.Coefficient {
    var squares = ExactFraction(0)
    var sum = ExactFraction(0)
    var pupils = 0
    for (amount, own) in try exactAmounts() {
      squares = squares + amount * amount * ExactFraction(1, Int128(own))
      sum = sum + amount
      pupils += own
    }
    let spread = squares * ExactFraction(Int128(pupils))
    let square = sum * sum
    return CompositeLimit.Coefficient(
      value: cv, isAtMost: { spread <= (ExactFraction(1) + $0 * $0) * square },
      isAtLeast: { (ExactFraction(1) + $0 * $0) * square <= spread })
  }

  /// 综合差异系数 of a 学段 against its limit; nil where it is undefined or no limit is set.
  static func composite(
    _ db: Database, _ profile: Profile, _ stage: Stage, _ indicators: [CountyIndicator]
  ) throws -> (value: Double?, within: Bool?) {
    guard let limit = profile.compositeLimits[stage] else { return (nil, nil) }
    guard let mean = CoefficientOfVariation.composite(indicators.map(\.cv)) else { return (nil, nil) }
    return try CompositeLimit.judged(mean, limit) {
      try zip(profile.indicators, indicators).map { rule, indicator in
        try CountyRow(db, profile, rule, stage, segments: 0, met: 0).exactCoefficient(indicator.cv ?? 0)
      }
    }
  }

  private func exactMean() throws -> ExactFraction {
    var sum = ExactFraction(0)
    var pupils = 0
    for (amount, own) in try exactAmounts() {
      sum = sum + amount
      pupils += own
    }
    return sum * ExactFraction(Int128(rule.per), Int128(pupils))
  }

  private func exactAmounts() throws -> [(amount: ExactFraction, pupils: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, pupils FROM segment_value
        WHERE stage = ? AND indicator = ? AND value IS NOT NULL ORDER BY org_code
        """, arguments: [stage.rawValue, rule.id]
    ).map { row in
      let key = SegmentKey(orgCode: row["org_code"], stage: stage.rawValue)
      return (try WorkedTables.exactAmount(db, key, rule.id), row["pupils"])
    }
  }
}
