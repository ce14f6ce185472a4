/// A decimal number in writing, kept exactly: sign, digits, where the point stands.
struct NumberText: Equatable {
  private let negative: Bool
  /// Digits without leading zeros and, behind the point, without trailing zeros.
  private let digits: [UInt8]
  /// Digits behind the point.
  let decimals: Int

  /// Reads `12,345.6`, `-3`, `.5`, `1.2e3`; nil when it is no number.
  /// - Parameter exponent: power of ten to multiply by.
  init?(_ text: String, exponent: Int = 0) {
    var bytes = Array(text.utf8)
    negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var shift = exponent
    if let e = bytes.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }) {
      guard let power = Int(String(decoding: bytes[(e + 1)...], as: UTF8.self)), abs(power) < 20 else {
        return nil
      }
      shift += power
      bytes.removeSubrange(e...)
    }
    let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = NumberText.whole(parts[0]) else { return nil }
    var fraction = parts.count > 1 ? Array(parts[1]) : []
    guard fraction.allSatisfy(NumberText.isDigit), !(whole.isEmpty && fraction.isEmpty) else { return nil }
    var all = whole + fraction
    var places = fraction.count - shift
    if places < 0 {
      all += Array(repeating: UInt8(ascii: "0"), count: -places)
      places = 0
    }
    while places > 0, all.last == UInt8(ascii: "0") {
      all.removeLast()
      places -= 1
    }
    fraction = []
    digits = Array(all.drop { $0 == UInt8(ascii: "0") })
    decimals = digits.isEmpty ? 0 : places
    guard digits.count <= 15 else { return nil }
  }

  /// The value when it is whole.
  var integer: Int64? {
    guard decimals == 0 else { return nil }
    guard !digits.isEmpty else { return 0 }
    return Int64(String(decoding: digits, as: UTF8.self)).map { negative ? -$0 : $0 }
  }

  /// The nearest Double (at most 15 digits, so that it prints as it was written).
  var double: Double? {
    guard !digits.isEmpty else { return 0 }
    return Double("\(negative ? "-" : "")" + String(decoding: digits, as: UTF8.self) + "e-\(decimals)")
  }

  /// Up to 15 plain ASCII digits, the common cell; nil when it is anything else.
  static func plainInteger(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard !cell.isEmpty, cell.count <= 15 else { return nil }
    var value: Int64 = 0
    for byte in cell {
      guard isDigit(byte) else { return nil }
      value = value &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
    }
    return value
  }

  /// Digits before the point, thousands separators taken out where they stand in their places.
  private static func whole(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.contains(UInt8(ascii: ",")) else { return bytes.allSatisfy(isDigit) ? Array(bytes) : nil }
    let groups = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(isDigit) })
    else { return nil }
    return groups.flatMap { Array($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
