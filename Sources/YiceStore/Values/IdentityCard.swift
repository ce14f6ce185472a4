/// Identity-card numbers, which are never stored (18 characters, GB 11643-1999: the last is an ISO 7064 check).
package enum IdentityCard {
  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checks = Array("10X98765432".utf8)

  /// Headings of columns that hold them.
  package static let headings = ["身份证号", "身份证号码", "身份证", "身份证件号", "身份证件号码", "公民身份号码", "证件号码"]

  /// Whether the text is one, by its form, date and check character.
  package static func matches(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count == 18 else { return false }
    var sum = 0
    for index in 0..<17 {
      let byte = cell[index]
      guard byte >= 0x30, byte <= 0x39 else { return false }
      sum += Int(byte - 0x30) * weights[index]
    }
    let last = cell[17] == UInt8(ascii: "x") ? UInt8(ascii: "X") : cell[17]
    func two(at index: Int) -> Int { Int(cell[index] - 0x30) * 10 + Int(cell[index + 1] - 0x30) }
    return checks[sum % 11] == last && (18...20).contains(two(at: 6)) && (1...12).contains(two(at: 10))
      && (1...31).contains(two(at: 12))
  }
}

extension IdentityCard {
  /// Whether a number stands anywhere in the cell, in full-width digits or with spaces between them too.
  package static func isContained(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 18 else { return false }
    if isPlainlyContained(in: cell) { return true }
    guard Characters.needsTidying(cell, spaces: true) else { return false }
    var plain = Characters.plain(cell)
    return plain.withUTF8(isPlainlyContained)
  }

  private static func isPlainlyContained(in cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 18 else { return false }
    return (0...(cell.count - 18)).contains { start in
      matches(UnsafeBufferPointer(rebasing: cell[start..<start + 18]))
    }
  }
}
