package import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
package import YiceStore

/// Works out what a page needs and makes it: the figures of the year, and for a county those of the years before.
package enum ReportBuilder {
  /// At most so many earlier years stand in the trend.
  package static let earlierYears = 4

  /// One self-contained HTML page: of the county, or of one school (一校一册 on paper). It asks for nothing from the
  /// network and holds no script but its own for sorting.
  /// - Parameter standard: a shipped standard to try; nil: the file's own.
  /// - Throws: `DatabaseError`, `ProfileError`, `ReportRefusal`.
  package static func html(
    _ db: Database, info: FileInfo, year: Int, standard: String? = nil,
    options: ReportOptions = ReportOptions()
  ) throws -> String {
    let context = try context(db, info: info, year: year, standard: standard, options: options)
    if let school = context.school {
      let origin = try ChangeOrigin.resolve(db, options.since, school: school)
      return try SchoolPage.document(context, school: school, since: origin).text
    }
    if case .page(_, _, isNamed: false)? = options.since {
    } else if options.since != nil {
      throw ReportRefusal.sinceWithoutSchool
    }
    // Before the earlier years, whose figures take the place of this year's in the temporary tables.
    let items = try Assessment.compute(db, context.figures, orgCode: info.orgCode, on: options.today).items
    let earlier = try years(db, before: year).map {
      try Indicators.compute(db, year: $0, profile: context.figures.profile)
    }
    return try CountyPage.document(context, items: items, earlier: earlier).text
  }

  static func context(
    _ db: Database, info: FileInfo, year: Int, standard: String?, options: ReportOptions
  ) throws -> PageContext {
    let question = try Question(db, info, year: year, standard: standard, day: options.today)
    let own = info.role.isOneSchool ? info.orgCode : info.scopeOrg
    let school = try options.school.map { try SchoolDirectory(db).code(of: $0) } ?? own
    let figures = try Indicators.compute(db, year: year, profile: question.profile, on: question.day)
    return try PageContext(db, info: info, figures: figures, school: school, options: options)
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
