internal import ArgumentParser
internal import YiceStore

/// Brings a file of an earlier program to the current format.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade", abstract: "把旧版本写成的文件升级到当前格式；旧文件另存一份。",
    discussion: "例：yice upgrade 一小.db　收到的旧文件不用升级，合并时会自己处理。", aliases: ["升级"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Flag(help: "只试，不改文件。")
  var dryRun = false

  func run() throws {
    guard let outcome = try Upgrade.run(file, dryRun: dryRun) else {
      Output.say("“\(file)”已经是当前格式（\(Schema.version)），不用升级。")
      return
    }
    let formats = "从格式 \(outcome.from) 到格式 \(outcome.to)"
    Output.say(
      dryRun
        ? "“\(file)”可以升级：\(formats)。（试运行，没有写入）"
        : "已升级“\(file)”：\(formats)。旧文件另存为“\(outcome.backup)”，确认无误后可以删除。")
  }
}
