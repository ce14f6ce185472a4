internal import GRDB
internal import YiceModel
internal import YiceStandards

/// The county's figures and counts in one pass over the worked tables, without keeping a segment.
///
/// Verdicts are the same as in `Assembly`; what goes with single schools (terms, sources, findings by school) is not made.
/// Decision 0018.
struct SummaryAssembly {
  private let db: Database
  private let scope: Scope
  private let profile: Profile
  private let year: Int
  /// By 学段, then position of the indicator; nil where no threshold is set.
  private let marks: [String: [(full: Verdict.Mark, near: Verdict.Mark)?]]

  init(_ db: Database, scope: Scope, profile: Profile, year: Int) {
    self.db = db
    self.scope = scope
    self.profile = profile
    self.year = year
    let near = Rational(decimal: profile.passRule?.near ?? 1)
    var marks: [String: [(full: Verdict.Mark, near: Verdict.Mark)?]] = [:]
    for stage in Stage.compulsory {
      marks[stage.rawValue] = profile.indicators.map { rule in
        rule.thresholds[stage].map { threshold in
          let mark = Rational(decimal: threshold)
          return (
            Verdict.Mark(Verdict.mark(mark, profile.compare)),
            Verdict.Mark(Verdict.mark(mark * near, profile.compare))
          )
        }
      }
    }
    self.marks = marks
  }

  func county() throws -> CountyFigures {
    let tallies = try self.tallies()
    return try CountyFigures(
      profile: profile, year: year,
      stages: Stage.compulsory.map { try stage($0, tallies[$0.rawValue] ?? Tally(profile)) },
      leftOut: scope.leftOut, findings: FigureFindings.rivals(profile) + scope.findings
    ).withoutSpread(ifOneSchool: db)
  }

  private struct Tally {
    var counts = StageFigures.Counts()
    /// Segments that meet each indicator.
    var met: [Int]

    init(_ profile: Profile) { met = profile.indicators.map { _ in 0 } }
  }

  /// Rows come segment by segment, for so the table was made.
  private func tallies() throws -> [String: Tally] {
    var positions: [String: Int] = [:]
    for (index, rule) in profile.indicators.enumerated() { positions[rule.id] = index }
    var tallies: [String: Tally] = [:]
    for stage in Stage.compulsory { tallies[stage.rawValue] = Tally(profile) }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT stage, indicator, pupils, value, org_code FROM segment_value ORDER BY rowid")
    var seen = 0
    var met = 0
    var near = 0
    while let row = try rows.next() {
      let stage: String = row[0]
      guard let position = positions[row[1] as String], var tally = tallies.removeValue(forKey: stage) else {
        continue
      }
      if let mark = marks[stage]?[position], let value = row[3] as Double? {
        let exact = { () throws -> ExactFraction in
          let rule = profile.indicators[position]
          return try WorkedTables.exactAmount(db, SegmentKey(orgCode: row[4], stage: stage), rule.id)
            * ExactFraction(Int128(rule.per), Int128(row[2] as Int))
        }
        if try mark.full.isReached(value, exact) {
          met += 1
          near += 1
          tally.met[position] += 1
        } else if try mark.near.isReached(value, exact) {
          near += 1
        }
      }
      seen += 1
      if seen == profile.indicators.count {
        tally.counts.segments += 1
        tally.counts.pupils += row[2] as Int
        let asked = marks[stage]?.count { $0 != nil } ?? 0
        if let rule = profile.passRule, met >= rule.least, near == asked { tally.counts.passing += 1 }
        (seen, met, near) = (0, 0, 0)
      }
      tallies[stage] = tally
    }
    return tallies
  }

  private func stage(_ stage: Stage, _ tally: Tally) throws -> StageFigures {
    let indicators = try profile.indicators.enumerated().map { index, rule in
      try CountyRow(db, profile, rule, stage, segments: tally.counts.segments, met: tally.met[index])
        .indicator()
    }
    let limit = profile.compositeLimits[stage]
    let (composite, within) = try CountyRow.composite(db, profile, stage, indicators)
    let asked = [profile.passRule == nil, profile.cvLimits[stage] == nil, limit == nil].contains(false)
    let everySchool = profile.passRule == nil || tally.counts.passing == tally.counts.segments
    let everyLimit = indicators.allSatisfy { $0.limit == nil || $0.withinLimit == true }
    return StageFigures(
      stage: stage, segments: [], indicators: indicators, composite: composite, compositeLimit: limit,
      compositeWithinLimit: within,
      passes: asked && tally.counts.segments > 0
        ? everySchool && everyLimit && (limit == nil || within == true) : nil,
      counts: tally.counts)
  }
}
