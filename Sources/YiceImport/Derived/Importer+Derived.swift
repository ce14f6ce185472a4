internal import GRDB
internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension Importer {
  /// Rows of the table made from a sheet of another shape: a list of pupils for classes, a form for statements.
  struct Derived {
    /// nil where the findings say why there are none.
    let rows: DerivedRows?
    let findings: [Finding]
    /// The sheet has persons in it who must not be copied anywhere.
    let holdsPersons: Bool
  }

  /// - Returns: `nil` where the sheet has the table's own shape.
  func derived(_ rows: HeadedRows, _ matcher: HeaderMatcher, _ file: FileInfo, _ db: Database) throws
    -> Derived?
  {
    try pupils(rows, matcher) ?? classes(rows, matcher) ?? years(rows, matcher)
      ?? form(rows, matcher, file, db)
  }

  private func classes(_ rows: HeadedRows, _ matcher: HeaderMatcher) throws -> Derived? {
    guard let matrix = ClassMatrix(rows, matcher, stages) else { return nil }
    if let problem = matrix.problem { return Derived(rows: nil, findings: [problem], holdsPersons: false) }
    let made = try matrix.rows(matcher)
    return Derived(rows: made.rows, findings: made.findings, holdsPersons: false)
  }

  private func years(_ rows: HeadedRows, _ matcher: HeaderMatcher) throws -> Derived? {
    guard let made = try YearColumns(rows, matcher)?.rows() else { return nil }
    return Derived(rows: made.rows, findings: made.findings, holdsPersons: false)
  }

  private func pupils(_ rows: HeadedRows, _ matcher: HeaderMatcher) throws -> Derived? {
    let place = SourceLocation(file: rows.source.sourceName, sheet: rows.source.sheetName)
    guard let sheet = PupilSheet(rows.heading.labels, matcher, at: place, titles: rows.titles) else {
      return nil
    }
    let titles = [place.sheet].compactMap(\.self) + rows.titles
    if let problem = sheet.problem(titles: titles, at: place) {
      return Derived(rows: nil, findings: [problem], holdsPersons: true)
    }
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

  /// Head counts of the file's classes.
  func headCounts(_ db: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      db,
      sql:
        "SELECT org_code || school_year || stage || entry_year || '/' || class_no AS class, head_count FROM class_roll"
    )
    return Dictionary(
      rows.map { ($0["class"], $0["head_count"] ?? 0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Tells classes that a list of pupils left with less than half of those whom they had.
  func shrunk(_ before: [String: Int], _ db: Database, at place: SourceLocation) throws -> Finding? {
    let after = try headCounts(db)
    let fewer = before.filter { name, heads in heads >= 10 && (after[name] ?? heads) * 2 < heads }
    guard let first = fewer.min(by: { $0.key < $1.key }) else { return nil }
    return Finding(
      .warning, "fewer-pupils", at: place,
      "有 \(fewer.count) 个班的人数不到原来的一半（如原来 \(first.value) 人，现在 \(after[first.key] ?? 0) 人）：这张名单也许只有一部分学生，"
        + "不是全部学生的请用 yice undo 撤销")
  }

  private func form(_ rows: HeadedRows, _ matcher: HeaderMatcher, _ file: FileInfo, _ db: Database) throws
    -> Derived?
  {
    guard matcher.table.name == CatalogTable.statement.name,
      let form = try ItemForm(
        rows, matcher, stages: try ownStages(file, db), stagesOf: try stagesOfSchools(file, db))
    else { return nil }
    return Derived(rows: form.rows, findings: form.findings, holdsPersons: false)
  }

  /// 学段 of a school that a row names, in a bureau's file.
  private func stagesOfSchools(_ file: FileInfo, _ db: Database) throws -> (String) -> [Stage]? {
    if file.role.isOneSchool {
      let own = try ownStages(file, db)
      return { _ in own }
    }
    let schools = try SchoolDirectory(db)
    return { word in
      guard let kind = try? schools.school(word).kind else { return nil }
      return (SchoolKind.stages(of: kind) ?? []).filter(Stage.compulsory.contains)
    }
  }

  /// 学段 of the school whose file or sheet it is; none where that is not one school.
  private func ownStages(_ file: FileInfo, _ db: Database) throws -> [Stage] {
    let schools = try SchoolDirectory(db)
    let code = file.role.isOneSchool ? file.orgCode : try school.map { try schools.code(of: $0) }
    let kind = schools.schools.first { $0.code == code }?.kind ?? ""
    return (SchoolKind.stages(of: kind) ?? []).filter(Stage.compulsory.contains)
  }
}
