internal import CYice

/// What a file is encrypted with: as age does it, or with 国密 throughout. Decision 0183.
enum EncryptionSuite: CaseIterable {
  /// https://age-encryption.org/v1: HMAC and HKDF over SHA-256, ChaCha20-Poly1305.
  case age
  /// The same header and pieces; HMAC and HKDF over SM3, SM4 in counter mode with HMAC-SM3 of nonce and ciphertext.
  case sm

  /// First line of the file.
  var mark: String { self == .age ? "age-encryption.org/v1" : "yice-sm-encryption/v1" }
  /// Bytes that a piece grows by.
  var tagSize: Int { self == .age ? 16 : 32 }

  private var isSM3: Int32 { self == .sm ? 1 : 0 }

  func mac(_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var tag = [UInt8](repeating: 0, count: 32)
    // Nothing goes on with a code or a key that was not made.
    precondition(yice_mac(isSM3, key, key.count, bytes, bytes.count, &tag) == 1, "libcrypto: HMAC")
    return tag
  }

  /// HKDF.
  func key(_ secret: [UInt8], salt: [UInt8], info: String, count: Int = 32) -> [UInt8] {
    self.key(secret, salt: salt, infoBytes: Array(info.utf8), count: count)
  }

  func key(_ secret: [UInt8], salt: [UInt8], infoBytes info: [UInt8], count: Int) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: count)
    let done = yice_hkdf(
      isSM3, secret, secret.count, salt, salt.count, info, info.count, &key, count)
    precondition(done == 1, "libcrypto: HKDF")
    return key
  }

  /// Bytes of the key that pieces are encrypted with.
  var payloadKeySize: Int { self == .age ? 32 : 48 }

  /// Encrypts one piece.
  /// - Parameter nonce: 12 bytes.
  func seal(_ bytes: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8]? {
    switch self {
    case .age: return EncryptionSuite.chacha(bytes, key: key, nonce: nonce)
    case .sm:
      guard let result = sm4(bytes, key, nonce) else { return nil }
      return result + mac(Array(key[16...]), nonce + result)
    }
  }

  /// nil where the tag does not fit.
  func open(_ bytes: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8]? {
    guard bytes.count >= tagSize else { return nil }
    let sealed = Array(bytes.dropLast(tagSize))
    var tag = Array(bytes.suffix(tagSize))
    switch self {
    case .age:
      var result = [UInt8](repeating: 0, count: sealed.count)
      return yice_chacha(0, key, nonce, nil, 0, sealed, sealed.count, &result, &tag) == 1 ? result : nil
    case .sm:
      let own = mac(Array(key[16...]), nonce + sealed)
      guard own.count == 32, yice_equal(own, tag, 32) == 1 else { return nil }
      return sm4(sealed, key, nonce)
    }
  }

  /// The nonce and a counter of blocks are the first block.
  private func sm4(_ bytes: [UInt8], _ key: [UInt8], _ nonce: [UInt8]) -> [UInt8]? {
    EncryptionSuite.sm4(bytes, key: Array(key[..<16]), vector: nonce + [0, 0, 0, 0])
  }

  static func sm4(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: bytes.count)
    return yice_sm4(key, vector, bytes, bytes.count, &result) == 1 ? result : nil
  }

  /// Ciphertext and tag.
  static func chacha(_ bytes: [UInt8], key: [UInt8], nonce: [UInt8], extra: [UInt8] = []) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: bytes.count)
    var tag = [UInt8](repeating: 0, count: 16)
    let done = yice_chacha(1, key, nonce, extra, extra.count, bytes, bytes.count, &result, &tag)
    return done == 1 ? result + tag : nil
  }

  static func random(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return yice_random_bytes(&bytes, count) == 1 ? bytes : nil
  }
}
