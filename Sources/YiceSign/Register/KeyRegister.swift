package import GRDB
package import YiceModel
package import YiceStore

/// The registered keys of a file, by their number.
package struct KeyRegister: Sendable {
  package let keys: [String: RegisteredKey]

  package init() { keys = [:] }

  /// What the file's own bureau registered: another bureau's list says nothing here.
  package init(_ db: Database) throws {
    let info = try FileInfo(db)
    let bureau = info.flatMap { $0.role.isOneSchool ? $0.countyCode : $0.orgCode }
    var keys: [String: RegisteredKey] = [:]
    for row in try Row.fetchAll(
      db, sql: "SELECT * FROM signing_key WHERE ?1 IS NULL OR org_code = ?1", arguments: [bureau])
    {
      guard let key = RegisteredKey(row) else { continue }
      keys[key.id] = key
    }
    self.keys = keys
  }

  package var isEmpty: Bool { keys.isEmpty }

  /// Their numbers as a JSON array.
  package var ids: String {
    "[" + keys.keys.filter { $0.allSatisfy(\.isHexDigit) }.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }

  /// Those of a unit in a role that are not struck.
  package func live(_ holderCode: String, _ role: Role) -> [RegisteredKey] {
    keys.values.filter { $0.holderCode == holderCode && $0.role == role && $0.struckOn == nil }
  }

  /// Those that may sign what comes out of such a file and are not struck.
  package func live(for info: FileInfo) -> [RegisteredKey] {
    keys.values.filter { $0.struckOn == nil && $0.maySign(info) }
  }

  /// For whom to encrypt what a unit is sent: its own keys, an inspector's is asked for by its line. Of a unit that has both
  /// kinds those of 国密, since one file takes one kind. Empty where it has none.
  /// - Throws: `SignError.notAPublicKey` where a row was tampered with: the line is what the key's number stands for.
  package func recipients(of holderCode: String) throws(SignError) -> [Recipient] {
    var recipients: [Recipient] = []
    for key in keys.values.sorted(by: { $0.id < $1.id })
    where key.holderCode == holderCode && key.struckOn == nil && key.role != .inspection {
      guard let recipient = key.publicKey.flatMap({ Recipient($0.recipient) }) else {
        throw .notAPublicKey(key.fingerprint)
      }
      recipients.append(recipient)
    }
    let ofSM2 = recipients.filter(\.isSM2)
    return ofSM2.isEmpty ? recipients : ofSM2
  }

  /// By the number, its first digits, the fingerprint, or the code of the unit that holds just one.
  /// - Throws: `SignError.unknownKey` when none or several fit.
  package func key(named word: String) throws(SignError) -> RegisteredKey {
    let plain = word.filter { !$0.isWhitespace }.lowercased()
    let found = keys.values.filter { key in
      key.fingerprint.filter { $0 != " " } == plain || (plain.count >= 8 && key.id.hasPrefix(plain))
        || (key.holderCode == plain && key.struckOn == nil)
    }
    guard let key = found.first, found.count == 1 else { throw .unknownKey(word) }
    return key
  }
}

/// Who signs for a file, by what a key is registered for, or says of itself.
package protocol KeyHolder {
  var holderCode: String { get }
  var role: Role { get }
}

extension KeyHolder {
  /// Whether the holder signs for such a file: a school's own, an inspector's copy in the county, a bureau's.
  package func maySign(_ info: FileInfo) -> Bool {
    switch info.role {
    // What an inspector brings may also be packed by the bureau.
    case .inspection:
      (role == .inspection || role == .county) && (info.countyCode == nil || holderCode == info.countyCode)
    default: role == info.role && holderCode == info.orgCode
    }
  }
}

extension RegisteredKey: KeyHolder {}
extension PublicKey: KeyHolder {}
