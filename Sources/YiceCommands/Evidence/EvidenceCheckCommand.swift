internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Holds contents to their digests.
struct EvidenceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查佐证内容：与摘要是否相符、哪些不在这个文件里、哪些没有用；有损坏时退出状态为 2。",
    aliases: ["检查"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  func run() throws {
    let report = try YiceFile.open(file).read { try EvidenceStore.check($0) }
    for name in report.damaged { Output.print("损坏：\(name)：内容与登记的摘要不符\n") }
    for name in report.leftOut { Output.print("不在这里：\(name)（合并保存原件的文件即可补上）\n") }
    Output.print(
      "佐证 \(report.rows) 条，内容 \(report.contents) 份 \(EvidenceError.size(report.bytes))；损坏 \(report.damaged.count)，"
        + "不在这里 \(report.leftOut.count)，没有用的 \(report.unused) 份 \(EvidenceError.size(report.unusedBytes))。\n")
    if !report.damaged.isEmpty { throw CommandStatus(.findings) }
  }
}
