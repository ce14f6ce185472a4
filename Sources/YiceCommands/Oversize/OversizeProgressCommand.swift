internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// Progress by year against the plan.
struct OversizeProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "大班额、大校额消除进度：每年计划销号、实际销号、累计、剩余。", aliases: ["进度"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("只看某校。", valueName: "学校"))
  var school: String?

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let listing = try file.read { db in
      let org = try school.map { try SchoolDirectory(db).code(of: $0) }
      return OversizeListing.progress(
        classes: try OversizeYear.all(db, of: .oversizedClass, orgCode: org),
        schools: try OversizeYear.all(db, of: .oversizedSchool, orgCode: org))
    }
    try Output.print(listing, as: output.format)
  }
}
