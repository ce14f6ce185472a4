internal import ArgumentParser
internal import YiceStore

/// A copy for mail without contents.
struct EvidencePackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "另存一份便于发送的副本：略去佐证内容，只留文件名和摘要；对方合并时不会删去已有的内容。",
    discussion: "例：yice evidence pack 一小.db 发送.db --above-kb 500", aliases: ["发送副本"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("副本。", valueName: "副本"))
  var copy: String

  @Option(name: .customLong("above-kb"), help: ArgumentHelp("只略去大于这么多 KB 的；不写则全部略去。", valueName: "KB"))
  var aboveKB: Int = 0

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let left = try file.packed(to: copy, leavingOutAbove: max(0, aboveKB) * 1000)
    Output.say("已写 \(copy)，略去 \(left.count) 份内容，\(EvidenceError.size(left.bytes))。")
  }
}
