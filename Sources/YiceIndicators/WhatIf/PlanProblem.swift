package import YiceModel

/// What a plan starts from: every segment's amounts and marks, without a database.
///
/// One unit added to a school raises an indicator of each of its segments by step × share: the whole of it for what is
/// counted by 学段 (each segment has its own units), a share for what a combined school splits.
package struct PlanProblem: Sendable {
  package struct Indicator: Sendable {
    package var id: String
    package var per: Double
    package var step: Double
    /// 元 a step.
    package var cost: Double
    /// Counted by 学段, so that each segment is added to on its own.
    package var byStage: Bool

    package init(id: String, per: Double, step: Double, cost: Double, byStage: Bool) {
      self.id = id
      self.per = per
      self.step = step
      self.cost = cost
      self.byStage = byStage
    }
  }

  package struct Segment: Sendable {
    package var school: Int
    package var stage: Stage
    package var pupils: Double
    /// Numerators, one an indicator.
    package var amounts: [Double]
    /// Least numerators: of the threshold, and of 85 % of it.
    package var full: [Double]
    package var near: [Double]
    /// Share of what is added to the school; 1 for indicators by 学段.
    package var shares: [Double]

    package init(
      school: Int, stage: Stage, pupils: Double, amounts: [Double], full: [Double], near: [Double],
      shares: [Double]
    ) {
      self.school = school
      self.stage = stage
      self.pupils = pupils
      self.amounts = amounts
      self.full = full
      self.near = near
      self.shares = shares
    }
  }

  /// A segment that no addition can make pass, for something is 未填: what is known of it counts in the coefficients.
  package struct Bystander: Sendable {
    package var stage: Stage
    package var pupils: Double
    /// Numerators, one an indicator; nil: 未填.
    package var amounts: [Double?]

    package init(stage: Stage, pupils: Double, amounts: [Double?]) {
      self.stage = stage
      self.pupils = pupils
      self.amounts = amounts
    }
  }

  package var indicators: [Indicator]
  package var segments: [Segment]
  package var bystanders: [Bystander]
  /// How many indicators of a segment may stay at 85 %.
  package var spare: Int
  package var limits: [Stage: Double]
  /// Indicators by 学段 that one person may count in at once, by position; no position stands in two of them.
  package var onePerson: [[Int]]

  package init(
    indicators: [Indicator], segments: [Segment], spare: Int, limits: [Stage: Double],
    onePerson: [[Int]] = [],
    bystanders: [Bystander] = []
  ) {
    self.indicators = indicators
    self.segments = segments
    self.spare = spare
    self.limits = limits
    self.onePerson = onePerson
    self.bystanders = bystanders
  }

  /// Every indicator in one group: those that a person counts in together, each of the others by itself.
  var groups: [[Int]] {
    onePerson + indicators.indices.filter { !onePerson.joined().contains($0) }.map { [$0] }
  }

  /// Far below a step's effect, above what Double loses.
  static let tolerance = 1e-9

  /// Units of an indicator that take a segment's numerator to a mark.
  func units(_ segment: Int, _ indicator: Int, to mark: Double) -> Int {
    let one = segments[segment]
    let gain = indicators[indicator].step * one.shares[indicator]
    let lacks = mark - one.amounts[indicator]
    guard lacks > PlanProblem.tolerance * max(1, abs(mark)) else { return 0 }
    return Int((lacks / gain - PlanProblem.tolerance).rounded(.up))
  }

  /// The coefficient of one 学段 and indicator with these units; nil where the mean is 0.
  func coefficient(_ indicator: Int, _ members: [Int], _ units: [Int]) -> Double? {
    let per = indicators[indicator].per
    let own = members.map { (amount($0, indicator, units[$0]), segments[$0].pupils) }
    let all = own + bystanders(of: members.first, indicator)
    var total = 0.0
    var sum = 0.0
    for (amount, pupils) in all {
      total += pupils
      sum += amount * per
    }
    let mean = sum / total
    guard mean > 0 else { return nil }
    var variance = 0.0
    for (amount, pupils) in all {
      let value = amount / pupils * per
      variance += pupils * (value - mean) * (value - mean)
    }
    return (variance / total).squareRoot() / mean
  }

  /// Known numerators and pupils of the 学段 of a segment that the plan adds nothing to.
  func bystanders(of segment: Int?, _ indicator: Int) -> [(amount: Double, pupils: Double)] {
    guard let segment else { return [] }
    return bystanders.filter { $0.stage == segments[segment].stage }.compactMap { one in
      one.amounts[indicator].map { ($0, one.pupils) }
    }
  }

  func amount(_ segment: Int, _ indicator: Int, _ units: Int) -> Double {
    segments[segment].amounts[indicator]
      + Double(units) * indicators[indicator].step * segments[segment].shares[indicator]
  }

  /// Segments by 学段.
  var stages: [(stage: Stage, members: [Int])] {
    Stage.compulsory.map { stage in
      (stage, segments.indices.filter { segments[$0].stage == stage })
    }.filter { !$0.members.isEmpty }
  }

  /// The other segments of the same school, itself among them.
  func siblings(_ segment: Int) -> [Int] {
    segments.indices.filter { segments[$0].school == segments[segment].school }
  }
}

/// What to add, what it costs, and what no plan can cost less than.
package struct Plan: Sendable {
  /// Units of each indicator by segment: `units[indicator][segment]`. For a combined school's shared amounts the same
  /// number stands at each of its segments, and is one purchase.
  package var units: [[Int]]
  package var cost: Double
  /// No set of additions that fulfils everything costs less.
  package var bound: Double
  /// Whether every rule is fulfilled, and nothing is 未填.
  package var isComplete: Bool
  package var isProven: Bool { isComplete && cost <= bound * (1 + 1e-9) + 1e-6 }
}
