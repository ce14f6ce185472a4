package import GRDB
internal import YiceFormats
package import YiceIndicators
internal import YiceModel
package import YiceStandards
package import YiceStore

/// What forms are filled from: one file, one 学年, all schools or one.
package final class FormSource {
  package let db: Database
  package let question: Question
  /// Schools in the file that are asked for, by code.
  package let schools: [School]
  /// The one school that was asked for; nil: all.
  let asked: School?
  private var computed: CountyFigures?
  private var assessed: AssessmentFigures?
  private var earlier: CountyFigures??

  package typealias School = SchoolDirectory.School

  /// - Parameters:
  ///   - db: inside a transaction that allows temporary tables.
  ///   - school: what a person calls the one school; nil: all.
  /// - Throws: `SchoolDirectory.Problem`.
  package init(
    _ db: Database, _ question: Question, school: String? = nil
  ) throws {
    self.db = db
    self.question = question
    let directory = try SchoolDirectory(db)
    asked = try school.map { try directory.school($0) }
    schools = asked.map { [$0] } ?? directory.schools
  }

  /// The indicators of the whole file, with the relaxations in force on the question's day beside them; worked out once, and only for forms that need them.
  package func figures() throws -> CountyFigures {
    if let computed { return computed }
    let figures = try WorkedYear.with(db, question) { $0.figures }
    computed = figures
    return figures
  }

  /// 政府保障程度 and 教育质量 of the county; asked before `figures`, it works both out at once.
  package func assessment() throws -> AssessmentFigures {
    if let assessed { return assessed }
    let (figures, assessment) = try WorkedYear.with(db, question) {
      ($0.figures, try $0.items(of: countyCode))
    }
    computed = figures
    assessed = assessment
    return assessment
  }

  /// The year before, where the file has schools of it; worked out once.
  package func yearBefore() throws -> CountyFigures? {
    if let earlier { return earlier }
    let figures = try WorkedYear.with(db, year: year - 1, profile: question.profile) { $0.figures }
    let known = figures.stages.contains { !$0.segments.isEmpty } ? figures : nil
    earlier = .some(known)
    return known
  }

  /// 「2022—2023学年」
  var yearText: String { SchoolYear(start: year)?.description ?? "" }

  package var file: FileInfo { question.file }

  /// First year of the 学年.
  package var year: Int { question.year }

  /// Of the county, for what the bureau concludes.
  var countyCode: String { question.bureau }
}

// MARK: - Rows

extension FormSource {
  func rows(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [Row] {
    try Row.fetchAll(db, sql: sql, arguments: arguments)
  }

  /// Rows with their values as cells, in the order of the query's columns.
  func cells(_ sql: String, _ arguments: StatementArguments = StatementArguments()) throws -> [[Listing.Cell]]
  {
    try rows(sql, arguments).map { $0.map { Listing.Cell($0.1) } }
  }

  /// One page a school that has rows; a school asked for by itself has its page anyway.
  func pageBySchool(_ page: (School) throws -> FormPage) throws -> [FormPage] {
    let pages = try schools.map { school in
      var page = try page(school)
      page.name = school.name
      page.left = "填报单位：\(school.name)"
      return page
    }
    let filled = pages.filter { !$0.listing.rows.isEmpty }
    return filled.isEmpty ? Array(pages.prefix(1)) : filled
  }

  /// The line above a table of the bureau's.
  func ofBureau(_ page: FormPage) -> FormPage {
    var page = page
    page.left = "填报单位：\(file.orgName)"
    if page.right.isEmpty { page.right = yearText }
    return page
  }
}

extension Listing.Cell {
  /// A number of an order as a number where it is one (10), else as it was written (1.2, 三).
  static func numeral(_ text: String?) -> Listing.Cell {
    guard let text, let number = Int(text), String(number) == text else { return .text(text) }
    return .number(number)
  }

  init(_ value: DatabaseValue) {
    self =
      switch value.storage {
      case .null, .blob: .empty
      case .int64(let number): .value(.integer(number))
      case .double(let number): .value(.decimal(number))
      case .string(let text): .value(.text(text))
      }
  }
}
