package import YiceFormats
internal import YiceModel
package import YiceStore

/// Statistics tables made ready to be imported as 填报值.
package struct StatisticsImport {
  package let rows: StatementRows
  /// As for any sheet, with what the tables say.
  package let importer: Importer
  /// Figures of the file's own schools, in the order of `rows`.
  package let figures: [StatedFigure]
  private let workbook: StatisticsWorkbook

  /// - Parameters:
  ///   - only: the sheets to read; nil for all visible ones.
  ///   - base: the settings; its table does not matter.
  ///   - schools: what the file knows of the schools.
  /// - Throws: the readers' errors.
  package init(
    _ sheets: SheetFile, only chosen: [SheetInfo]?, into info: FileInfo, importer base: Importer,
    schools: KnownSchools
  ) throws {
    let named = try base.school.flatMap { word in try schools.directory?.code(of: word) }
    let own = info.role == .school ? info.orgCode : named
    workbook = try StatisticsWorkbook(sheets, only: chosen, orgCode: own, schools: schools)
    var importer = base
    importer.table = .statement
    importer.strict = true
    // Every row has its school.
    if info.role != .school { importer.school = nil }
    importer.year = base.year ?? workbook.year
    importer.notes = workbook.findings
    if base.year == nil, let year = workbook.year, year != info.schoolYear {
      importer.notes.append(
        Finding(
          .warning, "other-year", at: SourceLocation(file: sheets.name),
          "表里写的是 \(year) 学年，按这一学年导入（如不对，用 --year 指明）"))
    }
    let others = workbook.figures.filter { own != nil && $0.orgCode != own }
    if !others.isEmpty {
      importer.notes.append(
        Finding(
          .note, "foreign-org", at: SourceLocation(file: sheets.name),
          "有 \(Set(others.map(\.orgCode)).count) 所其他学校的数，没有导入本校文件"))
    }
    self.importer = importer
    figures = workbook.figures.filter { own == nil || $0.orgCode == own }
    rows = StatementRows(workbook, only: own)
  }

  /// An outcome whose findings name the cells that the figures came from.
  package func located(_ outcome: ImportOutcome) -> ImportOutcome {
    var outcome = outcome
    outcome.findings = outcome.findings.map { workbook.located($0, in: figures) }
    return outcome
  }
}
