internal import ArgumentParser
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Rows that two sides changed without knowing of each other.
struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "两边都改过、等待决定的行：并排列出不同的列、谁、什么时候。",
    discussion: "例：yice conflicts 县.db", aliases: ["冲突"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let conflicts = try file.read { try Conflict.all($0) }
    try Output.print(ConflictReport(conflicts), as: output.format)
    switch output.format {
    case .json: break
    case .csv, .jsonLines, .markdown, .file:
      for conflict in conflicts where conflict.more > 0 {
        Output.say("冲突 \(conflict.id)：还有 \(conflict.more) 个版本没有列出。")
      }
    case .text:
      Output.say(
        conflicts.isEmpty
          ? "没有等待处理的冲突。"
          : "共 \(conflicts.count) 个。处理：yice resolve \(self.file.typed) 编号 --take 1，或 yice resolve \(self.file.typed) --auto"
      )
    }
    if !conflicts.isEmpty { throw CommandStatus(.conflicts) }
  }
}
