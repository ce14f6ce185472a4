internal import YiceModel

/// Whether a mean of coefficients, each a square root, is within a limit; near the limit decided on whole numbers.
///
/// A sum of roots is a fraction only where every root is one, so bounds of 2⁻¹⁰⁰ around each tell all other sums from the
/// limit; a sum within the bounds is the limit itself. Decision 0121.
enum CompositeLimit {
  /// Whether one coefficient is at most, and at least, a mark; exact.
  struct Coefficient {
    let value: Double
    let isAtMost: (ExactFraction) -> Bool
    let isAtLeast: (ExactFraction) -> Bool
  }

  /// - Parameter coefficients: asked for only near the limit.
  /// - Returns: the mean, which is the limit itself where it is so exactly, and whether it is within.
  static func judged(_ mean: Double, _ limit: Double, _ coefficients: () throws -> [Coefficient]) rethrows
    -> (value: Double, within: Bool)
  {
    guard abs(mean - limit) <= Verdict.tolerance * max(1, limit) else { return (mean, mean < limit) }
    let all = try coefficients()
    let low = all.reduce(ExactFraction(0)) { $0 + ExactFraction(floor($1), scale) }
    let most = ExactFraction(Rational(decimal: limit)) * ExactFraction(Int128(all.count))
    // Were each root a whole step larger the sum would be all.count steps larger: what is not above the limit at the
    // lower end is the limit or below it, for it cannot lie within so little of it and not be it.
    let isLimit = low <= most && most <= low + ExactFraction(Int128(all.count), scale)
    return (isLimit ? limit : mean, low <= most)
  }

  private static let scale = Int128(1) << 100

  /// Steps of 2⁻¹⁰⁰ that the coefficient holds.
  private static func floor(_ coefficient: Coefficient) -> Int128 {
    let near = Int128(coefficient.value * 0x1p100)
    let width = max(Int128(1) << 56, near >> 40)
    var low = max(0, near - width)
    var high = near + width
    while low < high {
      let middle = low + (high - low + 1) / 2
      if coefficient.isAtLeast(ExactFraction(middle, scale)) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
