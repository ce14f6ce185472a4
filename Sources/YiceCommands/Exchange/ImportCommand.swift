internal import ArgumentParser
package import YiceFormats
internal import YiceImport
package import YiceModel
internal import YiceReport
internal import YiceStore

/// Imports a sheet into a table.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入表格；有一格不对就整张不导入，并一次列出全部问题。",
    discussion: """
      例：yice import 一小.db 教师 教师名册.csv --dry-run
          yice import 一小.db 教师 教师名册.csv --map 任课=任教学科
      """, aliases: ["导入"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("要导入的表格（CSV；UTF-8 或 GB18030）。", valueName: "表格"))
  var sheet: String

  @Flag(name: .customLong("dry-run"), help: "只检查，不写入。")
  var dryRun = false

  @Option(name: .customLong("map"), help: ArgumentHelp("表格的列名=本表的列名，可写多次。", valueName: "列名=列名"))
  var mapping: [String] = []

  @Option(help: ArgumentHelp("表格的编码：utf-8 或 gb18030；不写则自动判断。", valueName: "编码"))
  var encoding: String?

  @OptionGroup var year: YearOption
  @OptionGroup var author: AuthorOptions

  @Flag(help: "以 JSON 输出结果。")
  var json = false

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    var importer = Importer(table)
    importer.year = try year.value()
    importer.mapping = try parsedMapping()
    importer.dryRun = dryRun
    let progress = Progress()
    importer.progress = { progress.show("已读 \($0) 行…") }
    let outcome = try importer.run(try reader(), into: file, author: author.value)
    progress.clear()
    if json {
      Output.print(ImportReport.json(outcome, dryRun: dryRun).rendered(pretty: true) + "\n")
    } else {
      Output.printToError(ImportReport.findings(outcome))
      Output.print(ImportReport.summary(outcome, dryRun: dryRun))
    }
    if outcome.errors > 0 { throw CommandStatus(dryRun ? .findings : .failed) }
  }

  private func reader() throws -> CSVReader {
    var forced: TextEncoding?
    if let encoding {
      guard let known = TextEncoding(userWord: encoding) else {
        throw ValidationError("不认识的编码“\(encoding)”，可用 utf-8 或 gb18030。")
      }
      forced = known
    }
    return try CSVReader(path: sheet, encoding: forced)
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

extension WorkbookError: YiceError {
  package var exitStatus: ExitStatus { .failed }
}

extension CSVError: YiceError {
  package var exitStatus: ExitStatus { .failed }
}
