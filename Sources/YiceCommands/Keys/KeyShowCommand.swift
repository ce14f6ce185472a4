internal import ArgumentParser
internal import YiceFiles
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// The public half of a key.
struct KeyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "显示公钥：一行文字，和打电话核对用的八组数字。",
    discussion: "例：yice key show 一小.db　yice key show 一小.pub", aliases: ["查看"])

  @Argument(help: ArgumentHelp("一册文件（.db，显示本单位的密钥）、密钥文件或公钥文件。", valueName: "文件"))
  var file: String

  @Flag(name: .customLong("age-identity"), help: "显示 age 程序用的私钥（秘密，不要给别人）：本程序不在手头时也能打开加密的文件。")
  var ageIdentity = false

  @Option(
    name: .customLong("key-passphrase-file"), help: ArgumentHelp("密钥的口令写在这个文件的第一行；不写则在终端输入。", valueName: "文件")
  )
  var passphraseFile: String?

  @OptionGroup var output: FormatOptions

  func run() throws {
    guard !ageIdentity else {
      let key = try SigningOptions.open(KeyFile(keyPath()), for: .opening, passphraseFile)
      guard let identity = key.ageIdentity else { throw ValidationError("SM2 密钥不能用 age 程序打开。") }
      return Output.print(identity + "\n")
    }
    if file.hasSuffix(".db") {
      let path = try keyPath()
      return try Output.print(KeyCard(KeyFile(path).publicKey, path: path), as: output.format)
    }
    guard let text = KeyFile.text(of: file) else { throw SignError.notFound(file) }
    guard let key = PublicKey(text: text) else { throw SignError.notAPublicKey(fileName(of: file)) }
    try Output.print(KeyCard(key), as: output.format)
  }

  private func keyPath() throws -> String {
    guard file.hasSuffix(".db") else { return file }
    let info = try YiceFile.open(file).info
    let (code, role) = KeyPlace.holder(of: info)
    guard let path = KeyPlace.key(for: info) else {
      throw SignError.notFound(KeyPlace.name(holderCode: code, role: role))
    }
    return path
  }
}
