internal import GRDB
package import YiceModel
package import YiceStore

/// Changes of the register: rows like others, the bureau's only, with history.
extension RevisionWriter {
  /// Registers a key from today on.
  /// - Parameters:
  ///   - holderCode: whom it signs for.
  ///   - replacing: strike the holder's other keys of that role on the same day.
  /// - Returns: the keys that were struck.
  /// - Throws: `SignError`, `RecordError`.
  @discardableResult
  package func trust(
    _ key: PublicKey, for holderCode: String, as role: Role, holder: String?, on day: String, replacing: Bool
  ) throws -> [RegisteredKey] {
    let register = try KeyRegister(db)
    if let known = register.keys[key.id] {
      throw known.struckOn.map { SignError.alreadyStruck(key.fingerprint, on: $0) }
        ?? SignError.alreadyTrusted(key.fingerprint)
    }
    var values = RowValues([
      "key_id": key.id.databaseValue, "holder_code": holderCode.databaseValue,
      "role": role.label.databaseValue,
      "algorithm": key.algorithm.rawValue.databaseValue, "public_key": key.line.databaseValue,
      "encryption_key": key.recipient.databaseValue, "valid_from": day.databaseValue,
    ])
    if let holder { values.set("holder", holder) }
    try add(.signingKey, values)
    let old = replacing ? register.live(holderCode, role) : []
    for key in old { try strike(key, on: day, reason: "换了密钥") }
    return old
  }

  /// Strikes a key: what arrives with its signature from now on does not count.
  package func strike(_ key: RegisteredKey, on day: String, reason: String?) throws {
    let row = RowKey([file.orgCode.databaseValue, key.id.databaseValue])
    try set(
      .signingKey, row,
      RowValues(["struck_on": day.databaseValue, "struck_reason": reason.databaseValue]))
  }
}
