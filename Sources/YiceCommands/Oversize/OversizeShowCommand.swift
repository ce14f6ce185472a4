internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// One entry with its counts, evidence, verdicts and moves.
struct OversizeShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "一个班的全部：台账、历次核查、佐证、谁在什么时候改了状态。", aliases: ["查看"])

  @OptionGroup var target: ClassEntryArguments

  func run() throws {
    let file = try YiceFile.open(target.file)
    let key = try target.key(file)
    Output.print(try file.read { try EntryDetail.text($0, .oversizedClass, key) })
  }
}
