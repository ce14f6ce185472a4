internal import ArgumentParser
internal import FoundationEssentials
internal import YiceFiles
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// A key of one's own.
struct KeyNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "建立本单位的密钥：一个私有的密钥文件，一个发给对方的公钥文件。",
    discussion: """
      例：yice key new 一小.db
          yice key new 县.db --role 督查 -o 督学.key
          yice key new 县.db --algorithm SM2        # 要用国密的单位
      丢了或泄露了：加 --replace 再建一把，把新的 .pub 发给教育局，教育局用 yice key trust 县.db 新.pub --replace 换掉旧的。
      """, aliases: ["新建"])

  @Argument(help: ArgumentHelp("为哪个文件的单位建立（.db）；不写则用 --holder 和 --role。", valueName: "文件"))
  var file: String?

  @Option(help: ArgumentHelp("单位代码：学校标识码，或县代码。", valueName: "代码"))
  var holder: String?

  @Option(help: ArgumentHelp("身份：学校、督查、县级、市级、省级；不写则按文件。", valueName: "身份"))
  var role: String?

  @Option(help: ArgumentHelp("算法：Ed25519，或 SM2（国密）。", valueName: "算法"))
  var algorithm = KeyAlgorithm.ed25519.rawValue

  @Option(name: [.short, .long], help: ArgumentHelp("密钥文件写到哪里；不写则在本用户的密钥文件夹。", valueName: "文件"))
  var output: String?

  @Flag(name: .customLong("no-passphrase"), help: "不设口令：拿到密钥文件的人都能用它签名。")
  var noPassphrase = false

  @Option(
    name: .customLong("key-passphrase-file"), help: ArgumentHelp("口令写在这个文件的第一行；不写则在终端输入两次。", valueName: "文件"))
  var passphraseFile: String?

  @Flag(help: "代替已有的密钥；旧的改名留下，还能打开以前收到的文件。")
  var replace = false

  func validate() throws {
    if file == nil, holder == nil || role == nil {
      throw ValidationError("请写上本单位的文件（.db），或者 --holder 和 --role。")
    }
    if let holder, !OrgCode.isValid(holder) { throw ValidationError("“\(holder)”不是单位代码：学校 10 位，县 6 位。") }
    if let role, Role(word: role) == nil { throw ValidationError("“\(role)”不是身份，可用：\(Role.words)。") }
    if KeyAlgorithm(word: algorithm) == nil { throw ValidationError("算法“\(algorithm)”不能用，可用 Ed25519 或 SM2。") }
    if noPassphrase, passphraseFile != nil {
      throw ValidationError("--no-passphrase 和 --key-passphrase-file 只能写一个。")
    }
  }

  func run() throws {
    let (code, role) = try asked()
    let path = try place(code, role)
    let publicPath = (path.hasSuffix(".key") ? String(path.dropLast(4)) : path) + ".pub"
    let isTaken = [path, publicPath].contains { FileManager.default.fileExists(atPath: $0) }
    guard replace || !isTaken else { throw KeyTaken(path: path) }
    let word = noPassphrase ? nil : try Passphrase.new(passphraseFile, "给密钥设一个口令（至少 8 个字，输入时不显示）：")
    let key = try PrivateKey(
      holderCode: code, role: role, algorithm: KeyAlgorithm(word: algorithm) ?? .ed25519)
    if isTaken {
      let mark = "-旧-" + Moment.local(Moment.now()).filter(\.isNumber)
      for taken in [path, publicPath] { try KeyFile.setAside(taken, mark) }
    }
    try KeyFile.write(key, to: path, passphrase: word)
    try KeyFile.write(key.publicKey.fileText, to: publicPath, isPrivate: false)
    Output.print(KeyCard(key.publicKey, path: path, publicPath: publicPath).text)
    Output.say(
      """
      已建立。把公钥文件 \(fileName(of: publicPath)) 发给对方，再打电话核对上面的数字。
      密钥文件请另存一份到 U 盘，锁好；丢了只能重新建立\(word == nil ? "" : "，口令忘了也一样")。不要把它发给任何人。
      """)
    // Schools check by what the register holds, and the register travels with what is issued.
    if let file, role == .county || role == .inspection {
      Output.say("下一步登记到教育局的文件里，下发时带给各校：yice key trust \(file.typed) \(publicPath.typed)")
    }
  }

  private func asked() throws -> (String, Role) {
    let role = role.flatMap { Role(word: $0) }
    guard let file else { return (holder ?? "", role ?? .school) }
    var info = try YiceFile.open(file).info
    if let role, role == .inspection, info.role == .county { return (holder ?? info.orgCode, role) }
    if let role { info.role = role }
    let usual = KeyPlace.holder(of: info)
    return (holder ?? usual.code, usual.role)
  }

  private func place(_ code: String, _ role: Role) throws -> String {
    let name = KeyPlace.name(holderCode: code, role: role)
    if let output { return OutputPath.making(output, name: name) }
    guard let folder = KeyPlace.folder else { throw ValidationError("不知道本用户的文件夹在哪里，请用 -o 写明密钥文件写到哪里。") }
    KeyPlace.make()
    return folder + "/" + name
  }
}

/// A key stands there already.
struct KeyTaken: YiceError {
  let path: String
  var exitStatus: ExitStatus { .failed }
  var description: String { "已经有密钥“\(path)”，没有改动。要换一把请加 --replace（旧的改名留下）。" }
}

extension Role {
  static var words: String { allCases.map(\.label).joined(separator: "、") }
}
