internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Which rows of a table a person is looking at.
struct GridChoice {
  let table: CatalogTable
  /// nil: every year.
  let year: Int?
  let school: String?
  let search: String?
  /// Only the rows that an amount of the school was added up from; nil: every row.
  let counted: Counted?

  struct Counted {
    let element: String
    let stage: Stage
    let condition: String
  }

  static let everyYear = "all"

  /// - Throws: `RecordError.unknownTable`, `PageProblem.badRequest`.
  init(_ visit: Visit, table word: String, in file: YiceFile) throws {
    guard let table = TableCatalog.tables.first(where: { $0.name == word }) else {
      throw RecordError.unknownTable(word)
    }
    self.table = table
    school = visit.query.filled("school")
    search = visit.query.filled("q")
    counted = try Counted(visit, table: table, school: school, in: file)
    switch visit.query.filled("year") {
    case nil: year = table.yearColumn == nil ? nil : file.info.schoolYear
    case GridChoice.everyYear?: year = nil
    case let word?:
      guard let number = Int(word) else { throw PageProblem.badRequest("year") }
      year = number
    }
  }

  /// - Throws: `RecordError`.
  func query(from offset: Int = 0, limit: Int? = nil) throws -> RecordQuery {
    var query = RecordQuery(table)
    query.year = year
    query.containing = search
    query.narrowed = counted?.condition
    if let school { try query.add(condition: "org_code=\(school)") }
    query.limit = limit
    query.offset = offset
    return query
  }

  /// The choice as the query of an address, with the row that a window begins at.
  func address(from: Int? = nil) -> String {
    FormFields.query([
      ("year", year.map(String.init) ?? (table.yearColumn == nil ? nil : GridChoice.everyYear)),
      ("school", school), ("q", search), ("counted", counted?.element), ("stage", counted?.stage.rawValue),
      ("from", from.map(String.init)),
    ])
  }
}

extension GridChoice.Counted {
  /// nil where the address does not ask, or no row of this table is counted.
  /// - Throws: `ProfileError`, `PageProblem.noYear`.
  fileprivate init?(_ visit: Visit, table: CatalogTable, school: String?, in file: YiceFile) throws {
    guard let element = visit.query.filled("counted") else { return nil }
    guard let year = visit.query.filled("year").flatMap({ Int($0) }) ?? file.info.schoolYear else {
      throw PageProblem.noYear
    }
    let stage = visit.query.filled("stage").flatMap { Stage(word: $0) } ?? .primary
    let profile = try file.read { try Profile.used(by: file.info, $0) }
    let rows = CountedRows(element, of: school ?? file.info.orgCode, year: year, stage: stage, profile)
    guard let rows, rows.register == table.name else { return nil }
    self.init(element: element, stage: stage, condition: rows.condition)
  }
}

/// Columns of a table as a grid shows them in this file.
struct GridColumns {
  let table: CatalogTable
  let file: FileInfo
  let choice: GridChoice

  init(_ choice: GridChoice, _ file: FileInfo) {
    table = choice.table
    self.file = file
    self.choice = choice
  }

  /// The same in every row shown, or of no meaning to people.
  func isHidden(_ column: CatalogColumn) -> Bool {
    switch column.name {
    case "org_code": file.role.isOneSchool
    case "school_year": choice.year != nil
    case "id": table.hasRandomID
    default: false
    }
  }

  /// Filled in by the program where it is not given.
  func isFilled(_ column: CatalogColumn) -> Bool {
    switch column.name {
    case "org_code": file.role.isOneSchool || choice.school != nil || !table.isOfSchools
    case "school_year": file.schoolYear != nil
    case "id": table.hasRandomID
    default: column.emptyAllowedInKey
    }
  }

  /// Not to be changed in a row that is there.
  func isFixed(_ column: CatalogColumn) -> Bool {
    table.key.contains(column.name) && table.fixedKey.contains(column.name)
  }

  /// What the column takes, in a sentence for the one who fills it in.
  func help(_ column: CatalogColumn) -> String {
    column.type.allowed(unit: column.unit) + (column.required ? "（必填）" : "")
  }

  /// Words of a list, for a column that has one.
  func choices(_ column: CatalogColumn) -> [String] {
    if column.type == .boolean { return ["是", "否"] }
    return column.type.choices.filter { !$0.isEmpty }
  }

  /// Whether files may be attached to its rows.
  var takesEvidence: Bool {
    file.scopeOrg == nil && table.name != CatalogTable.evidence.name
      && Authority.allows(file.role, in: .evidence)
  }

  /// Whether this file may write rows of it at all; which rows, the writer says.
  var isWritable: Bool {
    file.scopeOrg == nil
      && (Authority.allows(file.role, in: table) || table.schoolWrites != nil || !table.schoolColumns.isEmpty)
  }
}
