internal import CExpat

/// An .xlsx workbook that is encrypted as a whole ([MS-OFFCRYPTO] 2.3.4, standard and agile), opened with the default
/// password.
enum EncryptedPackage {
  /// - Returns: the .xlsx file within; `nil` when it has a password of its own or is encrypted in another way.
  static func open(_ file: CompoundFile, sourceName: String) throws(CompoundFile.Damaged) -> [UInt8]? {
    guard let info = try file.stream("EncryptionInfo"), let package = try file.stream("EncryptedPackage"),
      package.count > 8
    else { return nil }
    let reader = ByteReader(bytes: info)
    guard let major = reader.short(0), let minor = reader.short(2),
      let size = ByteReader(bytes: package).long(0)
    else { return nil }
    let body = Array(package[8...])
    let plain =
      major == 4 && minor == 4
      ? agile(Array(info[8..<max(8, (info.lastIndex(of: 0x3E) ?? 7) + 1)]), body, sourceName)
      : (2...4).contains(major) && minor == 2 ? standard(reader, body) : nil
    return plain.map { Array($0.prefix(size)) }
  }

  // MARK: - Standard

  private static func standard(_ info: ByteReader, _ body: [UInt8]) -> [UInt8]? {
    guard let headerSize = info.long(8), let algorithm = info.long(20), let bits = info.long(28),
      (0x660E...0x6610).contains(algorithm), [0, 128, 192, 256].contains(bits), headerSize < info.count
    else { return nil }
    let verifier = 12 + headerSize
    guard info.count >= verifier + 72 else { return nil }
    let salt = Array(info.bytes[verifier + 4..<verifier + 20])
    let spun = Cipher.digest(.sha1, salt, DefaultPassword.utf16, rounds: 50_000)
    let last = Cipher.digest(.sha1, spun, [0, 0, 0, 0])
    func derived(_ pad: UInt8) -> [UInt8] {
      Cipher.digest(.sha1, (0..<64).map { pad ^ ($0 < last.count ? last[$0] : 0) })
    }
    let key = Array((derived(0x36) + derived(0x5C)).prefix(max(bits, 128) / 8))
    guard
      let plain = Cipher.aes(Array(info.bytes[verifier + 20..<verifier + 36]), key: key, vector: nil),
      let hash = Cipher.aes(Array(info.bytes[verifier + 40..<verifier + 72]), key: key, vector: nil),
      Cipher.digest(.sha1, plain) == Array(hash.prefix(20))
    else { return nil }
    return Cipher.aes(Array(body.prefix(body.count / 16 * 16)), key: key, vector: nil)
  }

  // MARK: - Agile

  private static func agile(_ xml: [UInt8], _ body: [UInt8], _ sourceName: String) -> [UInt8]? {
    let handler = EncryptionInfoHandler()
    guard
      let part = try? XMLPart(
        BytesXML(xml), handler, sourceName: sourceName, limits: WorkbookLimits()),
      (try? part.run()) != nil, let data = handler.keyData, let password = handler.password,
      password.rounds <= 10_000_000
    else { return nil }
    let spun = Cipher.digest(
      password.hash, password.salt, DefaultPassword.utf16, rounds: UInt32(password.rounds))
    func opened(_ bytes: [UInt8], _ block: [UInt8]) -> [UInt8]? {
      let key = filled(Cipher.digest(password.hash, spun, block), password.keyBits / 8)
      return Cipher.aes(bytes, key: key, vector: filled(password.salt, 16))
    }
    guard
      let input = opened(password.input, [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79]),
      let value = opened(password.value, [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E]),
      value.starts(with: Cipher.digest(password.hash, Array(input.prefix(password.salt.count)))),
      let secret = opened(password.key, [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6])
    else { return nil }
    let key = Array(secret.prefix(data.keyBits / 8))
    var plain: [UInt8] = []
    plain.reserveCapacity(body.count)
    for (segment, start) in stride(from: 0, to: body.count, by: 4096).enumerated() {
      var piece = Array(body[start..<min(start + 4096, body.count)])
      piece.removeLast(piece.count % 16)
      let vector = filled(
        Cipher.digest(data.hash, data.salt, Cipher.littleEndian(UInt32(segment))), 16)
      guard let opened = Cipher.aes(piece, key: key, vector: vector) else { return nil }
      plain += opened
    }
    return plain
  }

  /// Cut, or filled up with 0x36, to a size.
  private static func filled(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
    Array(bytes.prefix(count)) + [UInt8](repeating: 0x36, count: max(0, count - bytes.count))
  }
}

/// Bytes in memory as an XML part.
final class BytesXML: XMLInput {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
    let taken = rest.prefix(count)
    UnsafeMutableRawBufferPointer(start: buffer, count: count).copyBytes(from: taken)
    rest = rest.dropFirst(taken.count)
    return taken.count
  }
}

/// Reads the description of agile encryption.
private final class EncryptionInfoHandler: XMLHandler {
  struct KeyData {
    var hash: Cipher.Hash
    var salt: [UInt8]
    var keyBits: Int
  }

  struct Password {
    var hash: Cipher.Hash
    var salt: [UInt8]
    var keyBits: Int
    var rounds: Int
    var input: [UInt8]
    var value: [UInt8]
    var key: [UInt8]
  }

  private(set) var keyData: KeyData?
  private(set) var password: Password?

  override var readsAllNamespaces: Bool { true }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    let isData = isWord(name, "keyData")
    guard isData || (password == nil && isWord(name, "encryptedKey")),
      attributeText(attributes, "cipherAlgorithm") == "AES",
      attributeText(attributes, "cipherChaining") == "ChainingModeCBC",
      let hash = attributeText(attributes, "hashAlgorithm").flatMap(Cipher.Hash.init(name:)),
      let salt = bytes(attributes, "saltValue"),
      let keyBits = attributeText(attributes, "keyBits").flatMap({ Int($0) })
    else { return }
    if isData {
      keyData = KeyData(hash: hash, salt: salt, keyBits: keyBits)
    } else if let rounds = attributeText(attributes, "spinCount").flatMap({ Int($0) }), rounds >= 0,
      let input = bytes(attributes, "encryptedVerifierHashInput"),
      let value = bytes(attributes, "encryptedVerifierHashValue"),
      let key = bytes(attributes, "encryptedKeyValue")
    {
      password = Password(
        hash: hash, salt: salt, keyBits: keyBits, rounds: rounds, input: input, value: value, key: key)
    }
  }

  private func bytes(_ attributes: XMLAttributes, _ name: StaticString) -> [UInt8]? {
    attributeText(attributes, name).flatMap(base64)
  }
}

/// The bytes that a text in Base64 stands for; `nil` when it is none.
private func base64(_ text: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  var bits: UInt32 = 0
  var count = 0
  for byte in text.utf8 where byte > 0x20 && byte != 0x3D {
    let value: UInt8
    switch byte {
    case 0x41...0x5A: value = byte - 0x41
    case 0x61...0x7A: value = byte - 0x61 + 26
    case 0x30...0x39: value = byte - 0x30 + 52
    case 0x2B: value = 62
    case 0x2F: value = 63
    default: return nil
    }
    bits = bits << 6 | UInt32(value)
    count += 6
    if count >= 8 {
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
  }
  return bytes
}
