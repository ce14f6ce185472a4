package import YiceModel

/// How the rows of one ledger move from state to state: its states, who may make which move, what a state needs.
///
/// It is data (`TableRules+….swift`); the keyboard, import, merge and `check` all ask it. An empty state (NULL) is written ''.
/// Decision 0030.
package struct StateMachine: Sendable {
  package let states: [State]
  package let moves: [Move]
  /// Columns that only some may fill or change, such as 核验人.
  package let guarded: [String]
  package let guardians: Writers
  /// Who may remove a row, by its state; a state that is not named: nobody but the bureau.
  package let removal: [String: Writers]

  package struct State: Sendable {
    package let name: String
    /// Who may begin a row in it; nil: a row gets here by a move only.
    package let start: Writers?
    package let needs: [RowRule]
    /// Columns emptied on entering it (the history keeps what they held).
    package let clears: [String]

    init(_ name: String, start: Writers? = nil, needs: [RowRule] = [], clears: [String] = []) {
      self.name = name
      self.start = start
      self.needs = needs
      self.clears = clears
    }
  }

  package struct Move: Sendable {
    package let from: String
    package let to: String
    /// What people call it, e.g. 提交核验.
    package let verb: String
    package let who: Writers
    /// Asked of the move besides what the new state needs.
    package let needs: [RowRule]

    init(_ from: String, _ to: String, _ verb: String, _ who: Writers, needs: [RowRule] = []) {
      self.from = from
      self.to = to
      self.verb = verb
      self.who = who
      self.needs = needs
    }
  }

  /// The column that holds the state, in every ledger.
  package static let column = "state"
}

extension StateMachine {
  package func state(_ name: String) -> State? { states.first { $0.name == name } }

  package func move(_ from: String, _ to: String) -> Move? {
    moves.first { $0.from == from && $0.to == to }
  }

  /// States that a role may go to from there in one move.
  package func next(from state: String, by role: Role) -> [String] {
    moves.filter { $0.from == state && $0.who.roles.contains(role) }.map(\.to)
  }

  package func mayRemove(_ role: Role, in state: String) -> Bool {
    (removal[state] ?? .bureau).roles.contains(role)
  }

  /// Where a row may stand after any number of moves by senders of these roles, from each state; '' ↦ … begins a
  /// new row. A file that travelled may carry several moves at once, and its own taken back.
  /// - Parameter sender: the role whose own moves may also be taken back.
  package func reachable(by roles: Set<Role>, sender: Role) -> [String: Set<String>] {
    var steps: [String: Set<String>] = [:]
    var enterable: Set<String> = []
    for state in states where state.start?.roles.contains(sender) == true { enterable.insert(state.name) }
    for move in moves where move.who.roles.contains(sender) { enterable.insert(move.to) }
    for move in moves where !move.who.roles.isDisjoint(with: roles) {
      steps[move.from, default: []].insert(move.to)
      if move.who.roles.contains(sender), enterable.contains(move.from) {
        steps[move.to, default: []].insert(move.from)
      }
    }
    var reached: [String: Set<String>] = [:]
    for state in states { reached[state.name] = StateMachine.closure(of: [state.name], steps) }
    return reached
  }

  /// States that a row new to us may stand in when it comes from such a sender.
  package func startable(by roles: Set<Role>, sender: Role) -> Set<String> {
    let starts = states.filter { $0.start.map { !$0.roles.isDisjoint(with: roles) } ?? false }
    let reached = reachable(by: roles, sender: sender)
    var found: Set<String> = []
    for state in starts { found.formUnion(reached[state.name] ?? []) }
    return found
  }

  private static func closure(of start: Set<String>, _ steps: [String: Set<String>]) -> Set<String> {
    var found = start
    var edge = start
    while !edge.isEmpty {
      var further: Set<String> = []
      for state in edge { further.formUnion(steps[state] ?? []) }
      edge = further.subtracting(found)
      found.formUnion(edge)
    }
    return found
  }
}
