internal import YiceFiles
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Keys as the page uses them: those in the user's usual place.
enum PageKeys {
  /// Fields of a form that packs: the passphrase where the unit's key has one.
  static func fields(_ info: FileInfo) -> Markup {
    guard let key = KeyPlace.key(for: info).flatMap({ try? KeyFile($0) }) else { return "" }
    let passphrase: Markup =
      key.needsPassphrase
      ? """
      <p><label for="passphrase">密钥的口令</label> <input type="password" id="passphrase" name="passphrase" autocomplete="off"></p>
      """ : ""
    return """
      <p>用本单位的密钥签名，核对数字 \(key.publicKey.fingerprint)。</p>\(passphrase)\
      <p><label><input type="checkbox" name="unsigned" value="1"> 不签名</label></p>
      """
  }

  /// - Throws: `SignError.wrongPassphrase`.
  static func signer(_ visit: Visit, _ info: FileInfo) throws -> Signer? {
    guard visit.form["unsigned"] == nil, let path = KeyPlace.key(for: info) else { return nil }
    return Signer(try KeyFile(path).open(for: .signing) { visit.form["passphrase"] ?? "" })
  }

  /// What is to be said of unknown keys of received files, each with a button to register it.
  static func unknown(_ results: [MergeResult], _ info: FileInfo, place: String) -> Markup {
    var seen: Set<String> = []
    let keys = results.compactMap(\.proof).filter { $0.verdict == .unknownKey }.compactMap(\.publicKey).filter
    {
      seen.insert($0.id).inserted
    }
    guard !info.role.isOneSchool, !keys.isEmpty else { return "" }
    let lines = keys.map { key -> Markup in
      """
      <li>\(key.holderCode)（\(key.role.label)）：<strong>\(key.fingerprint)</strong>
      <form method="post" action="\(place)/trust"><input type="hidden" name="key" value="\(key.line)">\
      <button>数字相符，登记</button></form></li>
      """
    }
    return """
      <h2>没有登记的密钥</h2><p class="refusal">这些文件签了名，但不知道是谁的密钥。请打电话给单位，让对方读一遍数字（yice key show），\
      一组一组对；相符才登记。登记以后，这个单位的文件按它核对。</p><ul>\(lines)</ul>
      """
  }

  /// Registers a key of a file that was received.
  /// - Throws: `SignError`, `RecordError`.
  static func trust(_ visit: Visit) throws {
    guard let key = visit.form["key"].flatMap({ PublicKey(line: $0) }) else {
      throw PageProblem.badRequest("key")
    }
    let file = try visit.open(for: .write)
    _ = try file.write(
      "key trust", author: visit.server.author, note: "登记密钥：\(key.holderCode) \(key.role.label)"
    ) {
      try $0.trust(key, for: key.holderCode, as: key.role, holder: nil, on: Moment.today(), replacing: false)
    }
  }
}
