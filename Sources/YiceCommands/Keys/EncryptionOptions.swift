internal import ArgumentParser
internal import YiceFiles
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// For whom a file is encrypted.
struct EncryptionOptions: ParsableArguments {
  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("加密给谁：对方的公钥文件（.pub）、那一行公钥、age1 开头的收件人，或登记过密钥的单位代码。可写多次。", valueName: "收件人"))
  var receivers: [String] = []

  @Flag(help: "用口令加密：对方没有密钥时用，口令另外告诉对方。")
  var passphrase = false

  @Option(
    name: .customLong("passphrase-file"), help: ArgumentHelp("加密的口令写在这个文件的第一行；不写则在终端输入两次。", valueName: "文件"))
  var passphraseFile: String?

  func validate() throws {
    if passphrase || passphraseFile != nil, !receivers.isEmpty {
      throw ValidationError("--to 和 --passphrase 只能用一种。")
    }
  }

  /// - Returns: nil where nothing is encrypted.
  func receivers(_ file: YiceFile) throws -> EncryptedFile.Receivers? {
    if passphrase || passphraseFile != nil {
      return .passphrase(try Passphrase.new(passphraseFile, "给文件设一个口令（至少 8 个字，输入时不显示）："))
    }
    guard !receivers.isEmpty else { return nil }
    return .keys(try receivers.flatMap { try recipients($0, file) })
  }

  private func recipients(_ word: String, _ file: YiceFile) throws -> [Recipient] {
    if let recipient = Recipient(word) { return [recipient] }
    if OrgCode.isValid(word) {
      let found = try file.read { try KeyRegister($0) }.recipients(of: word)
      guard !found.isEmpty else { throw SignError.unknownKey(word) }
      return found
    }
    let text = PublicKey(line: word) == nil ? KeyFile.text(of: word) : word
    guard let text else { throw SignError.notFound(word) }
    guard let recipient = PublicKey(text: text).flatMap({ Recipient($0.recipient) }) else {
      throw SignError.notAPublicKey(fileName(of: word))
    }
    return [recipient]
  }
}
