internal import YiceIndicators
package import YiceModel
package import YiceStandards
package import YiceStore

/// What a school does at the end of its year's filling in, in one step: check, build the volume (一校一册), scan the classes,
/// put what fails on its own 整改清单. One revision, so that one undo takes it back. Decision 0153.
package struct SchoolFinish {
  package struct Outcome: Sendable {
    /// Of the check; they are told and stop nothing.
    package let findings: [Finding]
    package let volume: LedgerBuild.Outcome
    /// How the volume's lines stand now.
    package let lines: LineCount
    package let scan: OversizeScan.Outcome
    package let raised: RaiseProblems.Outcome
    /// How the ledgers stand now.
    package let standing: LedgerStanding
  }

  private let asked: Question.Asked
  private let day: String

  /// - Parameters:
  ///   - asked: file, year and standard.
  ///   - day: YYYY-MM-DD on which problems are found.
  package init(_ asked: Question.Asked, on day: String) {
    self.asked = asked
    self.day = day
  }

  /// - Throws: `RecordError.notAllowed` for a file that is no school's; `RecordError`, `MoveError`, `DatabaseError`.
  package func run(_ file: YiceFile, author: Author, dryRun: Bool) throws -> Outcome {
    guard file.info.role == .school else {
      throw RecordError.notAllowed(table: "完成", role: file.info.role.label, writers: "学校")
    }
    let work = try file.readWithTemporaryTables { db in
      let question = try asked.question(db)
      let build = LedgerBuild(
        year: question.year, catalogue: try Catalogue.load(from: db, orgCode: question.bureau))
      return try WorkedYear.with(db, question, strictly: true) { worked in
        let problems =
          try FoundProblem.failing(worked.figures) + FoundProblem.failing(worked.items(of: file.info.orgCode))
          + FoundProblem.findings(worked, severities: [.error])
        return (
          findings: try worked.check(wholeCounty: false), build: build, problems: problems,
          lines: try build.lines(db, figures: worked.figures, orgCode: file.info.orgCode),
          sizes: question.profile.sizes, year: question.year
        )
      }
    }
    return try file.write("finish", author: author, commit: !dryRun) { writer in
      let volume = try work.build.write(work.lines, writer)
      let scan = try OversizeScan(
        year: work.year, filedOn: OversizeScan.usualDay(of: work.year), rules: work.sizes
      ).run(
        writer)
      let raised = try RaiseProblems(source: ProblemSource.usual(of: file.info.role), foundOn: day).run(
        work.problems, writer)
      return Outcome(
        findings: work.findings, volume: volume, lines: try LineCount(writer.db), scan: scan, raised: raised,
        standing: try LedgerStanding(writer.db, on: day))
    }
  }
}
