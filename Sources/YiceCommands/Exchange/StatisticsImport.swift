internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceStore

/// `yice import FILE 统计 WORKBOOK`: statistics tables into 填报值.
enum StatisticsImport {
  /// Words that stand where the table's name would.
  static let words: Set<String> = ["统计", "教基", "statistics"]

  struct Result {
    var figures: [StatedFigure]
    var outcome: ImportOutcome
    var year: Int?
  }

  /// - Throws: the readers' and the importer's errors.
  static func run(
    _ sheets: SheetFile, sheetName: String?, into file: YiceFile, importer base: Importer, author: Author
  ) throws -> Result {
    let own = file.info.role == .school ? file.info.orgCode : nil
    let workbook = try StatisticsWorkbook(
      sheets, sheetName: sheetName, orgCode: own, schools: try file.read { try KnownSchools($0) })
    var importer = base
    importer.year = base.year ?? workbook.year
    importer.notes = workbook.findings
    if base.year == nil, let year = workbook.year, year != file.info.schoolYear {
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
    // A sheet with errors is not half imported.
    if workbook.findings.contains(where: { $0.severity == .error }) { importer.dryRun = true }
    var outcome = try importer.run(StatementRows(workbook, only: own), into: file, author: author)
    let figures = workbook.figures.filter { own == nil || $0.orgCode == own }
    outcome.findings = outcome.findings.map { workbook.located($0, in: figures) }
    return Result(figures: figures, outcome: outcome, year: importer.year)
  }

  /// The sheets as they came, for marking what is wrong in them.
  static func pages(_ sheets: SheetFile, sheetName: String?, _ outcome: ImportOutcome) throws
    -> [ErrorSheet.Page]
  {
    let chosen = try sheetName.map { [try sheets.sheet($0)] } ?? sheets.sheets
    return try chosen.filter { $0.visibility == .visible || sheetName != nil }.map { info in
      ErrorSheet.Page(
        try sheets.rows(of: info), merges: try sheets.merges(of: info), name: info.name,
        findings: outcome.findings.filter {
          $0.location.sheet == info.name || !sheets.isWorkbook && $0.location.row != nil
        })
    }
  }
}
