internal import ArgumentParser
internal import YiceFormats
internal import YiceImport
internal import YiceIndicators
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
          yice import 一小.db 全校.xlsx
          yice import 一小.db 教师 教师名册.csv --map 任课=任教学科
          yice import 一小.db 教师 教师名册.csv --value 中小学高级教师=高级 --set 任教学段=小学
          yice import 一小.db 教师 全校.xlsx --sheet 教职工 --header-row 3
          yice import 县.db 教师 一小教师.xlsx --school 第一小学
          yice import 县.db 统计 教基报表.xlsx --dry-run
      不写表名就导入整个工作簿：各张工作表按名字或表头各归各表，认不出、分不清的说出来，不猜；一次写入，可一次撤销。
      表头上面的标题行（填报单位、填报日期）、表头下面的代号行（甲 乙 1 2 3）和表后的签名行会自动略过。
      网页系统导出的 .xls（网页表格、XML 表格）也能读；合并的单元格、每页重复的表头会照样认出来。
      用 --map 指明的列名、用 --value 说明的词记在文件里，以后的表格里再有就不用再写。
      指标和编号要用的格子不对，那一行不导入；别的格子不对，留空导入，原来的写法记在备注里。加 --strict 则有一处不对就整张不导入。
      """, aliases: ["导入"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("表名，中文或英文；不写就导入整个工作簿。", valueName: "表"))
  var first: String

  @Argument(help: ArgumentHelp("要导入的表格（.xlsx、.xls 或 CSV，看内容不看扩展名）。", valueName: "表格"))
  var second: String?

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
    help: ArgumentHelp("县级文件里：这张表是哪所学校的，写标识码或名称；表格里有学校一列、标题行写着学校的不用写。学校文件里写本校：不再核对表里的校名。", valueName: "学校"))
  var school: String?

  @OptionGroup var year: YearOption
  @OptionGroup var author: AuthorOptions

  @OptionGroup var output: ShownFormatOptions

  func run() throws {
    guard let sheet = second else { return try importWorkbook(first) }
    if WholeWorkbook.words.contains(first) { return try importWorkbook(sheet) }
    let isStatistics = StatisticsPages.words.contains(first)
    let table = isStatistics ? CatalogTable.statement : try resolved(first)
    let file = try opened()
    var importer = try settings(table, file)
    if isStatistics {
      guard answers.isEmpty, constants.isEmpty, mapping.isEmpty else {
        throw ValidationError("导入统计表时不能用 --map、--value 和 --set。")
      }
    } else {
      importer.mapping = try parsedMapping(table)
      importer.answers = try answers.map { try Wording($0, in: table) }
      importer.constants = try constants.map { try Constant($0, in: table) }
    }
    let progress = Progress()
    importer.progress = { progress.show("已读 \($0) 行…") }
    var uncounted = UncountedRemark.none
    let asked = try uncountedQuestion(file)
    importer.onTrial = { uncounted = try UncountedRemark($0, in: $1, asked) }
    let sheets = try SheetFile.open(sheet, encoding: try parsedEncoding())
    let outcome: ImportOutcome
    var figures: [StatedFigure] = []
    if isStatistics {
      let statistics = try StatisticsImport(
        sheets, only: try sheetName.map { [try sheets.sheet($0)] }, into: file.info, importer: importer,
        schools: try file.read { try KnownSchools($0) })
      outcome = statistics.located(
        try statistics.importer.run(statistics.rows, into: file, author: author.value))
      figures = statistics.figures
      if outcome.errors > 0 {
        try writeErrors(outcome.findings, outcome.findingsNotShown) {
          try StatisticsPages.make(sheets, sheetName: sheetName, outcome)
        }
      }
    } else {
      let remembered = try file.read { try importer.rememberedMapping(file.info, $0) }
      let matcher = HeaderMatcher(
        table, mapping: remembered.merging(importer.mapping) { _, typed in typed },
        constants: Set(importer.constants.map(\.column.name)))
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
      if outcome.errors + outcome.emptied > 0, !outcome.holdsPersons {
        try writeErrors(outcome.findings, outcome.findingsNotShown) {
          [try page(sheets, choice.sheet, nil, outcome)]
        }
      }
    }
    progress.clear()
    if outcome.written {
      uncounted = try file.readWithTemporaryTables { try UncountedRemark($0, in: [table], asked) }
    }
    let report = ImportReport(outcome, figures, dryRun: dryRun, uncounted: uncounted)
    if output.format == .text { Output.printToError(report.findings) }
    try Output.print(report, as: output.format)
    if outcome.errors + outcome.emptied > 0 { sayErrors(holdsPersons: outcome.holdsPersons) }
    if outcome.errors > 0 { throw CommandStatus(dryRun || !outcome.isHeldUp ? .findings : .failed) }
    if outcome.conflicts > 0 { throw CommandStatus(.conflicts) }
  }

  private func importWorkbook(_ path: String) throws {
    let target = try opened()
    if second == nil, TableCatalog.table(path) != nil || StatisticsPages.words.contains(path) {
      throw ValidationError("还要写明导入哪个表格，例如 yice import \(file.typed) \(path) 名册.xlsx。")
    }
    guard sheetName == nil, headerRow == nil else {
      throw ValidationError("--sheet 和 --header-row 只用于导入一张工作表，请写明表名。")
    }
    var whole = WorkbookImport(try settings(.teacher, target))
    whole.answers = answers
    whole.constants = constants
    whole.mapping = mapping
    var uncounted = UncountedRemark.none
    let asked = try uncountedQuestion(target)
    whole.settings.onTrial = { uncounted = try UncountedRemark($0, in: $1, asked) }
    let progress = Progress()
    whole.progress = { progress.show("正在导入“\($0)”…") }
    let sheets = try SheetFile.open(path, encoding: try parsedEncoding())
    let outcome = try whole.run(sheets, into: target, author: author.value)
    if outcome.errors + outcome.emptied > 0 {
      try writeErrors(outcome.findings, outcome.sheets.map(\.findingsNotShown).reduce(0, +)) {
        try sheets.sheets.compactMap { info in
          try outcome.sheets.first { $0.sheetName == info.name && !$0.holdsPersons }.map {
            try page(sheets, info, info.name, $0)
          }
        }
      }
    }
    progress.clear()
    if outcome.written {
      uncounted = try target.readWithTemporaryTables {
        try UncountedRemark($0, in: outcome.writtenTables, asked)
      }
    }
    let report = WorkbookReport(outcome, dryRun: dryRun, uncounted: uncounted)
    if output.format == .text { Output.printToError(report.findings) }
    try Output.print(report, as: output.format)
    if outcome.errors + outcome.emptied > 0 { sayErrors(holdsPersons: false) }
    guard !outcome.isFruitless else { throw CommandStatus(dryRun ? .findings : .failed) }
    if outcome.errors > 0 { throw CommandStatus(.findings) }
    if outcome.conflicts > 0 { throw CommandStatus(.conflicts) }
  }

  private func uncountedQuestion(_ file: YiceFile) throws -> UncountedRemark.Question {
    UncountedRemark.Question(
      info: file.info, typed: self.file.typed, year: try year.value() ?? file.info.schoolYear)
  }

  private func opened() throws -> YiceFile {
    try dryRun ? YiceFile.forTrial(file) : YiceFile.open(file, for: .write)
  }

  private func settings(_ table: CatalogTable, _ file: YiceFile) throws -> Importer {
    var importer = try Importer.usual(table, into: file)
    importer.year = try year.value()
    importer.strict = strict
    importer.school = school
    importer.dryRun = dryRun
    importer.headerRows = try parsedHeaderRows()
    importer.deleteMissing = deleteMissing
    return importer
  }

  private func resolved(_ word: String) throws -> CatalogTable {
    guard let table = TableCatalog.table(word) else { throw RecordError.unknownTable(word) }
    return table
  }

  private func page(_ sheets: SheetFile, _ info: SheetInfo, _ name: String?, _ outcome: ImportOutcome) throws
    -> ErrorSheet.Page
  {
    ErrorSheet.Page(
      try sheets.rows(of: info), merges: try sheets.merges(of: info), name: name, headings: outcome.headings,
      findings: outcome.findings)
  }

  private func writeErrors(_ findings: [Finding], _ notShown: Int, _ pages: () throws -> [ErrorSheet.Page])
    throws
  {
    guard let errorsPath else { return }
    try ErrorSheet.write(try pages(), findings: findings, notShown: notShown, to: errorsPath)
  }

  private func sayErrors(holdsPersons: Bool) {
    guard let errorsPath else { return }
    Output.say(
      holdsPersons
        ? "表格里是学生的个人信息，没有另写一份标色的表；请在原表里改正。" : "问题已标在 \(errorsPath) 里，改好后用它重新导入。")
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

  private func parsedMapping(_ table: CatalogTable) throws -> [String: String] {
    var result: [String: String] = [:]
    for text in mapping {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--map“\(text)”应写成 表格的列名=本表的列名。") }
      guard table.column(parts[1]) != nil else {
        throw RecordError.unknownColumn(table: table.label, word: parts[1])
      }
      result[HeaderMatcher.tidy(parts[0])] = parts[1]
    }
    return result
  }
}
