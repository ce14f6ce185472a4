internal import ArgumentParser
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Holds contents to their digests.
struct EvidenceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查佐证内容：与摘要是否相符、哪些不在这个文件里、哪些没有用；有损坏时退出状态为 2。",
    aliases: ["检查"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var output: FormatOptions

  func run() throws {
    let report = try YiceFile.open(file).read { try EvidenceStore.check($0) }
    try Output.print(EvidenceReport(report), as: output.format)
    if !report.damaged.isEmpty { throw CommandStatus(.findings) }
  }
}
