internal import ArgumentParser
internal import YiceSign
internal import YiceStore

/// What is refused for want of a signature.
struct KeyRequireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "require", abstract: "规定合并时不收什么：不拒收、有密钥的必须签名、全部必须签名。",
    discussion: """
      例：yice key require 县.db 有密钥的必须签名
      签名不符的、用停用的密钥或别的单位的密钥签名的，不管怎样规定都不收。开始时是“不拒收”。
      """, aliases: ["规定"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("不拒收（none）、有密钥的必须签名（holders）、全部必须签名（all）。", valueName: "规定"))
  var rule: String

  @OptionGroup var author: AuthorOptions

  func validate() throws {
    if SignatureRule(word: rule) == nil {
      throw ValidationError("没有规定“\(rule)”，可用：\(SignatureRule.allCases.map(\.label).joined(separator: "、"))。")
    }
  }

  func run() throws {
    guard let rule = SignatureRule(word: rule) else { return }
    let file = try YiceFile.open(file, for: .write)
    try file.write("key require", author: author.value, note: "没有签名的文件：\(rule.label)") {
      try rule.save($0)
    }
    Output.say("合并时没有签名的文件：\(rule.label)。")
  }
}
