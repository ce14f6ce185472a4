package import GRDB
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// Where a county stands: what a leader looks at.
package struct CountyStatus: Sendable {
  package var figures: CountyFigures
  /// The year before; nil where the file has nothing of it.
  package var before: CountyFigures?
  package var items: AssessmentFigures
  /// Schools of the file that never sent one; nil where nothing was ever merged, so that nobody can be missed.
  package var unsent: [String]?
  package var schools: Int
  /// Classes above the limit, of the schools that items judge.
  package var classesAbove: Int

  /// Works out the year before, then the one asked for, inside `YiceFile.readWithTemporaryTables`.
  /// - Throws: `DatabaseError`, `CountiesOfFile`.
  package init(_ db: Database, _ question: Question) throws {
    let earlier = try WorkedYear.with(db, year: question.year - 1, profile: question.profile) { $0.figures }
    let before = earlier.stages.contains { !$0.segments.isEmpty } ? earlier : nil
    self = try WorkedYear.with(db, question) { try $0.status(of: question.file.orgCode, before: before) }
  }

  /// From the working tables of a `WorkedYear`, those of the items among them.
  init(_ db: Database, _ figures: CountyFigures, items: AssessmentFigures, before: CountyFigures?) throws {
    self.figures = figures
    self.items = items
    self.before = before
    classesAbove =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM class_roll AS c JOIN chosen_year AS y ON y.school_year = c.school_year
          JOIN own_school AS s ON s.org_code = c.org_code
          JOIN class_limit AS n ON n.stage = c.stage AND c.head_count > n.most
          """) ?? 0
    schools = try Int.fetchOne(db, sql: "SELECT count(*) FROM org WHERE kind <> '教育行政部门'") ?? 0
    let received = try Int.fetchOne(db, sql: "SELECT count(*) FROM received") ?? 0
    unsent =
      received == 0
      ? nil
      : try String.fetchAll(
        db,
        sql: """
          SELECT o.name FROM org AS o WHERE o.kind <> '教育行政部门'
            AND NOT EXISTS (SELECT 1 FROM received AS r WHERE r.org_code = o.org_code)
          ORDER BY o.org_code
          """)
  }
}
