/// Words and values from where reading goes on. Decision 0171.
extension PlainRows {
  @discardableResult
  @inline(__always)
  func skipSpace() -> Bool {
    let start = at
    while at.pointee == 0x20 || at.pointee == 0x0A || at.pointee == 0x0D || at.pointee == 0x09 { at += 1 }
    return at > start
  }

  /// Goes behind a word, when it stands here.
  @inline(__always)
  func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    var index = 0
    while index < count {
      guard at[index] == word.utf8Start[index] else { return false }
      index += 1
    }
    at += count
    return true
  }

  /// `name="value"`, whose value holds no entity.
  @inline(__always)
  func attribute() -> (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)? {
    let start = at
    while (at.pointee | 0x20) &- 0x61 < 26 || at.pointee &- 0x30 < 10 || at.pointee == UInt8(ascii: ":") {
      at += 1
    }
    let name = UnsafeBufferPointer(start: start, count: at - start)
    guard let first = name.first, (first | 0x20) &- 0x61 < 26, at.pointee == UInt8(ascii: "="),
      at[1] == UInt8(ascii: "\"")
    else { return nil }
    at += 2
    let value = at
    while at.pointee != UInt8(ascii: "\"") {
      guard at.pointee >= 0x20, at.pointee < 0x7F, at.pointee != UInt8(ascii: "<"),
        at.pointee != UInt8(ascii: "&")
      else { return nil }
      at += 1
    }
    at += 1
    return (name, UnsafeBufferPointer(start: value, count: at - value - 1))
  }

  /// The column of `AB12`.
  @inline(__always)
  func reference() -> Int? {
    var column = 0
    let start = at
    while at.pointee &- 0x41 < 26, at - start < 4 {
      column = column * 26 + Int(at.pointee - 0x40)
      at += 1
    }
    guard at > start, at - start < 4, at.pointee &- 0x30 < 10 else { return nil }
    while at.pointee &- 0x30 < 10 { at += 1 }
    return column
  }

  /// A number of up to nine digits.
  @inline(__always)
  func number() -> Int? {
    var number = 0
    let start = at
    while at.pointee &- 0x30 < 10 {
      number = number * 10 + Int(at.pointee - 0x30)
      at += 1
      guard at - start <= 9 else { return nil }
    }
    return at > start ? number : nil
  }

  @inline(__always)
  func type() -> SheetHandler.CellType? {
    if at[1] == UInt8(ascii: "\"") {
      defer { at += 1 }
      return switch at.pointee {
      case UInt8(ascii: "s"): .shared
      case UInt8(ascii: "n"): .number
      case UInt8(ascii: "b"): .boolean
      case UInt8(ascii: "e"): .error
      case UInt8(ascii: "d"): .date
      default: nil
      }
    }
    return skip("inlineStr") ? .inline : skip("str") ? .formulaText : nil
  }
}
