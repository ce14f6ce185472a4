internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// Opinions with their answers.
struct OpinionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions", abstract: "审核意见和答复。", discussion: "例：yice opinions 一小.db --open", aliases: ["意见"]
  )

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Flag(help: "只列还没有关闭的。")
  var open = false

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let listing = try file.read { try OpinionListing.listing($0, openOnly: open) }
    try Output.print(listing, as: output.format)
    if output.format == .text {
      Output.say("共 \(listing.rows.count) 条。答复：yice reply \(self.file.typed) 编号 --text …")
    }
  }
}
