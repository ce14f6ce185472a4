internal import ArgumentParser
internal import YiceLedgers
internal import YiceStandards
internal import YiceStore

/// Asks for striking off.
struct OversizeProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "申请销号：建档之后最近一次核查在上限以内。", aliases: ["申请"])

  @OptionGroup var target: OversizeEntryArguments
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    let entry = try target.target(file)
    let rules = try file.profile().sizes
    try file.write("oversize propose", author: author.value) {
      try OversizeMoves($0).propose(entry, rules: rules)
    }
    Output.say("已申请销号，由教育局或督学核验。")
  }
}
