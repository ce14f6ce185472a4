internal import ArgumentParser
internal import YiceFiles
internal import YiceLedgers
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// A school's file, finished and ready to mail.
struct FinishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finish", abstract: "填完以后一步做完：检查、生成一校一册、大班额建档、提出整改、打包。",
    discussion: """
      例：yice finish 一小.db --dry-run
          yice finish 一小.db --to 发送/
      检查出的问题不拦住打包，但会说还剩多少、怎样看；要先改再发，加 --no-pack。写入的内容可用 yice undo 一次撤销。
      """, aliases: ["完成"])

  @Argument(help: ArgumentHelp("学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var basis: BasisOptions
  @OptionGroup var day: DayOption

  @Option(name: .customLong("to"), help: ArgumentHelp("打包写到哪个文件或文件夹；不写则在当前文件夹。", valueName: "位置"))
  var place: String?

  @Flag(name: .customLong("no-pack"), help: "不打包。")
  var noPack = false

  @Flag(name: .customLong("dry-run"), help: "只说会怎样，不写入，也不打包。")
  var dryRun = false

  @OptionGroup var signing: SigningOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var format: FormatOptions

  func run() throws {
    let opened = try YiceFile.open(file, for: .write)
    let day = try day.value()
    // Before anything is written: a passphrase that is wrong keeps nothing half done.
    let signer = dryRun || noPack ? nil : try signing.signer(for: opened.info)
    let finish = SchoolFinish(try basis.asked(opened, day: day), on: day)
    let outcome = try finish.run(opened, author: author.value, dryRun: dryRun)
    try Output.print(FinishReport(outcome, typedFile: file.typed, dryRun: dryRun), as: format.format)
    if !dryRun, !noPack {
      let name = try Pack.name(of: opened)
      let path = OutputPath.making(place, name: name)
      _ = try Pack.pack(
        opened, to: path, replacing: true, signer: signer?.naming(fileName(of: path)))
      if let signer { Output.say(SigningOptions.said(signer)) }
      Output.say("已打包，把 \(path) 发给教育局即可。")
    }
    if outcome.findings.contains(where: { $0.severity == .error }) { throw CommandStatus(.findings) }
  }
}
