package import GRDB
package import YiceModel
package import YiceStandards

/// 元 a unit of a 数据项: the profile's, with the county's own of table `unit_cost` over them.
package struct CostTable: Sendable {
  private var costs: [String: Double]
  /// Elements whose cost the county wrote itself.
  package private(set) var own: Set<String> = []

  package init(_ costs: [String: Double]) { self.costs = costs }

  /// - Parameter orgCode: the county's code.
  package init(_ db: Database, _ profile: Profile, orgCode: String) throws {
    costs = profile.costs
    let rows = try Row.fetchAll(
      db, sql: "SELECT item, cost FROM unit_cost WHERE org_code = ?", arguments: [orgCode])
    for row in rows {
      let word: String = row["item"]
      let name = Element.named(word)?.name ?? profile.indicator(word)?.terms.first?.element ?? word
      costs[name] = row["cost"]
      own.insert(name)
    }
  }

  /// nil where nobody has set one.
  package func cost(of element: String) -> Double? { costs[element] }
}

extension IndicatorRule {
  /// What is added to raise this indicator: its first element that is not taken away.
  package var addedElement: Element? {
    terms.first { $0.sign > 0 }.flatMap { Element.named($0.element) }
  }
}

extension Element {
  /// The smallest amount that is added: one person, room or 元, 0.01 ㎡.
  package var step: Double { unit == "㎡" ? 0.01 : 1 }
}
