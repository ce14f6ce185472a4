internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Opens an entry again that was struck off.
struct RectifyReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "已销号的重新打开（教育局、督查）；要写理由。", aliases: ["重开"])

  @OptionGroup var target: EntryArguments

  @Option(help: ArgumentHelp("理由。", valueName: "理由"))
  var reason: String

  @OptionGroup var verifier: VerifierOptions
  @OptionGroup var day: DayOption
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    try file.write("rectify reopen", author: author.value) { writer in
      try RectificationMoves(target.entry, writer).reopen(
        by: verifier.verifier ?? author.value.name, unit: verifier.unit, on: day.value(), reason: reason)
    }
    Output.say("已重新打开。")
  }
}
