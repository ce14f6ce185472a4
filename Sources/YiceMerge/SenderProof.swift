package import YiceSign
internal import YiceStore

/// What a received file's signature was found to be. Decision 0181.
package struct SenderProof: Sendable, Equatable {
  package enum Verdict: String, Sendable, CaseIterable {
    case valid
    case unsigned
    case unknownKey = "unknown_key"
    case broken
    case struckKey = "struck_key"
    case foreignKey = "foreign_key"

    package var label: String {
      switch self {
      case .valid: "签名有效"
      case .unsigned: "没有签名"
      case .unknownKey: "密钥未登记"
      case .broken: "签名不符"
      case .struckKey: "密钥已停用"
      case .foreignKey: "不是本单位的密钥"
      }
    }
  }

  package let verdict: Verdict
  /// The key as the file has it; nil: there is none, or none that can be read.
  package var publicKey: PublicKey?
  /// As it is registered.
  package var registered: RegisteredKey?
  package var signedAt: String?

  package static let unsigned = SenderProof(verdict: .unsigned)

  /// For the list of what was received.
  var json: String {
    func quoted(_ text: String?) -> String {
      // Neither digits of a key nor a moment need escapes; anything else is not said.
      text.flatMap { $0.utf8.allSatisfy { 33...126 ~= $0 && $0 != 34 && $0 != 92 } ? "\"\($0)\"" : nil }
        ?? "null"
    }
    return
      "{\"verdict\":\(quoted(verdict.rawValue)),\"key_id\":\(quoted(publicKey?.id)),\"signed_at\":\(quoted(signedAt))}"
  }
}

extension SenderProof.Verdict {
  /// What was found when a file came, by the register of today: a key that was registered since is known, one that is gone is
  /// not. A key that was struck since counts for what came before. Decision 0185.
  func today(_ keyID: String?, _ register: KeyRegister, of info: FileInfo) -> SenderProof.Verdict {
    guard self != .unsigned, self != .broken else { return self }
    guard let known = keyID.flatMap({ register.keys[$0] }) else { return .unknownKey }
    guard known.maySign(info) else { return .foreignKey }
    return known.struckOn == nil || self == .valid ? .valid : .struckKey
  }
}
