internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Appends a progress entry.
struct RectifyProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress", abstract: "追加一条进展（只追加，不修改）；待整改、退回的随之转为整改中。",
    discussion: "例：yice rectify progress 一小.db 8k2mvtz4 钢琴已到货 --on 2022-10-08", aliases: ["进展"])

  @OptionGroup var target: EntryArguments

  @Argument(help: ArgumentHelp("进展。", valueName: "进展"))
  var text: String

  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("填报人。", valueName: "姓名"))
  var by: String?

  @Option(help: ArgumentHelp("佐证材料。", valueName: "说明"))
  var evidence: String?

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    try file.write("rectify progress", author: author.value) { writer in
      try RectificationMoves(target.entry, writer).progress(text, on: day.value(), by: by, evidence: evidence)
    }
    Output.say("已追加一条进展。")
  }
}
