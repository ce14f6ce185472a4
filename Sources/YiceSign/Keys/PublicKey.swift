internal import YiceFiles
package import YiceModel
internal import YiceStore

/// The public half of a key, and whose its holder says it is: what is sent to others and read to them over the phone.
package struct PublicKey: Sendable, Equatable {
  /// First word of the line.
  private static let mark = "yice-key"

  package let holderCode: String
  package let role: Role
  package let algorithm: KeyAlgorithm
  /// SubjectPublicKeyInfo of the key that signs.
  let signing: [UInt8]
  /// Whom to encrypt for, as `--to` takes it.
  package let recipient: String
  private let key: CryptoKey

  init(holderCode: String, role: Role, algorithm: KeyAlgorithm, signing: CryptoKey, recipient: String) {
    self.holderCode = holderCode
    self.role = role
    self.algorithm = algorithm
    self.signing = signing.publicBytes
    self.recipient = recipient
    key = signing
  }

  package static func == (one: PublicKey, other: PublicKey) -> Bool { one.line == other.line }
}

// MARK: - As text

extension PublicKey {
  /// `yice-key 2199000001 学校 Ed25519 MCow… age1…`: holder, role, algorithm, the key that signs (Base64 of its
  /// SubjectPublicKeyInfo), the key to encrypt for.
  package var line: String {
    [PublicKey.mark, holderCode, role.label, algorithm.rawValue, Base64.text(signing), recipient]
      .joined(separator: " ")
  }

  /// From the line; nil where it is none.
  package init?(line: String) {
    let words = line.split(separator: " ").map { String($0) }
    guard words.count == 6, words[0] == PublicKey.mark, OrgCode.isValid(words[1]),
      let role = Role(word: words[2]), let algorithm = KeyAlgorithm(rawValue: words[3]),
      let bytes = Base64.bytes(words[4]), let key = CryptoKey(public: bytes), key.kind == algorithm.signing,
      key.publicBytes == bytes, Recipient(words[5])?.isOf(algorithm) == true
    else { return nil }
    self.init(holderCode: words[1], role: role, algorithm: algorithm, signing: key, recipient: words[5])
  }

  /// From a text in which the line stands, such as a mail or the file that `key new` writes.
  package init?(text: String) {
    let lines = text.split(whereSeparator: \.isNewline).lazy.compactMap { PublicKey(line: String($0)) }
    guard let found = lines.first else { return nil }
    self = found
  }

  /// The file for others: the line, and the same key as `openssl` reads it.
  package var fileText: String {
    let pem = ["-----BEGIN PUBLIC KEY-----"] + Base64.lines(signing) + ["-----END PUBLIC KEY-----"]
    return ([line] + pem).joined(separator: "\n") + "\n"
  }
}

// MARK: - What it is called

extension PublicKey {
  /// Digest of the line, hex: SHA-256, of an SM2 key SM3. Nothing that the line says can be another's.
  package var id: String { algorithm.hash.hex(of: Array(line.utf8)) }

  /// The first 128 bits of the number in eight groups of five digits, to be read over the phone.
  package var fingerprint: String { PublicKey.fingerprint(ofID: id) }

  package static func fingerprint(ofID id: String) -> String {
    let digits = Array(id.prefix(32))
    return stride(from: 0, to: digits.count - 3, by: 4).map { start in
      let number = String(Int(String(digits[start..<start + 4]), radix: 16) ?? 0)
      return String(repeating: "0", count: 5 - number.count) + number
    }.joined(separator: " ")
  }

  /// Whether the signature is this key's, of that text.
  package func verifies(_ text: String, _ signature: [UInt8]) -> Bool {
    key.verifies(Array(text.utf8), signature)
  }
}
