internal import CYice

/// The few operations that encrypted workbooks are made of.
enum Cipher {
  enum Hash: Int32 {
    case md5 = 128
    case sha1 = 160
    case sha256 = 256
    case sha384 = 384
    case sha512 = 512

    init?(name: String) {
      switch name.uppercased().filter({ $0 != "-" }) {
      case "MD5": self = .md5
      case "SHA1": self = .sha1
      case "SHA256": self = .sha256
      case "SHA384": self = .sha384
      case "SHA512": self = .sha512
      default: return nil
      }
    }
  }

  /// Hash of two pieces, hashed again `rounds` times together with the round's number.
  static func digest(_ hash: Hash, _ first: [UInt8], _ second: [UInt8] = [], rounds: UInt32 = 0) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 64)
    var size = yice_digest(hash.rawValue, first, first.count, second, second.count, &digest)
    if rounds > 0 { size = yice_spin(hash.rawValue, &digest, rounds) }
    return Array(digest.prefix(size))
  }

  /// - Parameter vector: 16 bytes; `nil` where each block stands by itself.
  /// - Returns: `nil` where key or size are none of AES.
  static func aes(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]?) -> [UInt8]? {
    guard [16, 24, 32].contains(key.count), vector.map({ $0.count == 16 }) ?? true else { return nil }
    var result = bytes
    let count = result.count
    let isDone =
      if let vector { yice_aes_decrypt(key, Int32(8 * key.count), vector, &result, count) } else {
        yice_aes_decrypt(key, Int32(8 * key.count), nil, &result, count)
      }
    return isDone == 1 ? result : nil
  }

  /// The bytes that RC4 adds, from the key's first on.
  static func rc4(_ count: Int, key: [UInt8]) -> [UInt8] {
    var stream = [UInt8](repeating: 0, count: count)
    yice_rc4(key, key.count, &stream, count)
    return stream
  }

  static func littleEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }
}
