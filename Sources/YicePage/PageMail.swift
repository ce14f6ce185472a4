internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Encrypted mail on the page. A passphrase comes with the form that uses it, and is kept nowhere. Decision 0186.
enum PageMail {
  // MARK: - Sending

  /// Fields of a form that packs: for whom the file is encrypted.
  static func fields(_ file: YiceFile) throws -> Markup {
    let bureau: Markup =
      try bureauKeys(file).isEmpty ? "" : "<option value=\"bureau\">加密：只有教育局能打开</option>"
    return """
      <p class="buttons"><label>加密 <select name="encrypt"><option value="">不加密</option>\(bureau)\
      <option value="word">用口令加密，口令另外告诉对方</option></select></label>\
      <label>口令（用口令加密时填） <input type="password" name="word" autocomplete="new-password"></label>\
      <label>再输入一次 <input type="password" name="again" autocomplete="new-password"></label></p>
      """
  }

  /// - Returns: nil where nothing is encrypted.
  /// - Throws: `SignError`, `PageProblem`.
  static func receivers(_ visit: Visit, _ file: YiceFile) throws -> EncryptedFile.Receivers? {
    switch visit.form.filled("encrypt") {
    case nil: return nil
    case "bureau"?:
      let keys = try bureauKeys(file)
      guard !keys.isEmpty else { throw SignError.unknownKey(file.info.countyCode ?? "教育局") }
      return .keys(keys)
    case "word"?:
      let word = visit.form["word"] ?? ""
      try NewPassphrase.require(word, again: visit.form["again"] ?? "")
      return .passphrase(word)
    default: throw PageProblem.badRequest("encrypt")
    }
  }

  /// Of the bureau that the file's keeper sends to.
  private static func bureauKeys(_ file: YiceFile) throws -> [Recipient] {
    guard file.info.role.isOneSchool, let county = file.info.countyCode else { return [] }
    return try file.read { try KeyRegister($0) }.recipients(of: county)
  }

  // MARK: - Receiving

  /// What a drop of files wants to be opened, and what was typed for it.
  struct Opening {
    let opener: MailOpener
    /// Fields for the passphrases that its files want; nil: they want none.
    let fields: Markup?
    /// Why no key could be taken.
    let problem: SignError?
    private let lacksWord: Bool
    private let lacksKey: Bool

    init(_ visit: Visit, _ paths: [String]) {
      let encrypted = paths.filter(MailOpener.isEncrypted)
      let forKeys = encrypted.contains { !MailOpener.wantsPassphrase($0) }
      let forWord = encrypted.contains(where: MailOpener.wantsPassphrase)
      let files = forKeys ? KeyPlace.keys.compactMap { try? KeyFile($0) } : []
      let locked = files.filter(\.needsPassphrase)
      let (word, typed) = (visit.form.filled("word"), visit.form.filled("passphrase"))
      var keys = files.filter { !$0.needsPassphrase }.compactMap { try? $0.open(for: .opening) { "" } }
      let unlocked = typed.map { typed in locked.compactMap { try? $0.open(for: .opening) { typed } } } ?? []
      keys += unlocked
      opener = MailOpener(keys: keys, passphrase: word)
      problem = typed != nil && unlocked.isEmpty ? locked.first.map { .wrongPassphrase($0.path) } : nil
      lacksWord = word == nil
      lacksKey = !locked.isEmpty && typed == nil
      let wants = [
        forWord ? Opening.field("加密文件的口令", "word") : nil,
        locked.isEmpty ? nil : Opening.field("密钥的口令", "passphrase"),
      ].compactMap(\.self)
      fields = wants.isEmpty ? nil : "<p class=\"buttons\">\(wants)</p><p>口令不保存，合并时再输入一次。</p>"
    }

    private static func field(_ label: String, _ name: String) -> Markup {
      "<label>\(label) <input type=\"password\" name=\"\(name)\" autocomplete=\"off\"></label> "
    }

    /// Why a file was not opened, in words for somebody who looks at the form.
    func words(_ reason: String, of name: String) -> String {
      if lacksWord, reason == SignError.needsPassphrase(name).description {
        return "“\(name)”是用口令加密的。请向发送人问口令，填在下面，再试一遍。"
      }
      if lacksKey, reason == SignError.notForUs(name).description {
        return "“\(name)”是加密的，手头的密钥有口令。请把密钥的口令填在下面，再试一遍。"
      }
      return PlaceWords.of(reason)
    }
  }
}
