package import GRDB
package import YiceStandards

/// The figures of every year that a file holds, under one profile.
package struct YearSeries: Sendable {
  /// By year, oldest first.
  package var years: [CountyFigures]

  /// Works out one year after the other, inside `YiceFile.readWithTemporaryTables`.
  /// - Throws: `DatabaseError`.
  package init(_ db: Database, profile: Profile, through last: Int? = nil) throws {
    let known = try Int.fetchAll(
      db,
      sql: """
        SELECT school_year FROM class_roll UNION SELECT school_year FROM statement
        UNION SELECT school_year FROM teacher ORDER BY 1
        """)
    years = try known.filter { $0 <= last ?? $0 }.map {
      try WorkedYear.with(db, year: $0, profile: profile) { $0.figures }
    }
  }
}
