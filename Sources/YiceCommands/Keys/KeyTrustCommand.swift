internal import ArgumentParser
internal import YiceFiles
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Registers a key of somebody else's.
struct KeyTrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust", abstract: "登记一把公钥：以后这个单位的文件按它核对（教育局）。",
    discussion: """
      例：yice key trust 县.db 一小.pub
          yice key trust 县.db 收到/一小.db        # 用收到的第一个签了名的文件
          yice key trust 县.db 收到/一小.db.age    # 加密给本局的也可以
          yice key trust 县.db 新.pub --replace   # 换了密钥：旧的同日停用
      """, aliases: ["登记"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("公钥文件（.pub）、签了名的文件（.db，收到的加密文件也可以），或加引号的那一行公钥。", valueName: "公钥"))
  var key: String

  @Option(help: ArgumentHelp("登记给哪个单位（代码、校名）；不写则按公钥里写的。", valueName: "单位"))
  var holder: String?

  @Option(help: ArgumentHelp("身份：学校、督查、县级、市级、省级；不写则按公钥里写的。", valueName: "身份"))
  var role: String?

  @Option(help: ArgumentHelp("谁保管这把密钥。", valueName: "姓名"))
  var keeper: String?

  @Flag(help: "同一单位同一身份的旧密钥从今天起停用。")
  var replace = false

  @Flag(help: "已经核对过数字，不再询问。")
  var yes = false

  @OptionGroup var opening: OpeningOptions
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let found = try publicKey()
    let code = try holder.map { word in
      OrgCode.isValid(word) && !OrgCode.isSchool(word)
        ? word : try file.read { try SchoolDirectory($0) }.code(of: word)
    }
    guard let role = role.map({ Role(word: $0) }) ?? found.role else {
      throw ValidationError("“\(role ?? "")”不是身份，可用：\(Role.words)。")
    }
    let unit = code ?? found.holderCode
    let name = try file.read { try SchoolDirectory.names($0) }[unit].map { "（\($0)）" } ?? ""
    try Confirmation.require(
      "要把这把密钥登记给 \(unit)\(name)，身份\(role.label)。\n核对数字 \(found.fingerprint)\n请打电话让对方读一遍（yice key show），一组一组对。",
      yes: yes)
    let struck = try file.write("key trust", author: author.value, note: "登记密钥：\(unit) \(role.label)") {
      try $0.trust(found, for: unit, as: role, holder: keeper, on: Moment.today(), replacing: replace)
    }
    Output.say(
      "已登记 \(unit)\(name)的密钥\(struck.isEmpty ? "" : "，停用旧的 \(struck.count) 把")。下次 yice issue 会随文件发给各校。")
  }

  private func publicKey() throws -> PublicKey {
    if let key = PublicKey(line: key) { return key }
    let name = fileName(of: key)
    if key.hasSuffix(".db") || MailOpener.isEncrypted(key) {
      let opener = try opening.opener(for: [key])
      guard let report = Verification.check([key], opener: opener).first else {
        throw SignError.notAPublicKey(name)
      }
      if let problem = report.problem {
        Output.complain(problem.reason)
        throw CommandStatus(problem.exitStatus)
      }
      guard let found = report.proof.publicKey else { throw SignError.notAPublicKey(name) }
      return found
    }
    guard let text = KeyFile.text(of: key) else { throw SignError.notFound(key) }
    guard let found = PublicKey(text: text) else { throw SignError.notAPublicKey(name) }
    return found
  }
}
