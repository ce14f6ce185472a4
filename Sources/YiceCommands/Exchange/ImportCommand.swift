internal import ArgumentParser
internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Imports a sheet into a table.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入表格；有一格不对就整张不导入，并一次列出全部问题。",
    discussion: """
      例：yice import 一小.db 教师 教师名册.xlsx --dry-run
          yice import 一小.db 教师 教师名册.csv --map 任课=任教学科
          yice import 一小.db 教师 全校.xlsx --sheet 教职工 --header-row 3
          yice import 县.db 教师 一小教师.xlsx --school 第一小学
          yice import 县.db 统计 教基报表.xlsx --dry-run
      表头上面的标题行（填报单位、填报日期）、表头下面的代号行（甲 乙 1 2 3）和表后的签名行会自动略过。
      网页系统导出的 .xls（网页表格、XML 表格）也能读；合并的单元格、每页重复的表头会照样认出来。
      用 --map 指明的对应记在文件里，以后的表格里有同样的列名就不用再写。
      """, aliases: ["导入"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("要导入的表格（.xlsx、.xls 或 CSV，看内容不看扩展名）。", valueName: "表格"))
  var sheet: String

  @Flag(name: .customLong("dry-run"), help: "只检查，不写入。")
  var dryRun = false

  @Flag(name: .customLong("delete-missing"), help: "导出后读回的表格里删去的行，也从文件里删除。")
  var deleteMissing = false

  @Option(
    name: .customLong("errors"),
    help: ArgumentHelp("有问题时把原表写成工作簿（.xlsx），问题格标色并附说明；改好后直接导入它。", valueName: "文件"))
  var errorsPath: String?

  @Option(name: .customLong("map"), help: ArgumentHelp("表格的列名=本表的列名，可写多次。", valueName: "列名=列名"))
  var mapping: [String] = []

  @Option(help: ArgumentHelp("表格的编码：utf-8 或 gb18030；不写则自动判断。", valueName: "编码"))
  var encoding: String?

  @Option(name: .customLong("sheet"), help: ArgumentHelp("工作表的名字或序号；不写则取表头最合适的一张。", valueName: "工作表"))
  var sheetName: String?

  @Option(
    name: .customLong("header-row"), help: ArgumentHelp("表头所在的行，如 3 或 3-4；不写则自动寻找。", valueName: "行"))
  var headerRow: String?

  @Option(
    name: [.customLong("school"), .customLong("org")],
    help: ArgumentHelp("县级文件里：这张表是哪所学校的，写标识码或名称；表格里有学校一列、标题行写着学校的不用写。", valueName: "学校"))
  var school: String?

  @OptionGroup var year: YearOption
  @OptionGroup var author: AuthorOptions

  @OptionGroup var output: ShownFormatOptions

  func run() throws {
    let isStatistics = StatisticsImport.words.contains(target.table)
    let table = isStatistics ? CatalogTable.statement : try target.resolved()
    let file = try dryRun ? YiceFile.forTrial(target.file) : YiceFile.open(target.file, for: .write)
    var importer = Importer(table)
    importer.year = try year.value()
    importer.mapping = isStatistics ? [:] : try parsedMapping()
    importer.school = school
    importer.stages = try file.read { try Profile.used(by: file.info, $0).stages }
    importer.dryRun = dryRun
    importer.headerRows = try parsedHeaderRows()
    importer.deleteMissing = deleteMissing
    let progress = Progress()
    importer.progress = { progress.show("已读 \($0) 行…") }
    let sheets = try SheetFile.open(sheet, encoding: try parsedEncoding())
    let outcome: ImportOutcome
    var figures: [StatedFigure] = []
    if isStatistics {
      let result = try StatisticsImport.run(
        sheets, sheetName: sheetName, into: file, importer: importer, author: author.value)
      outcome = result.outcome
      figures = result.figures
      if let errorsPath, outcome.errors > 0 {
        try ErrorSheet.write(
          try StatisticsImport.pages(sheets, sheetName: sheetName, outcome), findings: outcome.findings,
          notShown: outcome.findingsNotShown, to: errorsPath)
      }
    } else {
      let matcher = HeaderMatcher(
        table, mapping: try importer.rememberedMapping(file).merging(importer.mapping) { _, typed in typed })
      let choice = try SheetChoice(sheets, named: sheetName, matcher: matcher)
      if headerRow == nil, let joined = try SheetJoin(sheets, choice, matcher) {
        importer.notes = joined.notes
        outcome = try importer.run(joined.source, into: file, author: author.value)
      } else {
        importer.notes = choice.notes
        outcome = try importer.run(
          try sheets.rows(of: choice.sheet), merges: try sheets.merges(of: choice.sheet), into: file,
          author: author.value)
      }
      if let errorsPath, outcome.errors > 0, !outcome.holdsPersons {
        let page = ErrorSheet.Page(
          try sheets.rows(of: choice.sheet), merges: try sheets.merges(of: choice.sheet),
          headings: outcome.headings, findings: outcome.findings)
        try ErrorSheet.write(
          [page], findings: outcome.findings, notShown: outcome.findingsNotShown, to: errorsPath)
      }
    }
    progress.clear()
    let report = ImportReport(outcome, figures, dryRun: dryRun)
    if output.format == .text { Output.printToError(report.findings) }
    try Output.print(report, as: output.format)
    if let errorsPath, outcome.errors > 0 {
      Output.say(
        outcome.holdsPersons
          ? "表格里是学生的个人信息，没有另写一份标色的表；请在原表里改正。" : "问题已标在 \(errorsPath) 里，改好后用它重新导入。")
    }
    if outcome.errors > 0 { throw CommandStatus(dryRun ? .findings : .failed) }
    if outcome.conflicts > 0 { throw CommandStatus(.conflicts) }
  }

  private func parsedEncoding() throws -> TextEncoding? {
    guard let encoding else { return nil }
    guard let known = TextEncoding(userWord: encoding) else {
      throw ValidationError("不认识的编码“\(encoding)”，可用 utf-8 或 gb18030。")
    }
    return known
  }

  /// `3` or `3-4`.
  private func parsedHeaderRows() throws -> ClosedRange<Int>? {
    guard let headerRow else { return nil }
    let rows = headerRow.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = rows.first ?? nil, let last = rows.last ?? nil, rows.count <= 2, first >= 1,
      first <= last,
      last - first < 10, last <= 1000
    else { throw ValidationError("--header-row“\(headerRow)”应写成行号，如 3 或 3-4（不超过第 1000 行）。") }
    return first...last
  }

  private func parsedMapping() throws -> [String: String] {
    var result: [String: String] = [:]
    for text in mapping {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--map“\(text)”应写成 表格的列名=本表的列名。") }
      guard let table = TableCatalog.table(target.table), table.column(parts[1]) != nil else {
        throw RecordError.unknownColumn(table: target.table, word: parts[1])
      }
      result[HeaderMatcher.tidy(parts[0])] = parts[1]
    }
    return result
  }
}
