internal import ArgumentParser
internal import YiceFormats
internal import YiceReport
internal import YiceStore

/// Writes a table to a file that others open.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "导出一个表：工作簿、CSV、JSON、JSON Lines、Markdown。",
    discussion: """
      例：yice export 一小.db 教师 -o 教师.xlsx
          yice export 一小.db 教师 --where 任教学科=体育 -o 体育教师.csv --encoding gb18030
      有学年一列的表只导出文件里记的学年的行；别的学年用 --year 2021，全部用 --all-years。
      导出的工作簿记得每一行的来历：改好后用 yice import 读回，只写改过的格。
      """, aliases: ["导出"])

  @OptionGroup var target: TableArguments

  @Option(
    name: [.short, .long], help: ArgumentHelp("写到哪个文件：.xlsx .csv .json .jsonl .md。", valueName: "文件"))
  var output: String

  @Option(name: .customLong("where"), help: ArgumentHelp("只导出符合的行，可写多次。", valueName: "列=值"))
  var conditions: [String] = []

  @OptionGroup var years: YearScopeOptions

  @Option(help: ArgumentHelp("只要这些列，用逗号隔开；带行标识时必填列和标识列总在其中。", valueName: "列,列"))
  var columns: String?

  @Option(help: ArgumentHelp("CSV 的编码：utf-8（带 BOM）或 gb18030。", valueName: "编码"))
  var encoding: String = "utf-8"

  @Flag(name: .customLong("with-memory"), help: "CSV 也带“行标识”列，改好后可以读回（工作簿总是带着，藏在最后一列）。")
  var withMemory = false

  @Flag(name: .customLong("no-memory"), help: "工作簿里不带行标识。")
  var withoutMemory = false

  func run() throws {
    let format = try ListingFile.Format.parsed(output)
    if withMemory, format != .csv, format != .xlsx {
      throw ValidationError("--with-memory 只用于 .csv 和 .xlsx。")
    }
    let encoding = try CSVWriter.Encoding.parsed(encoding)
    let table = try target.resolved()
    let wanted = try wantedColumns(table, remembers: format == .xlsx ? !withoutMemory : withMemory)
    let file = try YiceFile.open(target.file)
    var query = RecordQuery(table)
    for condition in conditions { try query.add(condition: condition) }
    try years.limit(&query, in: file)
    let wantedRows = query
    let (rows, elsewhere) = try file.read { db in
      let elsewhere = try wantedRows.elsewhere(db)
      guard format == .xlsx else {
        var export = TableExport(wantedRows, file: file.info)
        export.columns = wanted
        export.conditions = conditions + wantedRows.yearCondition
        export.withMemory = withMemory
        return (try export.write(db, to: output, as: format, encoding: encoding), elsewhere)
      }
      var workbook = TableWorkbook(wantedRows, file: file.info)
      workbook.conditions = conditions + wantedRows.yearCondition
      workbook.withMemory = !withoutMemory
      workbook.columns = wanted
      return (try workbook.write(db, to: output), elsewhere)
    }
    Output.say("“\(table.label)”的 \(rows) 行已写入 \(output)。")
    if let leftOut = query.leftOut(elsewhere) { Output.say(leftOut) }
  }

  /// A sheet that is read back needs its rows' keys.
  private func wantedColumns(_ table: CatalogTable, remembers: Bool) throws -> Set<String>? {
    guard let columns else { return nil }
    var names: Set<String> = remembers ? Set(table.columns.filter(\.required).map(\.name) + table.key) : []
    for word in columns.split(whereSeparator: { $0 == "," || $0 == "，" || $0 == "、" }) {
      guard let column = table.column(String(word)) else {
        throw RecordError.unknownColumn(table: table.label, word: String(word))
      }
      names.insert(column.name)
    }
    return names
  }
}
