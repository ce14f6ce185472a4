internal import GRDB
package import YiceStore

/// Puts found problems into 整改清单: one that stands open there already is left alone, one that was struck off and is
/// found again becomes a new entry that names its former.
package struct RaiseProblems {
  package let source: String
  package let foundOn: String
  package var dueOn: String?

  package init(source: String, foundOn: String, dueOn: String? = nil) {
    self.source = source
    self.foundOn = foundOn
    self.dueOn = dueOn
  }

  package struct Outcome: Sendable {
    /// Entries raised, as `org/id`.
    package internal(set) var raised: [RaisedProblem] = []
    /// Found again and still open.
    package internal(set) var open = 0

    package init() {}
  }

  /// - Throws: `RecordError`, `MoveError`.
  package func run(_ problems: [FoundProblem], _ writer: RevisionWriter) throws -> Outcome {
    var outcome = Outcome()
    for problem in problems {
      let former = try Row.fetchOne(
        writer.db,
        sql: """
          SELECT id, state FROM rectification WHERE org_code = ? AND origin = ?
          ORDER BY state = '已销号', found_on DESC, id LIMIT 1
          """, arguments: [problem.orgCode, problem.origin])
      if let former, former["state"] != "已销号" {
        outcome.open += 1
        continue
      }
      let formerID: String? = former?["id"]
      let id = RandomID.text(from: [problem.orgCode, problem.origin, formerID ?? ""])
      try writer.add(
        .rectification,
        [
          "org_code": problem.orgCode, "id": id, "source": source, "found_on": foundOn,
          "indicator": problem.indicator, "problem": problem.problem, "goal": problem.goal, "due_on": dueOn,
          "state": "待整改", "origin": problem.origin, "former_id": formerID,
        ])
      outcome.raised.append(RaisedProblem(problem: problem, id: id, formerID: formerID))
    }
    return outcome
  }
}

/// An entry that was raised.
package struct RaisedProblem: Sendable, Equatable {
  package let problem: FoundProblem
  package let id: String
  /// The entry it recurs from.
  package let formerID: String?
}
