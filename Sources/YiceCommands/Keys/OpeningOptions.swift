internal import ArgumentParser
internal import YiceFiles
internal import YiceMerge
internal import YiceSign

/// What opens encrypted mail: the keys named, else those in the usual place; or a passphrase.
struct OpeningOptions: ParsableArguments {
  @Option(name: .customLong("key"), help: ArgumentHelp("打开加密文件的密钥；不写则用本用户的密钥。可写多次。", valueName: "密钥"))
  var keys: [String] = []

  @Option(
    name: .customLong("key-passphrase-file"), help: ArgumentHelp("密钥的口令写在这个文件的第一行；不写则在终端输入。", valueName: "文件")
  )
  var keyPassphraseFile: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp("用口令加密的文件：口令写在这个文件的第一行；不写则在终端输入。", valueName: "文件"))
  var passphraseFile: String?

  func opener(for paths: [String]) throws -> MailOpener {
    try OpeningOptions.opener(
      for: paths, keys: keys, keyPassphraseFile: keyPassphraseFile, passphraseFile: passphraseFile)
  }

  /// Nothing is asked where nothing is encrypted.
  static func opener(
    for paths: [String], keys: [String], keyPassphraseFile: String?, passphraseFile: String?
  ) throws -> MailOpener {
    let encrypted = paths.filter(MailOpener.isEncrypted)
    guard !encrypted.isEmpty else { return MailOpener() }
    let word = encrypted.first(where: MailOpener.wantsPassphrase)
    let passphrase = try word.map { path in
      try Passphrase.using(passphraseFile, "打开 \(fileName(of: path)) 的口令：") { $0 }
    }
    guard encrypted.contains(where: { !MailOpener.wantsPassphrase($0) }) else {
      return MailOpener(passphrase: passphrase)
    }
    func open(_ path: String) throws -> PrivateKey {
      try SigningOptions.open(KeyFile(path), for: .opening, keyPassphraseFile)
    }
    guard keys.isEmpty else { return MailOpener(keys: try keys.map(open), passphrase: passphrase) }
    // Of the user's own keys one that cannot be opened does not keep the others from being tried.
    let tried = KeyPlace.keys.map { path in Result { try open(path) } }
    let opened = tried.compactMap { try? $0.get() }
    if opened.isEmpty, let first = tried.first { _ = try first.get() }
    return MailOpener(keys: opened, passphrase: passphrase)
  }
}
