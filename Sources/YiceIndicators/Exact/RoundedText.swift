internal import YiceModel

/// A figure as it is printed: rounded half up on the exact value, so that what is read agrees with what 临界 says.
enum RoundedText {
  /// - Parameters:
  ///   - places: decimals to keep.
  ///   - exact: the value as a fraction; asked for only where a Double cannot tell which side of a half it lies on.
  static func of(_ value: Double, places: Int, exact: () throws -> ExactFraction) rethrows -> String {
    let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
    let scaled = value * Double(scale)
    guard scaled.isFinite, abs(scaled) < 1e30 else { return "\(value)" }
    var units = Int128(scaled.rounded(.down))
    let rest = scaled - scaled.rounded(.down)
    if abs(rest - 0.5) <= Verdict.tolerance * max(1, abs(scaled)) {
      if try exact() >= ExactFraction(2 * units + 1, 2 * scale) { units += 1 }
    } else if rest > 0.5 {
      units += 1
    }
    return Rational(units, scale).text(places: places)
  }
}
