internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// A volume.
struct LedgerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一校一册：应配、现状、缺口、年度目标、措施、资金、责任；标准未核实的注明。", aliases: ["查看"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("哪所学校；学校文件里不写。", valueName: "学校"))
  var school: String?

  @Flag(help: "只列有缺口的。")
  var gaps = false

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let listing = try file.read { db in
      let org = try school.map { try SchoolDirectory(db).code(of: $0) }
      return try LedgerListing.volume(db, orgCode: org, onlyGaps: gaps)
    }
    try Output.print(ScreenListing(listing, shown: listing.withoutEmptyColumns()), as: output.format)
  }
}
