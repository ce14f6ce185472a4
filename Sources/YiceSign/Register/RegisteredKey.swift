internal import GRDB
package import YiceModel

/// A key that somebody may sign with, as the bureau registered it (table `signing_key`).
package struct RegisteredKey: Sendable, Equatable {
  package let id: String
  package let algorithm: KeyAlgorithm
  /// As `PublicKey.line`; read where it is asked for, since a county has hundreds.
  private let line: String
  /// Whom the bureau registered it for; what the key's own line says was only looked at then.
  package let holderCode: String
  package let role: Role
  /// Who keeps it; personal.
  package let holder: String?
  package let validFrom: String
  package let struckOn: String?
  package let struckReason: String?

  package var fingerprint: String { PublicKey.fingerprint(ofID: id) }

  /// nil where the row was tampered with.
  package var publicKey: PublicKey? { PublicKey(line: line).flatMap { $0.id == id ? $0 : nil } }

  /// nil where the row is not what the register writes.
  init?(_ row: Row) {
    guard let role = Role(word: row["role"]), let algorithm = KeyAlgorithm(rawValue: row["algorithm"]) else {
      return nil
    }
    id = row["key_id"]
    self.algorithm = algorithm
    line = row["public_key"]
    holderCode = row["holder_code"]
    self.role = role
    holder = row["holder"]
    validFrom = row["valid_from"]
    struckOn = row["struck_on"]
    struckReason = row["struck_reason"]
  }
}
