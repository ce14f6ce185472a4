/// Bech32 (BIP 173) without its limit on length, as age writes keys.
enum Bech32 {
  private static let letters = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]

  /// - Parameter prefix: in lower case.
  static func text(_ prefix: String, _ bytes: [UInt8]) -> String {
    let values = regrouped(bytes, from: 8, to: 5, padding: true) ?? []
    let sum = checksum(expanded(prefix) + values + [0, 0, 0, 0, 0, 0]) ^ 1
    let check = (0..<6).map { UInt8(truncatingIfNeeded: sum >> (5 * (5 - UInt32($0)))) & 31 }
    return prefix + "1" + String(decoding: (values + check).map { letters[Int($0)] }, as: UTF8.self)
  }

  /// nil where the text has another prefix, letters of both cases, or a sum that does not fit.
  static func bytes(_ text: String, _ prefix: String) -> [UInt8]? {
    guard text == text.lowercased() || text == text.uppercased() else { return nil }
    let lower = text.lowercased()
    guard lower.hasPrefix(prefix + "1"), lower.utf8.count >= prefix.utf8.count + 7 else { return nil }
    let values = lower.utf8.dropFirst(prefix.utf8.count + 1).compactMap { letter in
      letters.firstIndex(of: letter).map { UInt8($0) }
    }
    guard values.count == lower.utf8.count - prefix.utf8.count - 1, checksum(expanded(prefix) + values) == 1
    else {
      return nil
    }
    return regrouped(Array(values.dropLast(6)), from: 5, to: 8, padding: false)
  }

  private static func expanded(_ prefix: String) -> [UInt8] {
    prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
  }

  private static func checksum(_ values: [UInt8]) -> UInt32 {
    values.reduce(1) { sum, value in
      let next = (sum & 0x1FF_FFFF) << 5 ^ UInt32(value)
      return generator.indices.reduce(next) { (sum >> (25 + UInt32($1))) & 1 == 1 ? $0 ^ generator[$1] : $0 }
    }
  }

  private static func regrouped(_ values: [UInt8], from: UInt32, to: UInt32, padding: Bool) -> [UInt8]? {
    var rest: UInt32 = 0
    var bits: UInt32 = 0
    var result: [UInt8] = []
    for value in values {
      rest = (rest << from | UInt32(value)) & 0xFFF
      bits += from
      while bits >= to {
        bits -= to
        result.append(UInt8(truncatingIfNeeded: rest >> bits & ((1 << to) - 1)))
      }
    }
    let last = UInt8(truncatingIfNeeded: rest << (to - bits) & ((1 << to) - 1))
    if padding {
      if bits > 0 { result.append(last) }
    } else if bits >= from || last != 0 {
      return nil
    }
    return result
  }
}
