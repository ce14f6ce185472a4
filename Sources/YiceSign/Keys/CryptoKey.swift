internal import CYice

/// A key of libcrypto's, public or private. Its parameters never change, so threads may share it.
final class CryptoKey: @unchecked Sendable {
  enum Kind: Int32 {
    case ed25519 = 0
    case x25519 = 1
    case sm2 = 2
  }

  /// Largest text of a key of these kinds, far above what they need.
  private static let most = 4096
  /// DER before the 32 bytes of a public key (RFC 8410, 4).
  private static let prefixes: [Kind: [UInt8]] = [
    .ed25519: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00],
    .x25519: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x03, 0x21, 0x00],
  ]
  /// DER before the 32 bytes of a private key in PKCS #8 without attributes (RFC 8410, 7).
  private static let privatePrefixes: [Kind: [UInt8]] = [
    .ed25519: [
      0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ],
    .x25519: [
      0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x6E, 0x04, 0x22, 0x04, 0x20,
    ],
  ]

  let kind: Kind
  private let handle: UnsafeMutableRawPointer

  private init?(_ handle: UnsafeMutableRawPointer?) {
    guard let handle else { return nil }
    guard let kind = Kind(rawValue: yice_key_algorithm(handle)) else {
      yice_key_free(handle)
      return nil
    }
    self.kind = kind
    self.handle = handle
  }

  /// A new private key.
  convenience init?(new kind: Kind) { self.init(yice_key_new(kind.rawValue)) }

  /// From its 32 bytes; Ed25519 and X25519 only.
  convenience init?(raw bytes: [UInt8], _ kind: Kind, isPrivate: Bool) {
    self.init(yice_key_from_raw(kind.rawValue, isPrivate ? 1 : 0, bytes, bytes.count))
  }

  /// From a SubjectPublicKeyInfo. Those of a fixed form are read here: libcrypto asks all its decoders in turn.
  convenience init?(public bytes: [UInt8]) {
    if let kind = CryptoKey.kind(bytes, CryptoKey.prefixes) {
      self.init(raw: Array(bytes.suffix(32)), kind, isPrivate: false)
    } else {
      self.init(yice_key_from_public(bytes, bytes.count))
    }
  }

  /// Of what kind a key of a fixed form is: a prefix of its own and 32 bytes.
  private static func kind(_ bytes: [UInt8], _ prefixes: [Kind: [UInt8]]) -> Kind? {
    prefixes.first { bytes.count == $0.value.count + 32 && bytes.starts(with: $0.value) }?.key
  }

  /// From one block of PKCS #8 in PEM. Those of a fixed form are read here, as public ones are.
  /// - Parameter passphrase: nil: the block is not encrypted.
  /// - Throws: `NoMemory` where the passphrase could not be tried.
  convenience init?(pem: String, passphrase: String?) throws(NoMemory) {
    let lines = pem.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }
    if passphrase == nil, let bytes = Base64.bytes(lines.joined()),
      let kind = CryptoKey.kind(bytes, CryptoKey.privatePrefixes)
    {
      self.init(raw: Array(bytes.suffix(32)), kind, isPrivate: true)
      return
    }
    let text = Array(pem.utf8CString)
    let word = passphrase.map { Array($0.utf8CString) }
    var lacksMemory: Int32 = 0
    let key = yice_key_from_private(text, text.count - 1, word, (word?.count ?? 1) - 1, &lacksMemory)
    guard lacksMemory == 0 else { throw NoMemory() }
    self.init(key)
  }

  deinit { yice_key_free(handle) }

  /// Its public half as SubjectPublicKeyInfo; those of a fixed form are written here as they are read.
  var publicBytes: [UInt8] {
    if let prefix = CryptoKey.prefixes[kind] { return prefix + raw(isPrivate: false) }
    var bytes = [UInt8](repeating: 0, count: CryptoKey.most)
    let count = yice_key_public(handle, &bytes, bytes.count)
    return Array(bytes.prefix(count))
  }

  /// 32 bytes; Ed25519 and X25519 only.
  func raw(isPrivate: Bool) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 32)
    return yice_key_raw(handle, isPrivate ? 1 : 0, &bytes) == 32 ? bytes : []
  }

  /// PKCS #8 in PEM, encrypted where there is a passphrase; nil where libcrypto could not.
  func pem(passphrase: String?) -> String? {
    var text = [CChar](repeating: 0, count: CryptoKey.most)
    let count =
      if let passphrase {
        passphrase.withCString { yice_key_private(handle, $0, passphrase.utf8.count, &text, text.count) }
      } else {
        yice_key_private(handle, nil, 0, &text, text.count)
      }
    guard count > 0 else { return nil }
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// nil where it is no private key that signs.
  func sign(_ text: [UInt8]) -> [UInt8]? {
    var signature = [UInt8](repeating: 0, count: 256)
    let count = yice_sign(handle, text, text.count, &signature, signature.count)
    return count > 0 ? Array(signature.prefix(count)) : nil
  }

  func verifies(_ text: [UInt8], _ signature: [UInt8]) -> Bool {
    yice_verify(handle, text, text.count, signature, signature.count) == 1
  }

  /// The secret that X25519 makes of this private and another public key.
  func agree(with other: CryptoKey) -> [UInt8]? {
    var secret = [UInt8](repeating: 0, count: 32)
    return yice_agree(handle, other.handle, &secret) == 1 ? secret : nil
  }

  /// SM2: for whoever holds the private half.
  func encrypt(_ bytes: [UInt8]) -> [UInt8]? { crypt(bytes, encrypts: true) }
  func decrypt(_ bytes: [UInt8]) -> [UInt8]? { crypt(bytes, encrypts: false) }

  private func crypt(_ bytes: [UInt8], encrypts: Bool) -> [UInt8]? {
    guard bytes.count <= 512 else { return nil }
    var result = [UInt8](repeating: 0, count: 1024)
    let count = yice_sm2_crypt(handle, encrypts ? 1 : 0, bytes, bytes.count, &result, result.count)
    return count > 0 ? Array(result.prefix(count)) : nil
  }
}
