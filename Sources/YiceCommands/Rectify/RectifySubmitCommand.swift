internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Says that an entry is done and asks for verification.
struct RectifySubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit", abstract: "整改完成，提交核验；要有完成日期和佐证材料。",
    discussion: "例：yice rectify submit 一小.db 8k2mvtz4 --on 2022-11-30 --evidence 验收单", aliases: ["提交"])

  @OptionGroup var target: EntryArguments
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("佐证材料；已用 evidence add 附上文件的不必写。", valueName: "说明"))
  var evidence: String?

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    try file.write("rectify submit", author: author.value) { writer in
      try RectificationMoves(target.entry, writer).submit(doneOn: day.value(), evidence: evidence)
    }
    Output.say("已提交核验。把文件发给教育局，由教育局或督学核验销号。")
  }
}
