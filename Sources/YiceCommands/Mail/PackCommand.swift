internal import ArgumentParser
internal import YiceMerge
internal import YiceStore

/// Makes the file to send.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "打包成可以发送的一个完整文件，带封条，文件名写明学校、日期和修订。",
    discussion: "例：yice pack 一小.db　yice pack 一小.db -o 发送/ --without-contents", aliases: ["打包"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("写到哪个文件或文件夹；不写则在当前文件夹。", valueName: "位置"))
  var output: String?

  @Flag(name: .customLong("without-contents"), help: "不带佐证材料的内容（名称和摘要仍在），文件小，便于邮寄。")
  var withoutContents = false

  @Flag(help: "同名文件已存在时覆盖。")
  var force = false

  func run() throws {
    let file = try YiceFile.open(file)
    let name = try Pack.name(of: file)
    if let output, output.hasSuffix("/") { OutputPath.makeFolder(output) }
    let path = output.map { OutputPath.resolve($0, name: name) } ?? name
    try Pack.pack(file, to: path, replacing: force, withoutContents: withoutContents)
    Output.print(path + "\n")
    Output.say("已打包，发送这个文件即可；对方可用 yice verify 检查是否完整。")
  }
}
