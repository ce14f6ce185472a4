package import GRDB
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// Works out what a page needs and makes it: the figures of the year, and for a county those of the years before.
package enum ReportBuilder {
  /// At most so many earlier years stand in the trend.
  package static let earlierYears = 4

  /// One self-contained HTML page: of the county, or of one school (一校一册 on paper). It asks for nothing from the
  /// network and holds no script but its own for sorting.
  /// - Throws: `DatabaseError`, `ReportRefusal`.
  package static func html(_ db: Database, _ question: Question, options: ReportOptions = ReportOptions())
    throws -> String
  {
    PageDocument.html(try page(db, question, options: options)).text
  }

  /// The same without the document around it: for a place of the local page, with its style and script beside it.
  /// - Throws: `DatabaseError`, `ReportRefusal`.
  package static func page(_ db: Database, _ question: Question, options: ReportOptions = ReportOptions())
    throws -> ReportPage
  {
    let page = try with(db, question, options: options) { context -> Page in
      if let school = context.school {
        let origin = try ChangeOrigin.resolve(db, options.since, school: school)
        return .school(try SchoolPage.document(context, school: school, since: origin))
      }
      if case .page(_, _, isNamed: false)? = options.since {
      } else if options.since != nil {
        throw ReportRefusal.sinceWithoutSchool
      }
      return .county(
        context, try context.worked.items(of: question.file.orgCode).items, try context.plans())
    }
    switch page {
    case .school(let document): return document
    case .county(let context, let items, let plans):
      let earlier = try years(db, before: question.year).map {
        try WorkedYear.with(db, year: $0, profile: context.figures.profile) { $0.figures }
      }
      return try CountyPage.document(context, items: items, plans: plans, earlier: earlier)
    }
  }

  /// The top of the report: the verdict, and what it lacks in whole units; its links lead into the report.
  static func standing(_ context: PageContext) throws -> Markup {
    guard context.school == nil else { return SchoolPage.standing(context) }
    return CountyStanding(
      context: context, classes: try ClassSizes(context), rectification: try RectificationState(context),
      receipts: try ReceivedSection.receipts(context),
      items: try context.worked.items(of: context.info.orgCode).items
    ).section()
  }

  /// A page is written while its year can be asked; a county's waits for the years before.
  private enum Page {
    case school(ReportPage)
    case county(PageContext, [ItemFigure], [SchoolPlan])
  }

  /// Runs a body with what pages are made from, while the year can be asked.
  static func with<T>(
    _ db: Database, _ question: Question, options: ReportOptions, _ body: (PageContext) throws -> T
  ) throws -> T {
    let info = question.file
    let own = info.role.isOneSchool ? info.orgCode : info.scopeOrg
    let school = try options.school.map { try SchoolDirectory(db).code(of: $0) } ?? own
    return try WorkedYear.with(db, question) {
      try body(PageContext(db, question, worked: $0, school: school, options: options))
    }
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
