package import GRDB
internal import YiceModel
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

  /// From the temporary tables that `Indicators.compute` left; works the year before out last.
  /// - Parameter day: YYYY-MM-DD, today for whoever asks.
  /// - Throws: `DatabaseError`.
  package init(_ db: Database, _ figures: CountyFigures, orgCode: String, on day: String) throws {
    self.figures = figures
    items = try Assessment.compute(db, figures, orgCode: orgCode, on: day)
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
    let earlier = try Indicators.compute(db, year: figures.year - 1, profile: figures.profile)
    before = earlier.stages.contains { !$0.segments.isEmpty } ? earlier : nil
  }
}
