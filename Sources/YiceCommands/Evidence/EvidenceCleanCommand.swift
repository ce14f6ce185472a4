internal import ArgumentParser
internal import YiceStore

/// Drops contents that no row names.
struct EvidenceCleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "清理没有哪一行再用的佐证内容（不能撤销）。", aliases: ["清理"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Flag(help: "不询问，直接做。")
  var yes = false

  @Flag(name: .customLong("dry-run"), help: "只说会清理多少，不写入。")
  var dryRun = false

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let report = try file.read { try EvidenceStore.check($0) }
    let question = "清理 \(report.unused) 份内容，\(EvidenceError.size(report.unusedBytes))，不能撤销。"
    guard report.unused > 0, !dryRun else {
      Output.say(report.unused == 0 ? "没有可清理的内容。" : "\(question)（试运行，没有写入）")
      return
    }
    try Confirmation.require(question, yes: yes)
    let cleaned = try file.cleanEvidence()
    Output.say("已清理 \(cleaned.count) 份内容，腾出 \(EvidenceError.size(cleaned.bytes))。")
  }
}
