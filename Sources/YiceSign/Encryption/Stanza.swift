internal import YiceStore

/// How one receiver comes by the key of an encrypted file: a line of words and a body in Base64 (age, 「Recipient stanza」).
struct Stanza: Equatable {
  let words: [String]
  let body: [UInt8]

  var text: String {
    var text = "-> " + words.joined(separator: " ") + "\n"
    let lines = Base64.lines(body, padded: false)
    for line in lines { text += line + "\n" }
    // The last line is shorter, and empty where the others held all.
    return lines.last.map { $0.utf8.count < Base64.columns } == true ? text : text + "\n"
  }

  /// From the lines that begin with it; takes them away. nil where they are none.
  init?(_ lines: inout ArraySlice<Substring>) {
    guard let first = lines.popFirst(), first.hasPrefix("-> ") else { return nil }
    words = first.dropFirst(3).split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard !words.isEmpty, words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 33...126 ~= $0 } }) else {
      return nil
    }
    var text = ""
    while let line = lines.popFirst() {
      guard line.utf8.count <= Base64.columns else { return nil }
      text += line
      guard line.utf8.count == Base64.columns else {
        guard let body = Base64.bytes(text, padded: false) else { return nil }
        self.body = body
        return
      }
    }
    return nil
  }

  private init(_ words: [String], _ body: [UInt8]) {
    self.words = words
    self.body = body
  }
}

// MARK: - The file's key, for one receiver

extension Stanza {
  private static let x25519 = "X25519"
  private static let scrypt = "scrypt"
  private static let sm2 = "yice-sm2"
  private static let zeros = [UInt8](repeating: 0, count: 12)
  /// Cost of a passphrase: 128 MB, as OWASP asks for (scrypt, N 2^17).
  static let usualCost = 17
  /// Above this a file asks for more memory than offices' computers have.
  private static let mostCost = 20

  /// - Returns: nil where libcrypto could not.
  static func wrap(_ fileKey: [UInt8], for recipient: Recipient) -> Stanza? {
    if recipient.isSM2 {
      return recipient.key.encrypt(fileKey).map { Stanza([sm2, KeyMark.of(recipient.key)], $0) }
    }
    guard let own = CryptoKey(new: .x25519), let secret = own.agree(with: recipient.key) else { return nil }
    let share = own.raw(isPrivate: false)
    let key = x25519Key(secret, share: share, receiver: recipient.key)
    return EncryptionSuite.age.seal(fileKey, key: key, nonce: zeros).map {
      Stanza([x25519, Base64.text(share, padded: false)], $0)
    }
  }

  /// - Returns: nil where libcrypto could not.
  /// - Throws: `NoMemory`.
  static func wrap(_ fileKey: [UInt8], passphrase: String, cost: Int) throws(NoMemory) -> Stanza? {
    guard let salt = EncryptionSuite.random(16) else { return nil }
    let key = try scryptKey(passphrase, salt, cost)
    return EncryptionSuite.age.seal(fileKey, key: key, nonce: zeros).map {
      Stanza([scrypt, Base64.text(salt, padded: false), "\(cost)"], $0)
    }
  }

  var isPassphrase: Bool { words[0] == Stanza.scrypt }

  /// The file's key, where this stanza is for the holder of that key.
  /// - Throws: `Malformed` where it is a stanza of a known kind and not as it must be.
  func unwrap(_ key: PrivateKey) throws(Malformed) -> [UInt8]? {
    guard let opening = key.opening else { return nil }
    switch words[0] {
    case Stanza.x25519:
      guard words.count == 2, let share = Base64.bytes(words[1], padded: false), share.count == 32,
        body.count == 32
      else { throw Malformed() }
      guard opening.kind == .x25519 else { return nil }
      guard let other = CryptoKey(raw: share, .x25519, isPrivate: false),
        let secret = opening.agree(with: other)
      else { throw Malformed() }
      let wrapping = Stanza.x25519Key(secret, share: share, receiver: opening)
      return EncryptionSuite.age.open(body, key: wrapping, nonce: Stanza.zeros)
    case Stanza.sm2:
      guard words.count == 2 else { throw Malformed() }
      guard opening.kind == .sm2, KeyMark.of(opening) == words[1] else { return nil }
      guard let found = opening.decrypt(body), found.count == 16 else { throw Malformed() }
      return found
    default: return nil
    }
  }

  /// - Throws: `Malformed`, `NoMemory`.
  func unwrap(passphrase: String) throws -> [UInt8]? {
    guard words.count == 3, let salt = Base64.bytes(words[1], padded: false), salt.count == 16,
      body.count == 32,
      let cost = Int(words[2]), "\(cost)" == words[2], (1...Stanza.mostCost).contains(cost)
    else { throw Malformed() }
    let key = try Stanza.scryptKey(passphrase, salt, cost)
    return EncryptionSuite.age.open(body, key: key, nonce: Stanza.zeros)
  }

  struct Malformed: Error {}

  private static func x25519Key(_ secret: [UInt8], share: [UInt8], receiver: CryptoKey) -> [UInt8] {
    EncryptionSuite.age.key(
      secret, salt: share + receiver.raw(isPrivate: false), info: "age-encryption.org/v1/X25519")
  }

  private static func scryptKey(_ passphrase: String, _ salt: [UInt8], _ cost: Int) throws(NoMemory)
    -> [UInt8]
  {
    try Scrypt.key(
      passphrase, salt: Array("age-encryption.org/v1/scrypt".utf8) + salt, cost: cost, lanes: 1, count: 32)
  }
}

/// By which a receiver knows the stanza that is for them: the first digits of the key's SM3.
enum KeyMark {
  static func of(_ key: CryptoKey) -> String { String(ContentHash.sm3.hex(of: key.publicBytes).prefix(16)) }
}
