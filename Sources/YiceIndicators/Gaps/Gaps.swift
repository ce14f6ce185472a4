internal import GRDB
internal import YiceModel
internal import YiceStandards

/// Works out what is missing, from the working tables of a `WorkedYear`.
struct Gaps {
  private let db: Database
  private let figures: CountyFigures
  private let costs: CostTable

  init(_ db: Database, _ figures: CountyFigures, costs: CostTable) {
    self.db = db
    self.figures = figures
    self.costs = costs
  }

  /// Every segment that does not pass, or that misses a threshold; by 学段 and code.
  func all() throws -> [SegmentGaps] {
    try figures.stages.flatMap { stage in
      try stage.segments.filter { segment in
        segment.passes == false || segment.values.contains { $0.met == false }
      }.map(gaps)
    }
  }

  private func gaps(of segment: SegmentFigures) throws -> SegmentGaps {
    let unmet = segment.values.filter { $0.met == false }
    let gaps = try unmet.compactMap { try gap($0, segment) }
    let missing = unmet.filter { $0.value == nil }.map(\.id)
    let plan = missing.isEmpty && segment.passes == false ? self.plan(gaps) : []
    return SegmentGaps(
      orgCode: segment.orgCode, name: segment.name, stage: segment.stage, metCount: segment.metCount,
      passes: segment.passes != false, gaps: gaps, missing: missing, plan: plan,
      first: segment.passes == false ? first(segment, gaps, plan) : nil)
  }

  private func gap(_ value: IndicatorValue, _ segment: SegmentFigures) throws -> Gap? {
    guard let rule = figures.profile.indicator(value.id), let element = rule.addedElement,
      let threshold = value.threshold, let own = value.value
    else { return nil }
    let share = try self.share(segment, rule)
    let shortfall = Shortfall(
      amount: try WorkedTables.exactAmount(
        db, SegmentKey(orgCode: segment.orgCode, stage: segment.stage.rawValue), rule.id),
      approximate: value.numerator ?? 0, pupils: segment.pupils, per: rule.per, share: share,
      step: element.step)
    let mark = Rational(decimal: threshold)
    let near = mark * Rational(decimal: figures.profile.passRule?.near ?? 1)
    let full = shortfall.units(to: Verdict.mark(mark, figures.profile.compare))
    let part = shortfall.units(to: Verdict.mark(near, figures.profile.compare))
    let cost = costs.cost(of: element.name)
    return Gap(
      orgCode: segment.orgCode, name: segment.name, stage: segment.stage, indicator: rule.id,
      element: element,
      value: own, threshold: threshold, toThreshold: Gaps.amount(full, element.step),
      to85: Gaps.amount(part, element.step), share: share.double,
      cost: cost.map { $0 * Gaps.amount(full, element.step) },
      cost85: cost.map { $0 * Gaps.amount(part, element.step) })
  }

  private static func amount(_ units: Int64, _ step: Double) -> Double {
    step == 1 ? Double(units) : Double(units) / (1 / step).rounded()
  }

  /// The segment's part of what is added to the whole school (tied to no campus).
  private func share(_ segment: SegmentFigures, _ rule: IndicatorRule) throws -> Rational {
    guard rule.split else { return Rational(1) }
    let row = try Row.fetchOne(
      db, sql: "SELECT weighted, total FROM basis WHERE org_code = ? AND stage = ? AND campus IS NULL",
      arguments: [segment.orgCode, segment.stage.rawValue])
    guard let row else { return Rational(1) }
    return Rational(Int128(row["weighted"] as Int64), Int128(row["total"] as Int64))
  }
}

// MARK: - What to do

extension Gaps {
  /// All to the threshold but as many as the rule leaves at 85 %: those that save the most. Additions are independent of
  /// one another, so taking the largest savings is the cheapest.
  private func plan(_ gaps: [Gap]) -> [SegmentGaps.Target] {
    guard let rule = figures.profile.passRule else { return [] }
    let spare = max(0, figures.profile.indicators.count - rule.least)
    let ranked = gaps.sorted { Gaps.saving($0) > Gaps.saving($1) }
    return ranked.enumerated().compactMap { index, gap in
      let left = index < spare
      let amount = left ? gap.to85 : gap.toThreshold
      guard amount > 0 else { return nil }
      return SegmentGaps.Target(
        indicator: gap.indicator, amount: amount, to85: left, cost: left ? gap.cost85 : gap.cost)
    }.sorted { $0.indicator < $1.indicator }
  }

  /// Without unit costs: the share of the threshold that is missing.
  private static func saving(_ gap: Gap) -> Double {
    if let cost = gap.cost, let cost85 = gap.cost85 { return cost - cost85 }
    return (gap.threshold - gap.value) / gap.threshold
  }

  /// The cheapest that alone is enough; where none is, the cheapest step of the plan.
  private func first(
    _ segment: SegmentFigures, _ gaps: [Gap], _ plan: [SegmentGaps.Target]
  ) -> (indicator: String, enough: Bool)? {
    guard let rule = figures.profile.passRule else { return nil }
    func price(_ gap: Gap) -> Double { gap.cost ?? (gap.threshold - gap.value) / gap.threshold }
    let alone = gaps.filter { gap in
      let others = segment.values.filter { $0.met == false && $0.id != gap.indicator }
      return segment.metCount + 1 >= rule.least && others.allSatisfy { $0.at85 == true }
    }
    if let best = alone.min(by: { price($0) < price($1) }) { return (best.indicator, true) }
    let steps = gaps.filter { gap in plan.contains { $0.indicator == gap.indicator } }
    return (steps.isEmpty ? gaps : steps).min { price($0) < price($1) }.map {
      ($0.indicator, plan.count == 1)
    }
  }
}
