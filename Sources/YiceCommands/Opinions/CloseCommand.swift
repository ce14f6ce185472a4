internal import ArgumentParser
internal import YiceStore

/// Closes an opinion.
struct CloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "关闭一条审核意见（只能由提出的一方关闭）。", discussion: "例：yice close 一小-督查.db k3f9a2xqm4tw",
    aliases: ["关闭"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("意见的编号，见 yice opinions。", valueName: "编号"))
  var id: String

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    try file.write("close", author: author.value) { try Opinions.close($0, id) }
    Output.say("已关闭意见 \(id)。")
  }
}
