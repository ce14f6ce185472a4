internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// Entries, all or those that are late or soon due.
struct RectifyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "整改清单；逾期的、快到期的，按人、单位、学校挑选。",
    discussion: "例：yice rectify list 县.db --overdue --unit 基建股", aliases: ["列出", "清单"])

  @OptionGroup var selection: RectificationSelection
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(selection.file)
    let query = try selection.query(file)
    let (listing, overdue) = try file.read { try RectificationListing.entries($0, query) }
    try Output.print(listing, as: output.format)
    if output.format == .text {
      Output.say("共 \(listing.rows.count) 条，逾期 \(overdue) 条。")
    }
  }
}

/// Which entries a list or a count is about.
struct RectificationSelection: ParsableArguments {
  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Flag(help: "只列逾期的。")
  var overdue = false

  @Option(name: .customLong("due-within"), help: ArgumentHelp("只列多少天内到期的。", valueName: "天数"))
  var dueWithin: Int?

  @Option(help: ArgumentHelp("只列某一状态的。", valueName: "状态"))
  var state: String?

  @Option(help: ArgumentHelp("只列某人负责的（责任人或责任领导）。", valueName: "姓名"))
  var person: String?

  @Option(help: ArgumentHelp("只列某单位负责的。", valueName: "单位"))
  var unit: String?

  @Option(help: ArgumentHelp("只列某校的（标识码、名称或简称）。", valueName: "学校"))
  var school: String?

  @OptionGroup var today: TodayOption

  func query(_ file: YiceFile) throws -> RectificationQuery {
    var query = RectificationQuery(today: try today.value())
    query.onlyOverdue = overdue
    query.dueWithin = dueWithin
    query.state = state
    query.person = person
    query.unit = unit
    query.orgCode = try school.map { school in try file.read { try SchoolDirectory($0).code(of: school) } }
    return query
  }
}
