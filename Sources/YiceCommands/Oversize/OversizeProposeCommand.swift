internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Asks for striking off.
struct OversizeProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "申请销号：建档之后最近一次核查在班额以内。", aliases: ["申请"])

  @OptionGroup var target: ClassEntryArguments
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    let key = try target.key(file)
    let rules = try file.sizeRules()
    try file.write("oversize propose", author: author.value) {
      try OversizeMoves($0).propose(key, rules: rules)
    }
    Output.say("已申请销号，由教育局或督学核验。")
  }
}
