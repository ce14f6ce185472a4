internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Sends an entry back.
struct RectifyReturnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "核验不通过，退回重做（教育局、督查）；要写理由。", aliases: ["退回"])

  @OptionGroup var target: EntryArguments

  @Option(help: ArgumentHelp("理由。", valueName: "理由"))
  var reason: String

  @OptionGroup var verifier: VerifierOptions
  @OptionGroup var day: DayOption
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    try file.write("rectify return", author: author.value) { writer in
      try RectificationMoves(target.entry, writer).sendBack(
        by: verifier.verifier ?? author.value.name, unit: verifier.unit, on: day.value(), reason: reason)
    }
    Output.say("已退回。")
  }
}
