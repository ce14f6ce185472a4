/// A number format that shows money with its unit, or an amount in tens of thousands: `0.00"万元"` shows 12.5 as 12.50万元, and
/// `0!.0,"万元"` shows 125000 as 12.5万元.
///
/// Formats that name what is counted (`0"人"`) are none: their number is what counts.
package struct AmountPattern: Equatable, Sendable {
  /// Digits by which the shown number is smaller than the stored one.
  let scale: Int
  /// 万元, as it stands behind the number.
  let unit: String

  private static let firsts: Set<Character> = ["元", "百", "千", "万", "亿", "亩", "公"]

  init?(_ code: String) {
    var hasDigits = false
    var commas = 0
    /// Places behind a point that the format only draws; nil before it.
    var drawn: Int?
    var unit = ""
    func isPoint(_ text: some StringProtocol) -> Bool { text == "." }
    func literal(_ text: String) {
      if hasDigits, isPoint(text) { drawn = 0 } else if hasDigits { unit += text }
    }
    var rest = Substring(code)
    reading: while let character = rest.popFirst() {
      switch character {
      case "\"":
        literal(String(rest.prefix { $0 != "\"" }))
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "!":
        if let next = rest.popFirst() { literal(String(next)) }
      case "_", "*": rest = rest.dropFirst()
      case "[": rest = rest.drop { $0 != "]" }.dropFirst()
      case "0", "#", "?":
        guard unit.isEmpty else { return nil }
        hasDigits = true
        commas = 0
        drawn = drawn.map { $0 + 1 }
      case ",": commas += hasDigits ? 1 : 0
      case ".", " ": break
      // The first section is the one for positive numbers.
      case ";": break reading
      default:
        guard hasDigits, !character.isASCII else { return nil }
        unit.append(character)
      }
    }
    unit.removeAll(where: \.isWhitespace)
    guard let first = unit.first, AmountPattern.firsts.contains(first) else { return nil }
    scale = 3 * commas + (drawn ?? 0)
    guard scale <= 12 else { return nil }
    self.unit = unit
  }
}
