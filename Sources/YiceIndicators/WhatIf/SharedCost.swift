/// The least cost of units that persons fill, where one person may fill one unit of each indicator and costs as much as
/// the dearest of those.
///
/// With costs c₁ ≥ c₂ ≥ … and units d₁, d₂, …, at least max(d₁ … dₖ) persons cost cₖ or more, so the cost is never below
/// Σ (cₖ − cₖ₊₁) · max(d₁ … dₖ); person j filling every indicator that still lacks a j-th unit costs just that.
/// Decision 0080.
enum SharedCost {
  /// 元 of units (whole or fractions) at 元 a unit; of a single indicator, units × cost.
  static func of(_ demands: [(units: Double, cost: Double)]) -> Double {
    guard demands.count > 1 else { return demands.first.map { $0.units * $0.cost } ?? 0 }
    let ranked = demands.sorted { $0.cost > $1.cost }
    var most = 0.0
    var sum = 0.0
    for (index, one) in ranked.enumerated() {
      most = max(most, one.units)
      sum += most * (one.cost - (index + 1 < ranked.count ? ranked[index + 1].cost : 0))
    }
    return sum
  }

  /// The same persons one by one: how many fill which indicators, those who fill most first.
  static func persons(_ demands: [(indicator: Int, units: Int)]) -> [(indicators: [Int], count: Int)] {
    var filled = 0
    var found: [(indicators: [Int], count: Int)] = []
    for level in Set(demands.map(\.units)).sorted() where level > 0 {
      found.append((demands.filter { $0.units >= level }.map(\.indicator), level - filled))
      filled = level
    }
    return found
  }
}
