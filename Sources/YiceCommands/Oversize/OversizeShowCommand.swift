internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// One entry with its counts, evidence, verdicts and moves.
struct OversizeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一个班、一所学校的全部：台账、历次核查、佐证、谁在什么时候改了状态。", aliases: ["查看"])

  @OptionGroup var target: OversizeEntryArguments
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(target.file)
    let entry = try target.target(file)
    try Output.print(try file.read { try EntryDetail($0, entry.table, entry.key) }, as: output.format)
  }
}
