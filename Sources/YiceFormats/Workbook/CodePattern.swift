/// A number format that shows a whole number as a code: `0000`, `"T"000`, `000-0000`.
///
/// Formats of amounts (`0`, `#,##0`, `0.00`, `0"人"`) are none: their number is what counts.
package struct CodePattern: Equatable, Sendable {
  /// One byte a place, first place lowest: 0x30 where a digit stands or a zero in its stead, 0x23 where a digit may stand,
  /// else the sign shown there. In two words, so that a cell's style costs no memory of its own.
  private let low: UInt64
  private let high: UInt64
  private let count: Int

  init?(_ code: String) {
    var places: [UInt8] = []
    var rest = Array(code.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case 0x22:  // quoted
        guard let end = rest.firstIndex(of: 0x22) else { return nil }
        places += rest[..<end]
        rest = rest[(end + 1)...]
      case 0x5C:  // \
        guard let next = rest.popFirst() else { return nil }
        places.append(next)
      case 0x5B:  // [$-804], [Red]
        guard let end = rest.firstIndex(of: 0x5D) else { return nil }
        if rest.starts(with: "DBNum".utf8) { return nil }
        rest = rest[(end + 1)...]
      case 0x3B: rest = []  // The first section is the one for positive numbers.
      case 0x30, 0x23, 0x2D: places.append(byte)
      case 0x3F: places.append(0x23)
      default: return nil
      }
    }
    let zeros = places.count { $0 == 0x30 }
    let signs = places.filter { $0 != 0x30 && $0 != 0x23 }
    // A code has letters, digits and hyphens; behind a single digit stands a unit.
    guard (1...16).contains(places.count),
      zeros > 1 || (zeros == 1 && places[0] != 0x30 && places[0] != 0x23),
      signs.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) })
    else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (index, place) in places.enumerated() {
      if index < 8 {
        words.0 |= UInt64(place) << (8 * index)
      } else {
        words.1 |= UInt64(place) << (8 * (index - 8))
      }
    }
    (low, high) = words
    count = places.count
  }

  private subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: index < 8 ? low >> (8 * index) : high >> (8 * (index - 8)))
  }

  /// The number as it is shown; `nil` for one that is not whole or is negative.
  func text(_ value: Double) -> String? {
    guard value >= 0, value < 1e15, value == value.rounded() else { return nil }
    var digits = Array(String(Int64(value)).utf8)
    if value == 0 { digits = [] }
    var shown: [UInt8] = []
    let first = (0..<count).first { self[$0] == 0x30 || self[$0] == 0x23 }
    for index in (0..<count).reversed() {
      switch self[index] {
      case 0x30: shown.append(digits.popLast() ?? 0x30)
      case 0x23: if let digit = digits.popLast() { shown.append(digit) }
      default: shown.append(self[index])
      }
      // Digits beyond the places stand before the first one.
      if index == first { while let digit = digits.popLast() { shown.append(digit) } }
    }
    return String(decoding: shown.reversed(), as: UTF8.self)
  }
}
