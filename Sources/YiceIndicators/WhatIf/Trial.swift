internal import GRDB
package import YiceStandards
internal import YiceStore

/// A what-if asked of a file, which stays as it is: the county before and after some changes, and the cheapest plan.
package struct Trial {
  package let changes: FigureComparison
  package let plan: CountyPlan?

  /// How a new teacher counts in a plan.
  package enum Sharing: String, Sendable {
    /// In every indicator whose conditions one person can meet.
    case together
    /// In one.
    case separately
  }

  fileprivate init(_ db: Database, _ question: Question, _ changes: [AmountChange], plan sharing: Sharing?)
    throws
  {
    let before = try WorkedYear.with(db, question) { $0.figures }
    let (after, plan) = try WorkedYear.with(db, question, changes: changes) { worked in
      (
        worked.figures,
        try sharing.map {
          try worked.plan(costs: worked.costs(of: question.bureau), sharing: $0 == .together)
        }
      )
    }
    self.plan = plan
    let planned = try plan.map { plan in
      try WorkedYear.with(db, question, changes: changes + plan.additions.flatMap(\.changes)) { $0.figures }
    }
    self.changes = FigureComparison(before: before, after: planned ?? after)
  }
}

extension Question.Asked {
  /// Tries changes.
  /// - Parameters:
  ///   - plan: how the cheapest plan is looked for, which then counts among the changes; nil: not at all.
  ///   - changes: reads them, by the names that the file's schools have.
  /// - Throws: `PlanError`, `StoreError`, what `changes` throws.
  package func trial(plan: Trial.Sharing?, changes: (ChangeReader) throws -> [AmountChange]) throws -> Trial {
    try file.readWithTemporaryTables { db in
      try Trial(db, question(db), changes(ChangeReader(SchoolDirectory(db))), plan: plan)
    }
  }
}
