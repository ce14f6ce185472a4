package import GRDB
package import YiceModel
internal import YiceStandards

/// A county's plan: what to add to which school, and what is known about its cost.
package struct CountyPlan: Sendable {
  package struct Addition: Sendable {
    package var orgCode: String
    package var name: String
    package var indicator: String
    package var element: Element
    /// Of what is counted by 学段; nil where it goes to the whole school.
    package var stage: Stage?
    package var amount: Double
    package var cost: Double

    package var change: AmountChange {
      AmountChange(orgCode: orgCode, element: element, stage: stage, kind: .add(amount))
    }
  }

  package var additions: [Addition]
  package var plan: Plan
  /// Segments that are left out because something is 未填: no addition can make them pass.
  package var incomplete: [String]

  /// From the temporary tables that `Indicators.compute` left; run it in the same body.
  /// - Throws: `PlanError`, `DatabaseError`.
  package static func make(_ db: Database, _ figures: CountyFigures, costs: CostTable) throws -> CountyPlan {
    let profile = figures.profile
    guard let rule = profile.passRule else { throw PlanError.noRule(profile.id) }
    let kept = figures.stages.flatMap(\.segments).filter { segment in
      segment.values.allSatisfy { $0.value != nil }
    }
    let left = figures.stages.flatMap(\.segments).filter { segment in
      segment.values.contains { $0.value == nil }
    }
    let elements = try profile.indicators.map { rule -> (Element, Double) in
      guard let element = rule.addedElement, let cost = costs.cost(of: element.name) else {
        throw PlanError.noCost(rule.addedElement?.name ?? rule.id)
      }
      return (element, cost)
    }
    let codes = Array(Set(kept.map(\.orgCode))).sorted()
    var positions: [String: Int] = [:]
    for (index, code) in codes.enumerated() { positions[code] = index }
    let shares = try self.shares(db)
    let problem = PlanProblem(
      indicators: zip(profile.indicators, elements).map { rule, element in
        PlanProblem.Indicator(
          id: rule.id, per: Double(rule.per), step: element.0.step, cost: element.0.step * element.1,
          byStage: !rule.split)
      },
      segments: kept.map { segment in
        let pupils = Double(segment.pupils)
        func marks(_ share: Double) -> [Double] {
          profile.indicators.map { rule in
            let mark = Rational(decimal: rule.thresholds[segment.stage] ?? 0) * Rational(decimal: share)
            return Verdict.mark(mark, profile.compare).double * pupils / Double(rule.per)
          }
        }
        let share = shares[SegmentKey(orgCode: segment.orgCode, stage: segment.stage.rawValue)] ?? 1
        return PlanProblem.Segment(
          school: positions[segment.orgCode] ?? 0, stage: segment.stage, pupils: pupils,
          amounts: segment.values.map { $0.numerator ?? 0 }, full: marks(1), near: marks(rule.near),
          shares: profile.indicators.map { $0.split ? share : 1 })
      },
      spare: max(0, profile.indicators.count - rule.least), limits: profile.cvLimits)
    let plan = Planner(problem).plan()
    return CountyPlan(
      additions: additions(plan, problem, kept, elements), plan: plan,
      incomplete: left.map { "\($0.name) \($0.stage.rawValue)" })
  }

  private static func additions(
    _ plan: Plan, _ problem: PlanProblem, _ segments: [SegmentFigures], _ elements: [(Element, Double)]
  ) -> [Addition] {
    problem.indicators.enumerated().flatMap { index, indicator -> [Addition] in
      var seen: Set<String> = []
      return segments.enumerated().compactMap { position, segment in
        let units = plan.units[index][position]
        guard units > 0, indicator.byStage || seen.insert(segment.orgCode).inserted else { return nil }
        let (element, cost) = elements[index]
        let amount = element.step == 1 ? Double(units) : Double(units) / 100
        return Addition(
          orgCode: segment.orgCode, name: segment.name, indicator: indicator.id, element: element,
          stage: indicator.byStage ? segment.stage : nil, amount: amount, cost: amount * cost)
      }
    }
  }

  /// Each segment's share of what its whole school gets.
  private static func shares(_ db: Database) throws -> [SegmentKey: Double] {
    var shares: [SegmentKey: Double] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT org_code, stage, weighted, total FROM basis WHERE campus IS NULL")
    {
      shares[SegmentKey(orgCode: row["org_code"], stage: row["stage"])] =
        Double(row["weighted"] as Int64) / Double(row["total"] as Int64)
    }
    return shares
  }
}

/// Why no plan can be made.
package enum PlanError: YiceError, Equatable {
  case noRule(String)
  case noCost(String)

  package var exitStatus: ExitStatus { .failed }

  package var description: String {
    switch self {
    case .noRule(let id): "标准 \(id) 没有“综合达标”的规则，不能做方案。"
    case .noCost(let element): "“\(element)”没有单价。请写进“单位成本”表：yice add 县.db 单位成本 项目=\(element) 单价=…"
    }
  }
}
