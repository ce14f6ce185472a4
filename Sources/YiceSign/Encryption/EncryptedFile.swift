/// An encrypted file in age's format v1 (https://age-encryption.org/v1): a header with a stanza a receiver, then pieces of
/// 64 KiB. Debian's `age` opens and writes them; those for SM2 keys are of the same shape. Decision 0183.
package enum EncryptedFile {
  private static let piece = 1 << 16

  /// Who can open a file.
  package enum Receivers: Sendable {
    case keys([Recipient])
    case passphrase(String)

    /// Whether 国密 encrypts it.
    package var isSM: Bool {
      if case .keys(let recipients) = self { recipients.contains { $0.isSM2 } } else { false }
    }
  }

  /// Whether bytes begin as such a file does.
  package static func isOne(_ bytes: some Sequence<UInt8>) -> Bool {
    let start = Array(bytes.prefix(64))
    return EncryptionSuite.allCases.contains { start.starts(with: Array($0.mark.utf8) + [0x0A]) }
  }

  // MARK: - Writing

  /// - Throws: `SignError.mixedRecipients`, `SignError.failed`.
  package static func encrypt(_ plain: [UInt8], for receivers: Receivers) throws(SignError) -> [UInt8] {
    try encrypt(plain, for: receivers, cost: Stanza.usualCost)
  }

  /// - Parameter cost: of the passphrase, as a power of two.
  static func encrypt(_ plain: [UInt8], for receivers: Receivers, cost: Int) throws(SignError) -> [UInt8] {
    guard let fileKey = EncryptionSuite.random(16), let nonce = EncryptionSuite.random(16) else {
      throw .failed("加密")
    }
    var suite = EncryptionSuite.age
    let stanzas: [Stanza?]
    switch receivers {
    case .keys(let recipients):
      suite = recipients.contains { $0.isSM2 } ? .sm : .age
      guard recipients.allSatisfy({ $0.isSM2 == (suite == .sm) }) else { throw .mixedRecipients }
      stanzas = recipients.map { Stanza.wrap(fileKey, for: $0) }
    case .passphrase(let word):
      do { stanzas = [try Stanza.wrap(fileKey, passphrase: word, cost: cost)] } catch {
        throw .noMemory("加密的文件")
      }
    }
    guard !stanzas.isEmpty, stanzas.allSatisfy({ $0 != nil }) else { throw .failed("加密") }
    let header = EncryptionHeader(suite: suite, stanzas: stanzas.compactMap(\.self))
    var result = header.bytes(fileKey: fileKey) + nonce
    result.reserveCapacity(result.count + plain.count + (plain.count / piece + 1) * suite.tagSize)
    let key = payloadKey(suite, fileKey, nonce)
    var start = 0
    var number: UInt64 = 0
    repeat {
      let end = min(start + piece, plain.count)
      let nonce = pieceNonce(number, isLast: end == plain.count)
      guard let sealed = suite.seal(Array(plain[start..<end]), key: key, nonce: nonce) else {
        throw .failed("加密")
      }
      result += sealed
      (start, number) = (end, number + 1)
    } while start < plain.count
    return result
  }

  // MARK: - Reading

  /// Says whether a passphrase opens the file, from its header; false where it is for keys.
  package static func wantsPassphrase(_ bytes: [UInt8]) -> Bool {
    EncryptionHeader.read(bytes)?.header.isForPassphrase ?? false
  }

  /// Opens a file with the first key that it is for.
  /// - Throws: `SignError`, and what `keys` throws.
  package static func decrypt(_ bytes: [UInt8], name: String, keys: [PrivateKey]) throws(SignError) -> [UInt8]
  {
    guard let (header, count) = EncryptionHeader.read(bytes) else { throw .damaged(name) }
    guard !header.isForPassphrase else { throw .needsPassphrase(name) }
    for key in keys {
      for stanza in header.stanzas {
        let found: [UInt8]?
        do { found = try stanza.unwrap(key) } catch { throw .damaged(name) }
        if let found { return try open(bytes, header, count, found, name) }
      }
    }
    throw .notForUs(name)
  }

  /// - Throws: `SignError`.
  package static func decrypt(_ bytes: [UInt8], name: String, passphrase: String) throws(SignError) -> [UInt8]
  {
    guard let (header, count) = EncryptionHeader.read(bytes) else { throw .damaged(name) }
    // A passphrase stands alone: whoever knows it must not take another's words for those of its owner.
    guard header.isForPassphrase else { throw .notForUs(name) }
    guard header.stanzas.count == 1 else { throw .damaged(name) }
    let found: [UInt8]?
    do { found = try header.stanzas[0].unwrap(passphrase: passphrase) } catch {
      throw error is NoMemory ? .noMemory(name) : .damaged(name)
    }
    guard let found else { throw .wrongFilePassphrase(name) }
    return try open(bytes, header, count, found, name)
  }

  private static func open(
    _ bytes: [UInt8], _ header: EncryptionHeader, _ headerCount: Int, _ fileKey: [UInt8], _ name: String
  )
    throws(SignError) -> [UInt8]
  {
    let suite = header.suite
    guard fileKey.count == 16, header.fits(fileKey: fileKey), bytes.count >= headerCount + 16 + suite.tagSize
    else {
      throw .damaged(name)
    }
    let key = payloadKey(suite, fileKey, Array(bytes[headerCount..<headerCount + 16]))
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var start = headerCount + 16
    var number: UInt64 = 0
    while start < bytes.count {
      let end = min(start + piece + suite.tagSize, bytes.count)
      let nonce = pieceNonce(number, isLast: end == bytes.count)
      guard let opened = suite.open(Array(bytes[start..<end]), key: key, nonce: nonce),
        !opened.isEmpty || number == 0
      else { throw .damaged(name) }
      plain += opened
      (start, number) = (end, number + 1)
    }
    return plain
  }

  private static func payloadKey(_ suite: EncryptionSuite, _ fileKey: [UInt8], _ nonce: [UInt8]) -> [UInt8] {
    suite.key(fileKey, salt: nonce, info: "payload", count: suite.payloadKeySize)
  }

  /// Eleven bytes of a counter, and whether it is the last.
  private static func pieceNonce(_ number: UInt64, isLast: Bool) -> [UInt8] {
    [0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * (7 - UInt64($0)))) } + [isLast ? 1 : 0]
  }
}
