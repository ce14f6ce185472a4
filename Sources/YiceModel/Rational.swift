/// An exact fraction, for comparing with a threshold where the nearest Double cannot decide.
///
/// Amounts have at most four decimals and weights two, so numerators stay far inside 128 bits for any school.
package struct Rational: Sendable {
  package let numerator: Int128
  package let denominator: Int128

  /// Denominator must not be 0; the sign goes to the numerator.
  package init(_ numerator: Int128, _ denominator: Int128 = 1) {
    precondition(denominator != 0, "a fraction needs a denominator")
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  /// The decimal that the shortest spelling of this Double stands for, to `places` decimals: 4.2 is 42/10.
  package init(decimal value: Double, places: Int = 4) {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    self.init(Int128((value * Double(scale)).rounded()), scale)
  }

  package var double: Double { Double(numerator) / Double(denominator) }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}

// MARK: - Arithmetic

extension Rational {
  package static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  package static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  package static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }
}

// MARK: - Comparable

extension Rational: Comparable {
  package static func == (left: Rational, right: Rational) -> Bool {
    left.numerator == right.numerator && left.denominator == right.denominator
  }

  package static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

// MARK: - Rounding

extension Rational {
  /// Half up on the exact value, as figures are printed (domain: readings settled).
  /// - Parameter places: decimals to keep.
  package func roundedHalfUp(places: Int) -> Rational {
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = numerator * scale * 2 + denominator
    let divisor = denominator * 2
    var whole = scaled / divisor
    if scaled < 0, whole * divisor != scaled { whole -= 1 }
    return Rational(whole, scale)
  }

  /// The value as decimal text, rounded half up.
  package func text(places: Int) -> String {
    let rounded = roundedHalfUp(places: places)
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let units = rounded.numerator * (scale / rounded.denominator)
    let magnitude = units.magnitude
    let whole = magnitude / UInt128(scale)
    let sign = units < 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let fraction = String(magnitude % UInt128(scale))
    return "\(sign)\(whole)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
