/// Whom a file is encrypted for: an X25519 key as age writes it (`age1…`), or an SM2 key (`sm2:` and Base64 of its
/// SubjectPublicKeyInfo).
package struct Recipient: Sendable {
  private static let sm2 = "sm2:"

  package let text: String
  let key: CryptoKey

  /// nil where the text is neither.
  package init?(_ text: String) {
    if text.hasPrefix(Recipient.sm2) {
      guard let bytes = Base64.bytes(text.dropFirst(Recipient.sm2.count)), let key = CryptoKey(public: bytes),
        key.kind == .sm2, key.publicBytes == bytes
      else { return nil }
      self.key = key
    } else {
      guard let bytes = Bech32.bytes(text, "age"), bytes.count == 32, text == text.lowercased(),
        let key = CryptoKey(raw: bytes, .x25519, isPrivate: false)
      else { return nil }
      self.key = key
    }
    self.text = text
  }

  init(key: CryptoKey) {
    self.key = key
    text =
      key.kind == .sm2
      ? Recipient.sm2 + Base64.text(key.publicBytes) : Bech32.text("age", key.raw(isPrivate: false))
  }

  var isSM2: Bool { key.kind == .sm2 }

  func isOf(_ algorithm: KeyAlgorithm) -> Bool { key.kind == algorithm.encryption }
}

extension PrivateKey {
  /// The key that opens, as `age -i` reads it; nil for SM2, which age does not know.
  package var ageIdentity: String? {
    guard let opening, opening.kind == .x25519 else { return nil }
    return Bech32.text("age-secret-key-", opening.raw(isPrivate: true)).uppercased()
  }
}
