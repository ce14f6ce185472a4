internal import ArgumentParser
internal import YiceStore

/// Answers an opinion.
struct ReplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply", abstract: "答复一条审核意见。", discussion: "例：yice reply 一小.db k3f9a2xqm4tw --text 已补学历证书",
    aliases: ["答复"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("意见的编号，见 yice opinions。", valueName: "编号"))
  var id: String

  @Option(help: ArgumentHelp("答复。", valueName: "文字"))
  var text: String

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    try file.write("reply", author: author.value) {
      try Opinions.reply($0, to: id, text: text, by: author.value)
    }
    Output.say("已答复意见 \(id)。")
  }
}
