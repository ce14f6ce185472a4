/// Checks text that arrives in pieces for strict UTF-8: no overlong forms, no surrogates, nothing
/// beyond U+10FFFF.
struct UTF8Check {
  /// Complete characters of more than one byte seen so far.
  private(set) var multibyteCount = 0
  /// Where the first wrong byte stands, from the start of the text; `nil` while all is well.
  private(set) var invalidOffset: Int?

  private var offset = 0
  // Continuation bytes still owed, and the range the next one must lie in.
  private var owed = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF

  /// Whether the text so far ends within a character.
  var isCut: Bool { owed > 0 }

  /// Checks the next piece.
  ///
  /// - Returns: `false` once a wrong byte was seen; the rest need not be checked.
  mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    var position = 0
    while position < count {
      if owed == 0 {
        position = skipValid(base, position, count)
        guard position < count else { break }
        guard expect(after: base[position]) else { return fail(at: position) }
      } else {
        guard base[position] >= low, base[position] <= high else { return fail(at: position) }
        (low, high) = (0x80, 0xBF)
        owed -= 1
        if owed == 0 { multibyteCount += 1 }
      }
      position += 1
    }
    offset += count
    return true
  }

  private mutating func fail(at position: Int) -> Bool {
    invalidOffset = offset + position
    return false
  }

  /// Skips ASCII, and the three-byte characters that most Chinese text consists of.
  private mutating func skipValid(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int
  ) -> Int {
    let raw = UnsafeRawPointer(base)
    var position = start
    var seen = 0
    while position < count {
      if position + 8 <= count,
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
      } else if base[position] < 0x80 {
        position += 1
      } else if position + 3 <= count, (0xE1...0xEC).contains(base[position]),
        base[position + 1] & 0xC0 == 0x80, base[position + 2] & 0xC0 == 0x80
      {
        position += 3
        seen += 1
      } else {
        break
      }
    }
    multibyteCount += seen
    return position
  }

  /// Notes what must follow a byte that starts a character of more than one byte.
  private mutating func expect(after lead: UInt8) -> Bool {
    switch lead {
    case 0xC2...0xDF: owed = 1
    case 0xE0: (owed, low) = (2, 0xA0)
    case 0xE1...0xEC, 0xEE, 0xEF: owed = 2
    case 0xED: (owed, high) = (2, 0x9F)
    case 0xF0: (owed, low) = (3, 0x90)
    case 0xF1...0xF3: owed = 3
    case 0xF4: (owed, high) = (3, 0x8F)
    default: return false
    }
    return true
  }
}
