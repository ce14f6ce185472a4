package import GRDB
internal import YiceIndicators
internal import YiceStandards
package import YiceStore

/// Works out what a page needs and makes it: the figures of the year, and for a county those of the years before.
package enum ReportBuilder {
  /// At most so many earlier years stand in the trend.
  package static let earlierYears = 4

  /// - Parameter standard: a shipped standard to try; nil: the file's own.
  /// - Throws: `DatabaseError`, `ProfileError`, `ReportRefusal`.
  package static func html(
    _ db: Database, info: FileInfo, year: Int, standard: String? = nil,
    options: ReportOptions = ReportOptions()
  ) throws -> String {
    let county = info.countyCode ?? info.orgCode
    let profile = try standard.map(ProfileCatalog.named) ?? Profile.load(from: db, orgCode: county)
    let figures = try Indicators.compute(db, year: year, profile: profile)
    let isSchool = try ReportPage.school(db, info, options) != nil
    let earlier =
      isSchool
      ? []
      : try years(db, before: year).map {
        try Indicators.compute(db, year: $0, profile: profile)
      }
    return try ReportPage.html(db, info: info, figures: figures, earlier: earlier, options: options)
  }

  /// The last years before the one asked for that hold pupils, oldest first.
  private static func years(_ db: Database, before year: Int) throws -> [Int] {
    try Int.fetchAll(
      db,
      sql: """
        SELECT school_year FROM (
          SELECT school_year FROM class_roll UNION SELECT school_year FROM statement WHERE element = '学生数')
        WHERE school_year < ? ORDER BY school_year DESC LIMIT \(earlierYears)
        """, arguments: [year]
    ).reversed()
  }
}
