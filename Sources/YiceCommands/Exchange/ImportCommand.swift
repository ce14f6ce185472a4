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
    commandName: "import", abstract: "导入表格，一次列出全部问题；不对的行不导入，其余照常。",
    discussion: """
      例：yice import 一小.db 教师 教师名册.xlsx --dry-run
          yice import 一小.db 教师 教师名册.csv --map 任课=任教学科
          yice import 一小.db 教师 教师名册.csv --value 中小学高级教师=高级 --set 任教学段=小学
          yice import 一小.db 教师 全校.xlsx --sheet 教职工 --header-row 3
          yice import 县.db 教师 一小教师.xlsx --school 第一小学
          yice import 县.db 统计 教基报表.xlsx --dry-run
      表头上面的标题行（填报单位、填报日期）、表头下面的代号行（甲 乙 1 2 3）和表后的签名行会自动略过。
      网页系统导出的 .xls（网页表格、XML 表格）也能读；合并的单元格、每页重复的表头会照样认出来。
      用 --map 指明的列名、用 --value 说明的词记在文件里，以后的表格里再有就不用再写。
      指标和编号要用的格子不对，那一行不导入；别的格子不对，留空导入，原来的写法记在备注里。加 --strict 则有一处不对就整张不导入。
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

  @Option(
    name: .customLong("value"),
    help: ArgumentHelp("表格里的一个词是什么意思，写 写法=值 或 列:写法=值，可写多次；值空着表示留空。", valueName: "写法=值"))
  var answers: [String] = []

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("表格里没有或空着的一列，各行都填这个值，可写多次。", valueName: "列=值"))
  var constants: [String] = []

  @Flag(help: "有一处不对就整张不导入。")
  var strict = false

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
    if isStatistics {
      guard answers.isEmpty, constants.isEmpty else { throw ValidationError("导入统计表时不能用 --value 和 --set。") }
    } else {
      importer.answers = try answers.map { try Wording($0, in: table) }
      importer.constants = try constants.map { try Constant($0, in: table) }
      importer.strict = strict
    }
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
      let choice = try SheetChoice(
        sheets, named: sheetName,
        matcher: HeaderMatcher(
          table,
          mapping: try importer.rememberedMapping(file).merging(importer.mapping) { _, typed in typed },
          constants: Set(importer.constants.map(\.column.name))))
      importer.notes = choice.notes
      outcome = try importer.run(
        try sheets.rows(of: choice.sheet), merges: try sheets.merges(of: choice.sheet), into: file,
        author: author.value)
      if let errorsPath, outcome.errors + outcome.emptied > 0 {
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
    if let errorsPath, outcome.errors + outcome.emptied > 0 {
      Output.say("问题已标在 \(errorsPath) 里，改好后用它重新导入。")
    }
    if outcome.errors > 0 { throw CommandStatus(dryRun || !outcome.isHeldUp ? .findings : .failed) }
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
