internal import ArgumentParser
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Registered keys.
struct KeyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "登记了哪些密钥：谁的、核对数字、从哪天起、停用了没有。",
    discussion: "例：yice key list 县.db", aliases: ["列出"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var output: FormatOptions

  func run() throws {
    let (register, rule) = try YiceFile.open(file).read { (try KeyRegister($0), try SignatureRule($0)) }
    try Output.print(KeyListing.listing(register), as: output.format, maximumCellWidth: 60)
    if output.format == .text { Output.say("没有签名的文件：\(rule.label)。") }
  }
}
