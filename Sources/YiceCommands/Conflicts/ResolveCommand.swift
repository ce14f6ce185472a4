internal import ArgumentParser
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Decides on conflicts.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "对冲突作出决定：取一个版本、逐列取，或写下自己的值；都记入历史。",
    discussion: """
      例：yice resolve 县.db k3f9a2 --take 2 --reason 学校已核实
          yice resolve 县.db k3f9a2 --take 1 --column 面积=2 --set 备注=已核对
          yice resolve 县.db --auto      两边改的是不同的列时，自动合在一起
      """, aliases: ["决定"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("冲突的编号，见 yice conflicts。", valueName: "编号"))
  var id: String?

  @Option(help: ArgumentHelp("取第几个版本，或 ours（本方）、theirs（对方）。", valueName: "版本"))
  var take: String?

  @Option(name: .customLong("column"), help: ArgumentHelp("这一列取第几个版本，可写多次。", valueName: "列=版本"))
  var columns: [String] = []

  @Option(name: .customLong("set"), help: ArgumentHelp("这一列写成这个值，可写多次。", valueName: "列=值"))
  var values: [String] = []

  @Option(help: ArgumentHelp("理由，记入历史。", valueName: "理由"))
  var reason: String?

  @Flag(help: "两边改的是不同的列时，自动合在一起。")
  var auto = false

  @Flag(name: .customLong("dry-run"), help: "只说会怎样，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if auto == (id != nil) { throw ValidationError("请写冲突的编号，或用 --auto。") }
    if id != nil, take == nil {
      throw ValidationError("请用 --take 写明取哪个版本：1、2……，或 ours（本方）、theirs（对方）；--column、--set 没有写到的列也取这个版本。")
    }
  }

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    if auto { return try joinAll(file) }
    let resolution = try parsed()
    let note = try file.write("resolve", author: author.value, commit: !dryRun) { writer in
      let conflict = try Resolution.conflict(id ?? "", writer)
      try resolution.apply(to: conflict, writer)
      let words = "“\(conflict.table.label)”\(conflict.key.text)"
      writer.note = words + (reason.map { "：\($0)" } ?? "")
      return words
    }
    Output.say("已决定：\(note)" + (dryRun ? "（试运行，没有写入）" : "") + "。")
  }

  private func joinAll(_ file: YiceFile) throws {
    let outcome = try file.write("resolve", author: author.value, commit: !dryRun) { writer in
      try AutoResolution.run(writer, reason: reason)
    }
    // On a screen, a heading above nothing says less than the line below.
    if !outcome.joined.isEmpty || output.format != .text {
      try Output.print(ResolutionListing.joined(outcome), as: output.format)
    }
    Output.say(
      "自动合并 \(outcome.joined.count) 个，还有 \(outcome.left) 个要由人决定（yice conflicts \(self.file.typed)）"
        + (dryRun ? "（试运行，没有写入）" : "") + "。")
    if outcome.left > 0 { throw CommandStatus(.conflicts) }
  }

  private func parsed() throws -> Resolution {
    let choice: Resolution.Choice
    switch take ?? "" {
    case "ours", "本方": choice = .ours
    case "theirs", "对方": choice = .theirs
    case let word:
      guard let number = Int(word) else { throw ValidationError("--take“\(word)”应为版本编号、ours 或 theirs。") }
      choice = .version(number)
    }
    var resolution = Resolution(choice)
    resolution.values = values
    resolution.reason = reason
    for text in columns {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let number = Int(parts[1]) else {
        throw ValidationError("--column“\(text)”应写成 列=版本编号。")
      }
      resolution.columns[parts[0]] = number
    }
    return resolution
  }
}
