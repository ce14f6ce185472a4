internal import GRDB
internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension Importer {
  /// Rows of the table made from a sheet of another shape: a list of pupils for classes, a form for statements.
  struct Derived {
    let rows: DerivedRows
    let findings: [Finding]
    /// The sheet has persons in it who must not be copied anywhere.
    let holdsPersons: Bool
  }

  /// - Returns: `nil` where the sheet has the table's own shape.
  func derived(_ rows: HeadedRows, _ matcher: HeaderMatcher, _ file: FileInfo, _ db: Database) throws
    -> Derived?
  {
    try pupils(rows, matcher) ?? form(rows, matcher, file, db)
  }

  private func pupils(_ rows: HeadedRows, _ matcher: HeaderMatcher) throws -> Derived? {
    guard let sheet = PupilSheet(rows.heading.labels, matcher) else { return nil }
    let place = SourceLocation(file: rows.source.sourceName, sheet: rows.source.sheetName)
    rows.merged = MergedCells(
      rows.merges, from: rows.dataStart,
      columns: sheet.carried.map { MergedCells.Column(index: $0.index, heading: $0.heading, isAmount: false) }
    )
    var count = PupilCount(sheet, stages: stages, at: place)
    var row = SheetRow()
    while try rows.next(into: &row) {
      guard !SheetWords.isSum(row), !SheetWords.isFooter(row, width: rows.heading.labels.count),
        !SheetWords.isPageNumber(row),
        !rows.pageHead.isRepeated(row)
      else { continue }
      count.add(row)
    }
    return Derived(rows: count.rows(of: rows), findings: count.findings, holdsPersons: true)
  }

  private func form(_ rows: HeadedRows, _ matcher: HeaderMatcher, _ file: FileInfo, _ db: Database) throws
    -> Derived?
  {
    guard matcher.table.name == CatalogTable.statement.name,
      let form = try ItemForm(rows, matcher, stages: try ownStages(file, db))
    else { return nil }
    return Derived(rows: form.rows, findings: form.findings, holdsPersons: false)
  }

  /// 学段 of the school whose file or sheet it is; none where that is not one school.
  private func ownStages(_ file: FileInfo, _ db: Database) throws -> [Stage] {
    let schools = try SchoolDirectory(db)
    let code = file.role.isOneSchool ? file.orgCode : try school.map { try schools.code(of: $0) }
    let kind = schools.schools.first { $0.code == code }?.kind ?? ""
    return (SchoolKind.stages(of: kind) ?? []).filter(Stage.compulsory.contains)
  }
}
