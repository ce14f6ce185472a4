internal import ArgumentParser
internal import YiceFiles
internal import YiceMerge
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// Who signs what is sent: the key named, else the unit's own where it lies in the usual place.
struct SigningOptions: ParsableArguments {
  @Option(
    name: .customLong("key"),
    help: ArgumentHelp("签名的密钥文件；不写则用 yice key new 建立的本单位的密钥，没有就不签名。", valueName: "密钥"))
  var key: String?

  @Flag(name: .customLong("no-sign"), help: "不签名。")
  var noSign = false

  @Option(
    name: .customLong("key-passphrase-file"), help: ArgumentHelp("密钥的口令写在这个文件的第一行；不写则在终端输入。", valueName: "文件")
  )
  var passphraseFile: String?

  func validate() throws {
    if noSign, key != nil { throw ValidationError("--key 和 --no-sign 只能写一个。") }
  }

  /// - Returns: nil where nobody signs.
  /// - Throws: `SignError.anotherHolder` where the receiver would refuse the signature.
  func signer(for info: FileInfo) throws -> Signer? {
    try signer(KeyPlace.key(for: info)) { $0.maySign(info) }
  }

  /// Of an inspector's copy; the bureau may make it.
  func signer(ofInspectionFrom info: FileInfo) throws -> Signer? {
    guard let county = info.role == .county ? info.orgCode : info.countyCode else {
      return try signer(nil) { _ in true }
    }
    let own = FileInfo(
      role: .inspection, orgCode: info.scopeOrg ?? info.orgCode, orgName: "", countyCode: county)
    let bureau = FileInfo(role: .county, orgCode: county, orgName: "")
    return try signer(KeyPlace.key(for: own) ?? KeyPlace.key(for: bureau)) { $0.maySign(own) }
  }

  private func signer(_ usual: String?, _ fits: (PublicKey) -> Bool) throws -> Signer? {
    guard !noSign, let path = key ?? usual else { return nil }
    let file = try KeyFile(path)
    guard fits(file.publicKey) else {
      throw SignError.anotherHolder(
        fileName(of: path), holder: "\(file.publicKey.holderCode)（\(file.publicKey.role.label)）")
    }
    return Signer(try SigningOptions.open(file, for: .signing, passphraseFile))
  }

  static func open(_ file: KeyFile, for use: KeyFile.Use, _ passphraseFile: String?) throws -> PrivateKey {
    guard file.needsPassphrase else { return try file.open(for: use) { "" } }
    return try Passphrase.using(passphraseFile, "密钥 \(fileName(of: file.path)) 的口令：") { word in
      try file.open(for: use) { word }
    }
  }

  static func said(_ signer: Signer) -> String {
    let key = signer.key.publicKey
    return "已用 \(key.holderCode)（\(key.role.label)）的密钥签名，核对数字 \(key.fingerprint)。"
  }
}
