internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Takes one revision back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "撤销一次操作（默认最近一次）；撤销本身也可以再撤销。",
    discussion: "例：yice undo 一小.db　yice undo 一小.db --revision 1234567890", aliases: ["撤销"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("要撤销的修订编号，见 yice log。", valueName: "修订"))
  var revision: Int64?

  @Flag(name: .customLong("dry-run"), help: "只说会动多少行，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let outcome = try Undo.run(file, revision: revision, author: author.value, commit: !dryRun)
    Output.say(outcome.note ?? "")
    if outcome.reopened > 0 {
      Output.say("其中 \(outcome.reopened) 行回到有冲突、等待决定的状态；用 yice conflicts \(self.file.typed) 查看。")
    }
    if revision == nil, !dryRun { Output.say(advice(after: outcome.action)) }
    let counts = outcome.counts
    Output.say((counts.isEmpty ? "没有行需要改动" : counts.description) + (dryRun ? "（试运行，没有写入）" : "") + "。")
  }

  /// Undoing twice gives back, which someone who wants to go two steps back does not expect.
  private func advice(after action: String?) -> String {
    let earlier =
      "要撤销更早的操作：在 yice log \(self.file.typed) 里找到修订编号，再 yice undo \(self.file.typed) --revision 编号"
    return action == "undo" ? "上一次撤销已收回。\(earlier)。" : "再 yice undo 一次就恢复。\(earlier)。"
  }
}
