/// Numbers as decimal text, the one place where it is made.
package enum DecimalText {
  /// Half up on the decimal that the number stands for: a quotient that lies within a billionth of a half is the half
  /// that its exact value is.
  package static func rounded(_ value: Double, places: Int) -> String {
    let power = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = value * power
    let nudged = scaled + 0.5 + abs(scaled) * 1e-12
    return Rational(Int128(nudged.rounded(.down)), Int128(power)).text(places: places)
  }

  /// Without zeros behind the point that say nothing.
  package static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var kept = Substring(text)
    while kept.hasSuffix("0") { kept.removeLast() }
    if kept.hasSuffix(".") { kept.removeLast() }
    return String(kept)
  }
}
