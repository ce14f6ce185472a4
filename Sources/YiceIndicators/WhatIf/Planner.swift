internal import YiceModel

/// The cheapest set of additions with which every school passes and every 差异系数 is within its limit.
///
/// Method:
/// 1. By school, without the coefficients: every choice of the indicators that stay at 85 % is tried for all segments of
///    the school together; the cheapest is exact, for schools do not touch one another. Its sum is a lower bound.
/// 2. By indicator, where a coefficient is above its limit: the lowest schools are raised to one level, the least that
///    brings it within. On fractions this is the minimum: CV ≤ L is a convex cone, and the gain of one 元 depends only
///    on a school's value, so the lowest come first. Units are whole, and combined schools move both 学段, so the result
///    is a plan, not a proof; the fraction's cost is a lower bound.
/// 3. Units that turn out not to be needed are taken away again, and step 1 is done once more with the levels known.
///
/// Where step 2 finds nothing to do, the plan is the minimum. Otherwise cost and bound are both told.
///
/// A person who counts in several indicators is paid once (`SharedCost`). That changes what a set of units costs, not
/// which sets fulfil the rules, and more units never cost less: so step 1 stays exact.
package struct Planner {
  let problem: PlanProblem

  package init(_ problem: PlanProblem) { self.problem = problem }

  package func plan() -> Plan {
    let base = leastWithoutSpread(over: nil)
    var best = finish(base)
    for _ in 0..<3 {
      let again = finish(leastWithoutSpread(over: best))
      guard cost(again) < cost(best) * (1 - 1e-12) else { break }
      best = again
    }
    return Plan(
      units: best, cost: cost(best), bound: bound(base), isComplete: isComplete(best))
  }

  /// The best of three costs that no plan can beat: the schools alone; the coefficients alone; and the coefficients of
  /// those indicators that are above their limit, with the schools choosing as if these were free.
  private func bound(_ base: [[Int]]) -> Double {
    let spread = SpreadBound(problem)
    let above = problem.groups.filter { group in group.contains { !spreadHolds($0, base[$0]) } }
    var rest = problem
    for index in above.joined() { rest.indicators[index].cost = 0 }
    let others = Planner(rest)
    let mixed = above.reduce(others.cost(others.leastWithoutSpread(over: nil))) { $0 + spread.cost($1) }
    return max(cost(base), problem.groups.reduce(0) { $0 + spread.cost($1) }, mixed)
  }

  /// 元: a combined school's shared additions once, a person who counts in several indicators once.
  package func cost(_ units: [[Int]]) -> Double {
    problem.groups.reduce(0) { sum, group in
      var seen: Set<Int> = []
      return problem.segments.indices.reduce(sum) { sum, segment in
        let isOwn = group.allSatisfy { problem.indicators[$0].byStage }
        guard isOwn || seen.insert(problem.segments[segment].school).inserted else { return sum }
        return sum + price(group) { Double(units[$0][segment]) }
      }
    }
  }

  /// 元 of one group's units at one place.
  private func price(_ group: [Int], _ units: (Int) -> Double) -> Double {
    SharedCost.of(group.map { (units($0), problem.indicators[$0].cost) })
  }

  /// Every segment passes and every coefficient is within its limit.
  package func isComplete(_ units: [[Int]]) -> Bool {
    problem.bystanders.isEmpty && problem.segments.indices.allSatisfy { passes($0, units) }
      && spreadHolds(units)
  }

  private func passes(_ segment: Int, _ units: [[Int]]) -> Bool {
    var below = 0
    for index in problem.indicators.indices {
      let needed = problem.units(segment, index, to: problem.segments[segment].full[index])
      if units[index][segment] >= needed { continue }
      below += 1
      guard units[index][segment] >= problem.units(segment, index, to: problem.segments[segment].near[index])
      else { return false }
    }
    return below <= problem.spare
  }

  func spreadHolds(_ units: [[Int]]) -> Bool {
    problem.indicators.indices.allSatisfy { spreadHolds($0, units[$0]) }
  }

  func spreadHolds(_ indicator: Int, _ units: [Int]) -> Bool {
    problem.stages.allSatisfy { stage, members in
      guard let limit = problem.limits[stage] else { return true }
      guard let value = problem.coefficient(indicator, members, units) else { return false }
      return value <= limit - 1e-12
    }
  }
}

// MARK: - Step 1: school by school

extension Planner {
  /// - Parameter floor: units that another step asks for anyway; only what goes beyond them is paid here.
  private func leastWithoutSpread(over floor: [[Int]]?) -> [[Int]] {
    var units = problem.indicators.map { _ in problem.segments.map { _ in 0 } }
    for school in Set(problem.segments.map(\.school)).sorted() {
      let members = problem.segments.indices.filter { problem.segments[$0].school == school }
      let best = choices(members).map { demand(members, $0) }.min {
        price(members, $0, floor) < price(members, $1, floor)
      }
      guard let best else { continue }
      for (position, member) in members.enumerated() {
        for index in problem.indicators.indices { units[index][member] = best[index][position] }
      }
    }
    return units
  }

  /// Every choice of what stays at 85 %, for all segments of a school.
  private func choices(_ members: [Int]) -> [[Set<Int>]] {
    let sets = subsets(of: problem.spare)
    return members.reduce([[]]) { found, _ in found.flatMap { head in sets.map { head + [$0] } } }
  }

  private func subsets(of size: Int) -> [Set<Int>] {
    let all = Array(problem.indicators.indices)
    var found: [Set<Int>] = [[]]
    for _ in 0..<min(size, all.count) {
      found += found.flatMap { set in all.filter { !set.contains($0) }.map { set.union([$0]) } }
      found = Array(Set(found))
    }
    return found.sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
  }

  /// Units by indicator and member; shared ones are the most that a member needs.
  private func demand(_ members: [Int], _ left: [Set<Int>]) -> [[Int]] {
    problem.indicators.indices.map { index in
      let needs = zip(members, left).map { member, spared in
        let segment = problem.segments[member]
        let mark = spared.contains(index) ? segment.near[index] : segment.full[index]
        return problem.units(member, index, to: mark)
      }
      return problem.indicators[index].byStage ? needs : needs.map { _ in needs.max() ?? 0 }
    }
  }

  private func price(_ members: [Int], _ demand: [[Int]], _ floor: [[Int]]?) -> Double {
    problem.groups.reduce(0) { sum, group in
      let costs = members.enumerated().map { position, member in
        let own = price(group) { Double(demand[$0][position]) }
        guard let floor else { return own * (1 + 1e-9) }
        let paid = price(group) { Double(floor[$0][member]) }
        let both = price(group) { Double(max(demand[$0][position], floor[$0][member])) }
        return both - paid + own * 1e-9
      }
      let isOwn = group.allSatisfy { problem.indicators[$0].byStage }
      return sum + (isOwn ? costs.reduce(0, +) : costs.max() ?? 0)
    }
  }
}
