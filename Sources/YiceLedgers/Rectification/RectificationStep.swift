package import YiceModel
package import YiceStore

/// What can be done with an entry of 整改清单, as a person is offered it. The state machine says what is allowed.
package enum RectificationStep: String, Sendable, CaseIterable {
  case progress, submit, strike, sendBack, reopen

  package var label: String {
    switch self {
    case .progress: "追加进展"
    case .submit: "提交核验"
    case .strike: "核验通过，销号"
    case .sendBack: "退回"
    case .reopen: "重新打开"
    }
  }

  /// The state that it leads to; nil: a row is added.
  private var target: String? {
    switch self {
    case .progress: nil
    case .submit: "待核验"
    case .strike: "已销号"
    case .sendBack: "退回"
    case .reopen: "整改中"
    }
  }

  /// Steps that a role may take from a state.
  package static func allowed(from state: String, by role: Role) -> [RectificationStep] {
    guard let machine = TableRules.of(.rectification)?.machine else { return [] }
    let next = machine.next(from: state, by: role)
    let isOff = TableRules.isOff(state, in: .rectification)
    return allCases.filter { step in
      guard let target = step.target else { return !isOff }
      // 撤回 leads where 重新打开 does, from another state.
      return next.contains(target) && (step == .reopen) == (isOff && target == "整改中")
    }
  }

  /// What a person said beside it.
  package struct Words: Sendable {
    /// YYYY-MM-DD.
    package var day: String
    package var text: String?
    package var evidence: String?
    package var verifier: String?
    package var unit: String?

    package init(day: String) { self.day = day }
  }

  /// - Throws: `RecordError`, `MoveError`: what is missing for it.
  package func take(_ entry: String, _ words: Words, _ writer: RevisionWriter, by author: Author) throws {
    let moves = try RectificationMoves(entry, writer)
    let verifier = words.verifier ?? author.name
    switch self {
    case .progress:
      try moves.progress(words.text ?? "", on: words.day, by: author.name, evidence: words.evidence)
    case .submit: try moves.submit(doneOn: words.day, evidence: words.evidence)
    case .strike: try moves.strike(by: verifier, unit: words.unit, on: words.day, reason: words.text)
    case .sendBack:
      try moves.sendBack(by: verifier, unit: words.unit, on: words.day, reason: words.text ?? "")
    case .reopen: try moves.reopen(by: verifier, unit: words.unit, on: words.day, reason: words.text ?? "")
    }
  }
}
