package import GRDB
package import YiceStandards

/// The figures of every year that a file holds, under one profile.
package struct YearSeries: Sendable {
  /// By year, oldest first.
  package var years: [CountyFigures]

  /// Runs the indicators once a year; the body must have temporary tables.
  /// - Throws: `DatabaseError`.
  package init(_ db: Database, profile: Profile, through last: Int? = nil) throws {
    let known = try Int.fetchAll(
      db,
      sql: """
        SELECT school_year FROM class_roll UNION SELECT school_year FROM statement
        UNION SELECT school_year FROM teacher ORDER BY 1
        """)
    years = try known.filter { $0 <= last ?? $0 }.map {
      try Indicators.compute(db, year: $0, profile: profile)
    }
  }
}
