/// What spreadsheets put around a value to keep it as text, and how they show that they lost part of it.
enum CellText {
  /// The value within `="0012"`, `'0012` and `"0012"`, by which exports keep a spreadsheet program from making a number
  /// of it.
  ///
  /// - Parameters:
  ///   - range: the cell without white space.
  ///   - prose: a text of sentences, which may begin with a quotation mark of its own.
  static func unwrapped(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, prose: Bool) -> Range<Int> {
    guard let first = range.first, range.count > 1 else { return range }
    let last = range.upperBound - 1
    switch bytes[first] {
    case 0x3D where range.count >= 3 && bytes[first + 1] == 0x22 && bytes[last] == 0x22:
      return trimmed(bytes, first + 2..<max(first + 2, last))
    case 0x22 where !prose && bytes[last] == 0x22 && range.count > 2:
      let inner = first + 1..<last
      return bytes[inner].contains(0x22) ? range : trimmed(bytes, inner)
    case 0x27 where !prose || isKept(bytes[first + 1]):
      return trimmed(bytes, first + 1..<range.upperBound)
    // ‘0012 and ’0012, typed with a Chinese keyboard.
    case 0xE2 where range.count > 3 && bytes[first + 1] == 0x80 && [0x98, 0x99].contains(bytes[first + 2]):
      return isKept(bytes[first + 3]) ? trimmed(bytes, first + 3..<range.upperBound) : range
    default: return range
    }
  }

  /// A digit, or what begins a formula.
  private static func isKept(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || [0x3D, 0x2B, 0x2D, 0x40].contains(byte)
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let inner = Characters.trimmed(UnsafeBufferPointer(rebasing: bytes[range]))
    return range.lowerBound + inner.lowerBound..<range.lowerBound + inner.upperBound
  }

  /// 3.5103E+17, and 18 digits or more of which all behind the fifteenth are 0: a spreadsheet program has shortened a
  /// long number.
  static func lostDigits(_ cell: UnsafeBufferPointer<UInt8>) -> ValueProblem? {
    guard let first = cell.first, (0x30...0x39).contains(first), cell.count >= 5 else { return nil }
    let isLost = isScientific(cell) || (cell.count >= 18 && isRounded(cell))
    return isLost
      ? ValueProblem(
        code: "lost-digits",
        message: "长数字被表格软件改写过，后几位已经丢失，不能当编号存入。请在原表把这一列设为“文本”后重新填写或重新导出（确实就是这样写的，在前面加一个英文撇号 '）")
      : nil
  }

  /// One digit, perhaps a fraction, E, a sign and at least two digits: as spreadsheets write it.
  private static func isScientific(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mark = cell.firstIndex(where: { $0 | 0x20 == 0x65 }), cell.count - mark >= 4,
      cell[mark + 1] == 0x2B || cell[mark + 1] == 0x2D
    else { return false }
    guard cell[(mark + 2)...].allSatisfy({ (0x30...0x39).contains($0) }), mark == 1 || cell[1] == 0x2E else {
      return false
    }
    return mark <= 2 ? mark == 1 : cell[2..<mark].allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isRounded(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell[0] != 0x30, cell.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    return cell[15...].allSatisfy { $0 == 0x30 }
  }
}
