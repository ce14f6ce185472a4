internal import ArgumentParser
internal import YiceSign
internal import YiceStore

/// Each school's file for that school alone. Decision 0186.
struct IssueEncryption: ParsableArguments {
  @Flag(help: "加密：每所学校的文件只有这所学校登记过的密钥能打开；没有密钥的学校列出来，不写。")
  var encrypt = false

  @Flag(name: .customLong("plain-without-key"), help: "和 --encrypt 一起：没有登记密钥的学校，写不加密的。")
  var plainWithoutKey = false

  func validate() throws {
    if plainWithoutKey, !encrypt { throw ValidationError("--plain-without-key 要和 --encrypt 一起写。") }
  }

  var isAsked: Bool { encrypt }

  func receivers(_ file: YiceFile, _ schools: [(code: String, name: String)]) throws -> SchoolReceivers {
    guard encrypt else { return SchoolReceivers() }
    let register = try file.read { try KeyRegister($0) }
    var keys: [String: [Recipient]] = [:]
    for school in schools { keys[school.code] = try register.recipients(of: school.code) }
    return SchoolReceivers(keys: keys, plain: plainWithoutKey)
  }
}

/// Who can open which school's file.
struct SchoolReceivers {
  /// nil: nothing is encrypted.
  var keys: [String: [Recipient]]?
  /// What is done for a school that has no key.
  var plain = false

  /// nil: that school's file is not encrypted.
  func of(_ code: String) -> EncryptedFile.Receivers? {
    guard let own = keys?[code], !own.isEmpty else { return nil }
    return .keys(own)
  }

  func lacksKey(_ code: String) -> Bool { keys != nil && of(code) == nil }
  func isLeftOut(_ code: String) -> Bool { lacksKey(code) && !plain }

  /// Says which schools have no key, and what that meant for them.
  func tell(_ schools: [(code: String, name: String)]) {
    for school in schools where lacksKey(school.code) {
      let name = "\(school.name)（\(school.code)）"
      Output.say(
        plain
          ? "没有加密：\(name)，没有登记它的密钥。"
          : "没有写：\(name)，没有登记它的密钥。用 yice key trust 登记，或加 --plain-without-key 写不加密的。")
    }
  }
}
