internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// Rows of a table.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出一个表的行。",
    discussion: """
      有学年一列的表只列文件里记的学年的行；别的学年用 --year 2021，全部用 --all-years。
      例：yice list 一小.db 教师 --where 任教学科=体育
      """, aliases: ["列出"])

  @OptionGroup var target: TableArguments

  @Option(
    name: .customLong("where"), help: ArgumentHelp("只列符合的行，可写多次。", valueName: "列=值"),
    completion: Completion.columns)
  var conditions: [String] = []

  @Option(help: ArgumentHelp("最多列多少行。", valueName: "行数"))
  var limit: Int?

  @Flag(help: "空列也显示。")
  var all = false

  @OptionGroup var years: YearScopeOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(target.file)
    let table = try target.resolved()
    var query = RecordQuery(table)
    query.limit = limit
    for condition in conditions { try query.add(condition: condition) }
    try years.limit(&query, in: file)
    let (rows, total, elsewhere) = try file.read {
      (try query.rows($0), try query.count($0), try query.elsewhere($0))
    }
    let listing = RecordListing.listing(table, rows)
    let shown = all ? listing : listing.withoutEmptyColumns(keeping: Set(table.key))
    try Output.print(ScreenListing(listing, shown: shown), as: output.format)
    if output.format == .text {
      Output.say("共 \(total) 行" + (rows.count < total ? "，列出前 \(rows.count) 行" : "") + "。")
    }
    if let leftOut = query.leftOut(elsewhere) { Output.say(leftOut) }
  }
}
