internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// What the sections of a page are made from.
struct PageContext {
  let db: Database
  let info: FileInfo
  let figures: CountyFigures
  /// The year while it is there to be asked; a county's page is written after it, from figures alone.
  let worked: WorkedYear
  /// The day that 逾期 and 在册 are told for, YYYY-MM-DD.
  let today: String
  /// Leaves personal data out.
  let isRedacted: Bool
  /// Rows and schools are links into the page around it.
  let opensRows: Bool
  /// Code of the bureau whose unit costs hold.
  private let bureau: String
  /// The one school of a school page.
  let school: String?
  /// Short names by code.
  let names: [String: String]
  private let mask: NameMask?

  init(
    _ db: Database, _ question: Question, worked: WorkedYear, school: String?, options: ReportOptions
  ) throws {
    self.db = db
    info = question.file
    bureau = question.bureau
    self.worked = worked
    figures = worked.figures
    self.school = school
    today = question.day
    isRedacted = options.isRedacted
    opensRows = options.opensRows
    mask = try options.isRedacted ? NameMask(db) : nil
    names = try SchoolDirectory.names(db)
  }

  /// 一校一策 of the page's schools, while the year can be asked.
  func plans() throws -> [SchoolPlan] {
    try SchoolPlan.all(worked, bureau: bureau, school: school, on: today)
  }

  func name(_ orgCode: String) -> String { names[orgCode] ?? orgCode }

  /// `WHERE` and its argument for the school of the page, or every school.
  var scope: (sql: String, arguments: StatementArguments) {
    school.map { ("org_code = ?", [$0]) } ?? ("true", [])
  }

  var profile: String { figures.profile.name }

  /// 县级以上骨干教师数: what a reader knows R2 by.
  func shortLabel(_ id: String) -> String {
    HeatSection.shortLabel(figures.profile.indicator(id)?.label ?? id)
  }

  /// A page of all schools.
  var isCounty: Bool { school == nil }

  var yearName: String { SchoolYear(start: figures.year)?.description ?? String(figures.year) }
}

// MARK: - Segments

extension PageContext {
  /// The segments the page explains, with their place: all of the county's, or the school's own.
  var segments: [(id: SegmentID, stage: StageFigures, segment: SegmentFigures)] {
    figures.stages.enumerated().flatMap { stageIndex, stage in
      stage.segments.enumerated().compactMap { index, segment in
        guard school == nil || segment.orgCode == school else { return nil }
        return (SegmentID(stage: stageIndex, segment: index), stage, segment)
      }
    }
  }

  /// Whether the file knows other schools, so that a county's mean means something.
  var knowsCounty: Bool { !info.role.isOneSchool && info.scopeOrg == nil }
}

/// A segment's place in the figures, and the anchor of its explanation.
struct SegmentID {
  let stage: Int
  let segment: Int

  var anchor: String { "x\(stage)-\(segment)" }
  func anchor(_ indicator: Int) -> String { "x\(stage)-\(segment)-\(indicator)" }
}

// MARK: - Redaction

extension PageContext {
  /// A column of a row as the page shows it: nil where it is empty, or personal and the page is redacted.
  func text(_ table: CatalogTable, _ column: String, _ row: Row) -> String? {
    guard !(isRedacted && table.column(column)?.sensitive == true) else { return nil }
    guard let value = row[column] as DatabaseValue?, !value.isNull else { return nil }
    if case .double(let number) = value.storage { return CellValue.decimal(number).description }
    return written(String.fromDatabaseValue(value) ?? value.description)
  }

  /// What a person wrote, without the names that stand in personal columns where the page is redacted.
  func written(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    return mask.map { $0(text) } ?? text
  }
}

/// How a page is asked for.
package struct ReportOptions: Sendable {
  package var isRedacted: Bool
  /// A school of a county's file; nil: the file's own page.
  package var school: String?
  /// The last report, from which a school's page tells what changed; nil: none is known.
  package var since: ChangeOrigin.Request?
  /// The page of the file stands around it: a figure's rows are a link to their table.
  package var opensRows: Bool

  package init(
    isRedacted: Bool = false, school: String? = nil, since: ChangeOrigin.Request? = nil,
    opensRows: Bool = false
  ) {
    self.opensRows = opensRows
    self.isRedacted = isRedacted
    self.school = school
    self.since = since
  }
}
