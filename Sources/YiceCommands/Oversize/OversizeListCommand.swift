internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Entries with their latest count, under the class's name of a year.
struct OversizeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "大班额、大校额台账：每个班、每所学校的建档人数、最近核查、状态；班名按所问学年。", aliases: ["列出", "台账"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("只列某一状态的：在册、拟销号、已销号、反弹、毕业。", valueName: "状态"))
  var state: String?

  @Option(help: ArgumentHelp("只列某校的。", valueName: "学校"))
  var school: String?

  @OptionGroup var year: YearOption
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let year = try year.resolved(file)
    let listing = try file.read { db in
      let org = try school.map { try SchoolDirectory(db).code(of: $0) }
      return try OversizeListing.entries(
        OversizeEntry.all(db, state: state, orgCode: org), year: year, Profile.used(by: file.info, db).stages)
    }
    try Output.print(listing, as: output.format)
    if output.format == .text { Output.say("共 \(listing.rows.count) 条。") }
  }
}
