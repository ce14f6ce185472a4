internal import YiceModel

/// The shortest decimal text that reads back as exactly `value`, without `.0` and, for magnitudes
/// from 1e-9 to 1e21, without an exponent.
///
/// - Parameter value: a finite number.
func shortestText(of value: Double) -> String {
  let text = value.description
  if text.hasSuffix(".0") { return String(text.dropLast(2)) }
  guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[mark...].dropFirst()) else {
    return text
  }
  guard (-9...21).contains(exponent) else { return shortMantissa(text, mark) }

  let mantissa = text[..<mark].drop { $0 == "-" }
  let digits = mantissa.filter { $0 != "." }
  let fraction = mantissa.firstIndex(of: ".").map { mantissa[$0...].count - 1 } ?? 0
  // The point stands after this many digits once the exponent is applied.
  let point = digits.count - fraction + exponent
  let plain: String
  if point <= 0 {
    plain = "0." + String(repeating: "0", count: -point) + digits
  } else if point >= digits.count {
    plain = digits + String(repeating: "0", count: point - digits.count)
  } else {
    plain = digits.prefix(point) + "." + digits.dropFirst(point)
  }
  return (value < 0 ? "-" : "") + DecimalText.trimmed(plain)
}

/// `1.0e+300` as `1e+300`.
private func shortMantissa(_ text: String, _ mark: String.Index) -> String {
  DecimalText.trimmed(String(text[..<mark])) + text[mark...]
}
