internal import ArgumentParser
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// Strikes a registered key.
struct KeyStrikeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strike", abstract: "停用一把登记过的密钥：丢了、泄露了、人走了；以后收到的用它签名的文件不收（教育局）。",
    discussion: "例：yice key strike 县.db 2199000001 --reason U盘丢失", aliases: ["停用"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("哪一把：单位代码，或核对数字（加引号），或密钥编号的开头。", valueName: "密钥"))
  var key: String

  @Option(help: ArgumentHelp("为什么停用。", valueName: "原因"))
  var reason: String?

  @OptionGroup var day: DayOption
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let day = try day.value()
    let key = try file.read { try KeyRegister($0) }.key(named: key)
    if let struck = key.struckOn { throw SignError.alreadyStruck(key.fingerprint, on: struck) }
    try file.write("key strike", author: author.value, note: "停用密钥：\(key.holderCode) \(key.role.label)") {
      try $0.strike(key, on: day, reason: reason)
    }
    Output.say("已停用 \(key.holderCode)（\(key.role.label)）的密钥 \(key.fingerprint)，日期 \(day)。")
  }
}
