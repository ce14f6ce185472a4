package import YiceModel
package import YiceStandards
package import YiceStore

/// What can be done with an entry of 大班额台账 or 大校额台账, as a person is offered it. The state machine says what is
/// allowed.
package enum OversizeStep: String, Sendable, CaseIterable {
  case count, propose, strike, graduate

  package var label: String {
    switch self {
    case .count: "登记核查人数"
    case .propose: "申请销号"
    case .strike: "核验通过，销号"
    case .graduate: "毕业离校"
    }
  }

  private var target: String? {
    switch self {
    case .count: nil
    case .propose: "拟销号"
    case .strike: "已销号"
    case .graduate: "毕业"
    }
  }

  /// Steps that a role may take from a state. A class that was struck off is counted on: it may come back.
  package static func allowed(from state: String, in table: CatalogTable, by role: Role) -> [OversizeStep] {
    guard let machine = TableRules.of(table)?.machine else { return [] }
    let next = machine.next(from: state, by: role)
    return allCases.filter { step in step.target.map(next.contains) ?? (state != "毕业") }
  }

  /// What a person said beside it.
  package struct Words: Sendable {
    /// YYYY-MM-DD.
    package var day: String
    package var heads: Int?
    package var text: String?
    package var verifier: String?

    package init(day: String) { self.day = day }
  }

  /// - Throws: `RecordError`, `MoveError`, `LedgerError`: what is missing for it.
  package func take(
    _ target: OversizeTarget, _ words: Words, rules: SizeRules, _ writer: RevisionWriter, by author: Author
  ) throws {
    let moves = OversizeMoves(writer)
    switch self {
    case .count:
      guard let heads = words.heads else {
        throw RecordError.missing(table: target.table.label, row: "", columns: ["核查人数"])
      }
      var (by, evidence): (String?, String?) = (author.name, words.text)
      // 大校额台账 has neither column.
      if case .ofSchool = target { (by, evidence) = (nil, nil) }
      try moves.count(target, heads: heads, on: words.day, by: by, evidence: evidence)
    case .propose: try moves.propose(target, rules: rules)
    case .strike:
      try moves.strike(
        target, by: words.verifier ?? author.name, on: words.day, basis: words.text, rules: rules)
    case .graduate: try moves.graduate(target, on: words.day)
    }
  }
}
