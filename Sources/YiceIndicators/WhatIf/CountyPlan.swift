internal import GRDB
package import YiceModel
internal import YiceStandards

/// A county's plan: what to add to which school, and what is known about its cost. Decision 0016.
package struct CountyPlan: Sendable {
  package struct Addition: Sendable {
    package var orgCode: String
    package var name: String
    /// Several where one person counts in each of them.
    package var indicators: [String]
    package var elements: [Element]
    /// Of what is counted by 学段; nil where it goes to the whole school.
    package var stage: Stage?
    package var amount: Double
    package var cost: Double

    package var changes: [AmountChange] {
      elements.map { AmountChange(orgCode: orgCode, element: $0, stage: stage, kind: .add(amount)) }
    }
  }

  /// 元 a unit of what the plan may add.
  package struct UnitCost: Sendable, Equatable {
    package var element: Element
    package var cost: Double
    /// The county's own (table `unit_cost`); otherwise a placeholder of the profile that no document gives.
    package var isOwn: Bool

    package init(element: Element, cost: Double, isOwn: Bool) {
      self.element = element
      self.cost = cost
      self.isOwn = isOwn
    }
  }

  package var additions: [Addition]
  package var plan: Plan
  /// Segments that are added nothing to because something is 未填: no addition can make them pass.
  package var incomplete: [String]
  package var unitCosts: [UnitCost]
  /// Sets of 数据项 that one person counts in at once.
  package var onePerson: [[Element]]

  /// From the working tables of a `WorkedYear`.
  /// - Parameter sharing: false: every person counts in one indicator only, whatever the profile says.
  /// - Throws: `PlanError`, `DatabaseError`.
  static func make(
    _ db: Database, _ figures: CountyFigures, costs: CostTable, sharing: Bool
  ) throws -> CountyPlan {
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
    let onePerson = sharing ? groups(profile, elements.map(\.0)) : []
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
      spare: max(0, profile.indicators.count - rule.least), limits: profile.cvLimits, onePerson: onePerson,
      bystanders: left.map { segment in
        PlanProblem.Bystander(
          stage: segment.stage, pupils: Double(segment.pupils), amounts: segment.values.map(\.numerator))
      })
    let plan = Planner(problem).plan()
    return CountyPlan(
      additions: additions(plan, problem, kept, elements), plan: plan,
      incomplete: left.map { "\($0.name) \($0.stage.rawValue)" },
      unitCosts: elements.map { UnitCost(element: $0, cost: $1, isOwn: costs.own.contains($0.name)) },
      onePerson: onePerson.map { $0.map { elements[$0].0 } })
  }

  /// Positions of indicators whose units one person may fill at once.
  private static func groups(_ profile: Profile, _ elements: [Element]) -> [[Int]] {
    profile.onePerson.map { names in
      elements.indices.filter { names.contains(elements[$0].name) && !profile.indicators[$0].split }
    }.filter { $0.count > 1 }
  }

  private static func additions(
    _ plan: Plan, _ problem: PlanProblem, _ segments: [SegmentFigures], _ elements: [(Element, Double)]
  ) -> [Addition] {
    problem.groups.sorted { ($0.first ?? 0) < ($1.first ?? 0) }.flatMap { group -> [Addition] in
      let isOwn = group.allSatisfy { problem.indicators[$0].byStage }
      var seen: Set<String> = []
      return segments.enumerated().flatMap { position, segment -> [Addition] in
        guard isOwn || seen.insert(segment.orgCode).inserted else { return [] }
        return SharedCost.persons(group.map { ($0, plan.units[$0][position]) }).map { indicators, count in
          let step = elements[indicators[0]].0.step
          let amount = step == 1 ? Double(count) : Double(count) / 100
          return Addition(
            orgCode: segment.orgCode, name: segment.name,
            indicators: indicators.map { problem.indicators[$0].id },
            elements: indicators.map { elements[$0].0 }, stage: isOwn ? segment.stage : nil, amount: amount,
            cost: amount * (indicators.map { elements[$0].1 }.max() ?? 0))
        }
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
    case .noRule(let id):
      "标准 \(id) 没有逐校“综合达标”的规则，--plan 不适用。请把改动写出来试算，如 yice whatif 县.db \"石桥小学 计算机台数 +20\"；"
        + "有这条规则的标准（如 national-2017）可用 --standard 换上。"
    case .noCost(let element): "“\(element)”没有单价。请写进“单位成本”表：yice add 县.db 单位成本 项目=\(element) 单价=…"
    }
  }
}
