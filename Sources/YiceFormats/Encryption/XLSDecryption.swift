/// The records of an encrypted .xls workbook ([MS-XLS] 2.2.10) in plain, with the default password: RC4 of Excel 97, RC4 of
/// the Crypto API, and the XOR of Excel 95.
struct XLSDecryption {
  private enum Method {
    case rc4(Cipher.Hash, base: [UInt8], keySize: Int, padded: Bool)
    case xor([UInt8])
  }

  private let method: Method

  /// - Parameters:
  ///   - body: content of the record that says how the workbook is encrypted.
  /// - Returns: `nil` when it has a password of its own or is encrypted in another way.
  init?(_ stream: ByteReader, _ body: Range<Int>, isBIFF8: Bool) {
    let found =
      !isBIFF8
      ? XLSDecryption.xor(stream, body.lowerBound)
      : stream.short(body.lowerBound) == 0
        ? XLSDecryption.xor(stream, body.lowerBound + 2)
        : XLSDecryption.rc4(stream, body)
    guard let found else { return nil }
    method = found
  }

  // MARK: - Keys

  private static func rc4(_ stream: ByteReader, _ body: Range<Int>) -> Method? {
    let start = body.lowerBound
    guard let major = stream.short(start + 2), let minor = stream.short(start + 4),
      body.upperBound <= stream.count
    else { return nil }
    if major == 1, minor == 1 {
      guard body.count >= 54 else { return nil }
      let salt = Array(stream.bytes[start + 6..<start + 22])
      let short = Array(Cipher.digest(.md5, DefaultPassword.utf16).prefix(5))
      let mixed = Cipher.digest(.md5, (0..<16).flatMap { _ in short + salt })
      let method = Method.rc4(.md5, base: Array(mixed.prefix(5)), keySize: 16, padded: false)
      return isRight(method, stream, verifier: start + 22, hash: start + 38, size: 16) ? method : nil
    }
    guard (2...4).contains(major), minor == 2, let headerSize = stream.long(start + 10),
      headerSize < body.count, let bits = stream.long(start + 14 + 16)
    else { return nil }
    let verifier = start + 14 + headerSize
    guard verifier + 60 <= body.upperBound else { return nil }
    let salt = Array(stream.bytes[verifier + 4..<verifier + 20])
    let base = Cipher.digest(.sha1, salt, DefaultPassword.utf16)
    let size = bits == 0 ? 5 : bits / 8
    guard (5...16).contains(size) else { return nil }
    let method = Method.rc4(.sha1, base: base, keySize: size, padded: size == 5)
    return isRight(method, stream, verifier: verifier + 20, hash: verifier + 40, size: 20) ? method : nil
  }

  private static func isRight(
    _ method: Method, _ stream: ByteReader, verifier: Int, hash: Int, size: Int
  ) -> Bool {
    guard case .rc4(let kind, _, _, _) = method else { return false }
    let bytes = Array(stream.bytes[verifier..<verifier + 16]) + Array(stream.bytes[hash..<hash + size])
    let plain = zip(bytes, keyStream(method, block: 0, count: bytes.count)).map { $0 ^ $1 }
    return Cipher.digest(kind, Array(plain[..<16])) == Array(plain[16...])
  }

  private static func keyStream(_ method: Method, block: Int, count: Int) -> [UInt8] {
    guard case .rc4(let hash, let base, let size, let padded) = method else { return [] }
    var key = Array(Cipher.digest(hash, base, Cipher.littleEndian(UInt32(block))).prefix(size))
    if padded { key += [UInt8](repeating: 0, count: 16 - size) }
    return Cipher.rc4(count, key: key)
  }

  /// Excel 95: sixteen bytes made of the password and a key of two bytes.
  private static func xor(_ stream: ByteReader, _ start: Int) -> Method? {
    let password = Array(DefaultPassword.text.utf8)
    guard let key = stream.short(start), let stated = stream.short(start + 2) else { return nil }
    var verifier = 0
    for byte in ([UInt8(password.count)] + password).reversed() {
      verifier = (verifier >> 14 & 1 | verifier << 1 & 0x7FFF) ^ Int(byte)
    }
    guard verifier ^ 0xCE4B == stated else { return nil }
    // The password has fifteen letters: one byte of padding fills the sixteen.
    return .xor(
      (password + [0xBB]).enumerated().map { index, byte in
        let mixed = byte ^ UInt8(truncatingIfNeeded: index.isMultiple(of: 2) ? key : key >> 8)
        return mixed >> 1 | mixed << 7
      })
  }

  // MARK: - Records

  /// Records that are never encrypted: they say how the others are, or are shared between programs.
  private static let plain: Set = [XLSRecord.bof, XLSRecord.filePass, 0x0194, 0x0195, 0x00E1, 0x0196, 0x0138]
  private static let blockSize = 1024

  /// The whole stream in plain.
  func decrypted(_ stream: ByteReader) -> [UInt8] {
    var bytes = stream.bytes
    var records = XLSRecords(stream, at: 0)
    var block = -1
    var key: [UInt8] = []
    while let record = records.next() {
      guard !XLSDecryption.plain.contains(record.type) else { continue }
      // Where a sheet begins stays readable.
      let first = record.type == XLSRecord.boundSheet ? 4 : 0
      for offset in record.body.dropFirst(first) {
        switch method {
        case .rc4:
          if offset / XLSDecryption.blockSize != block {
            block = offset / XLSDecryption.blockSize
            key = XLSDecryption.keyStream(method, block: block, count: XLSDecryption.blockSize)
          }
          bytes[offset] ^= key[offset % XLSDecryption.blockSize]
        case .xor(let array):
          let place = (record.body.lowerBound + record.body.count + offset - record.body.lowerBound) % 16
          let mixed = bytes[offset] ^ array[place]
          bytes[offset] = mixed >> 5 | mixed << 3
        }
      }
    }
    return bytes
  }
}
