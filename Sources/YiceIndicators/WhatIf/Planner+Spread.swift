internal import YiceModel

// MARK: - Steps 2 and 3: the coefficients

extension Planner {
  /// Raises the lowest where a coefficient is above its limit, then takes away what is not needed.
  func finish(_ base: [[Int]]) -> [[Int]] {
    problem.indicators.indices.map { index in
      guard !spreadHolds(index, base[index]) else { return base[index] }
      return trimmed(index, base: base[index], raised(index, base[index]))
    }
  }

  private func raised(_ indicator: Int, _ base: [Int]) -> [Int] {
    var units = base
    // Raising one 学段 of a combined school moves the other: repeat until both hold.
    for _ in 0..<60 where !spreadHolds(indicator, units) {
      for (stage, members) in problem.stages {
        guard let limit = problem.limits[stage] else { continue }
        let value = problem.coefficient(indicator, members, units)
        guard value == nil || (value ?? 0) > limit - 1e-12 else { continue }
        units = level(indicator, members, limit, units)
      }
    }
    return units
  }

  /// The least level to which the members below it are raised so that the coefficient holds.
  private func level(_ indicator: Int, _ members: [Int], _ limit: Double, _ units: [Int]) -> [Int] {
    let per = problem.indicators[indicator].per
    func at(_ level: Double) -> [Int] {
      var copy = units
      for member in members {
        let mark = level / per * problem.segments[member].pupils
        copy = set(indicator, member, max(copy[member], problem.units(member, indicator, to: mark)), copy)
      }
      return copy
    }
    func holds(_ level: Double) -> Bool {
      (problem.coefficient(indicator, members, at(level)) ?? .infinity) <= limit - 1e-12
    }
    let values = members.map {
      problem.amount($0, indicator, units[$0]) / problem.segments[$0].pupils * per
    }
    var low = values.min() ?? 0
    var high = max(values.max() ?? 0, low + per * problem.indicators[indicator].step)
    // Where all stand level the coefficient is 0 but for whole units; small schools may need a little more.
    for _ in 0..<40 where !holds(high) { high *= 1.5 }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return at(high)
  }

  /// Shared amounts are one number for the whole school.
  private func set(_ indicator: Int, _ member: Int, _ units: Int, _ all: [Int]) -> [Int] {
    var copy = all
    if problem.indicators[indicator].byStage {
      copy[member] = units
    } else {
      for sibling in problem.siblings(member) { copy[sibling] = units }
    }
    return copy
  }

  /// Takes units away, large pieces first, as long as everything holds; no single unit can go at the end.
  private func trimmed(_ indicator: Int, base: [Int], _ raised: [Int]) -> [Int] {
    guard spreadHolds(indicator, raised) else { return raised }
    var units = raised
    let order = problem.segments.indices.filter { raised[$0] > base[$0] }.sorted {
      problem.segments[$0].pupils < problem.segments[$1].pupils
    }
    var changed = true
    while changed {
      changed = false
      for member in order {
        var piece = units[member] - base[member]
        while piece > 0 {
          let fewer = set(indicator, member, units[member] - piece, units)
          let allowed = problem.siblings(member).allSatisfy { fewer[$0] >= base[$0] }
          if allowed, spreadHolds(indicator, fewer) {
            units = fewer
            changed = true
            piece = min(piece, units[member] - base[member])
          } else {
            piece /= 2
          }
        }
      }
    }
    return units
  }
}

/// A cost that no plan can beat, from the coefficients alone: each indicator on fractions, everybody at 85 % at least,
/// each segment of a combined school as if all that is added were its own, and of a shared indicator only the dearer 学段.
struct SpreadBound {
  let problem: PlanProblem

  init(_ problem: PlanProblem) { self.problem = problem }

  /// 元 of a group. Persons of a 学段 are at least as many as its neediest indicator asks for over all schools, so the
  /// 学段's sums are priced as if it were one school.
  func cost(_ group: [Int]) -> Double {
    let stages = problem.stages.map { stage, members in
      SharedCost.of(
        group.map { (least($0, members, problem.limits[stage]), problem.indicators[$0].cost) })
    }
    return group.allSatisfy { problem.indicators[$0].byStage } ? stages.reduce(0, +) : stages.max() ?? 0
  }

  /// Steps (as a fraction) that the 学段 needs at least.
  private func least(_ indicator: Int, _ members: [Int], _ limit: Double?) -> Double {
    func amounts(_ level: Double) -> [Double] {
      members.map { member in
        let segment = problem.segments[member]
        return max(segment.amounts[indicator], segment.near[indicator], level * segment.pupils)
      }
    }
    func holds(_ level: Double) -> Bool {
      guard let limit else { return true }
      let raised =
        zip(amounts(level), members.map { problem.segments[$0].pupils }).map { $0 }
        + problem.bystanders(of: members.first, indicator).map { ($0.amount, $0.pupils) }
      let pupils = raised.reduce(0) { $0 + $1.1 }
      let mean = raised.reduce(0) { $0 + $1.0 } / pupils
      guard mean > 0 else { return false }
      var variance = 0.0
      for (amount, own) in raised { variance += own * (amount / own - mean) * (amount / own - mean) }
      return (variance / pupils).squareRoot() / mean <= limit
    }
    var low = 0.0
    var high =
      members.map { problem.segments[$0].amounts[indicator] / problem.segments[$0].pupils }.max() ?? 0
    if !holds(low) {
      for _ in 0..<100 {
        let middle = (low + high) / 2
        if holds(middle) { high = middle } else { low = middle }
      }
    }
    let added = zip(amounts(low), members).reduce(0) { $0 + $1.0 - problem.segments[$1.1].amounts[indicator] }
    return max(0, added) / problem.indicators[indicator].step
  }
}
