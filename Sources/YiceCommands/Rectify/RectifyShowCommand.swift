internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// One entry with its progress, verdicts, evidence and moves.
struct RectifyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一条整改的全部：内容、进展、核验、佐证、谁在什么时候改了状态。", aliases: ["查看"])

  @OptionGroup var target: EntryArguments
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(target.file)
    try Output.print(
      try file.read { db in
        let key = try EntryKey.find(target.entry, in: .rectification, db, file.info)
        return try EntryDetail(db, .rectification, key)
      }, as: output.format)
  }
}
