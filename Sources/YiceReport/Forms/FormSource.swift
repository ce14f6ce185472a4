package import GRDB
internal import YiceFormats
package import YiceIndicators
package import YiceModel
internal import YiceStandards
package import YiceStore

/// What forms are filled from: one file, one 学年, all schools or one.
package final class FormSource {
  package let db: Database
  package let file: FileInfo
  /// First year of the 学年.
  package let year: Int
  /// Schools in the file that are asked for, by code.
  package let schools: [School]
  private let compute: () throws -> CountyFigures
  private var computed: CountyFigures?
  private var assessed: AssessmentFigures?

  package struct School: Sendable {
    package let code: String
    package let name: String
    package let kind: String
  }

  /// - Parameters:
  ///   - db: inside a transaction that allows temporary tables.
  ///   - school: code or name of the one school; nil: all.
  ///   - figures: works the indicators out; called once, and only by forms that need them.
  /// - Throws: `FormError.unknownSchool`.
  package init(
    _ db: Database, file: FileInfo, year: Int, school: String? = nil,
    figures: @escaping () throws -> CountyFigures
  ) throws {
    self.db = db
    self.file = file
    self.year = year
    compute = figures
    let all = try Row.fetchAll(
      db, sql: "SELECT org_code, name, kind FROM org WHERE kind <> '教育行政部门' ORDER BY org_code"
    ).map { School(code: $0["org_code"], name: $0["name"], kind: $0["kind"]) }
    guard let school else {
      schools = all
      return
    }
    schools = all.filter { $0.code == school || $0.name == school }
    guard !schools.isEmpty else { throw FormError.unknownSchool(school) }
  }

  /// The indicators of the whole file.
  package func figures() throws -> CountyFigures {
    if let computed { return computed }
    let figures = try compute()
    computed = figures
    return figures
  }

  /// The limits of classes and schools that the county uses.
  func sizes() throws -> SizeRules { try Profile.load(from: db, orgCode: countyCode).sizes }

  /// 政府保障程度 and 教育质量 of the county, from the tables that the indicators leave.
  package func assessment() throws -> AssessmentFigures {
    if let assessed { return assessed }
    let assessment = try Assessment.compute(db, try figures(), orgCode: countyCode)
    assessed = assessment
    return assessment
  }

  /// 「2022—2023学年」
  var yearText: String { SchoolYear(start: year)?.description ?? "" }

  /// The file's own code: of the county, for what the bureau concludes.
  var countyCode: String { file.countyCode ?? file.orgCode }
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

/// Why a form could not be made.
package enum FormError: YiceError, Equatable {
  case unknownSchool(String)

  package var exitStatus: ExitStatus { .failed }

  package var description: String {
    switch self {
    case .unknownSchool(let word): "文件里没有学校“\(word)”。用 yice list 文件 学校 查看学校名称和标识码。"
    }
  }
}
