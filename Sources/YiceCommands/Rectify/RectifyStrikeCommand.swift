internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Verifies an entry and strikes it off.
struct RectifyStrikeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strike", abstract: "核验通过，销号（教育局、督查）。",
    discussion: "例：yice rectify strike 县.db 8k2mvtz4 --verifier 某督学 --on 2022-12-05", aliases: ["销号"])

  @OptionGroup var target: EntryArguments
  @OptionGroup var verifier: VerifierOptions
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("核验意见。", valueName: "意见"))
  var reason: String?

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    try file.write("rectify strike", author: author.value) { writer in
      try RectificationMoves(target.entry, writer).strike(
        by: verifier.verifier ?? author.value.name, unit: verifier.unit, on: day.value(), reason: reason)
    }
    Output.say("已销号。")
  }
}
