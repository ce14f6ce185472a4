internal import YiceModel
internal import YiceStandards

/// Whether a value reaches its threshold.
///
/// A Double decides unless it lies within 1e-9 of the mark; then the exact fraction does. Comparing after rounding half
/// up to two decimals is a comparison with another mark: round(v) ≥ t exactly when v ≥ t′ − 0.005, t′ being the
/// smallest number of two decimals that is not below t. So every verdict is one comparison, never a rounded value.
/// Decision 0012.
struct Verdict {
  let reaches: Bool
  /// 临界: the other way of comparing says otherwise.
  let flips: Bool

  /// The same as `init(…).reaches`, with the mark worked out beforehand; for long runs over many values.
  struct Mark {
    let exact: Rational
    let double: Double

    init(_ mark: Rational) {
      exact = mark
      double = mark.double
    }

    func isReached(_ value: Double, _ fraction: () throws -> ExactFraction) rethrows -> Bool {
      let distance = value - double
      guard abs(distance) <= tolerance * max(1, abs(double)) else { return distance > 0 }
      return try fraction() >= ExactFraction(exact)
    }
  }

  static let none = Verdict(reaches: false, flips: false)

  /// - Parameters:
  ///   - threshold: what is to be reached, exactly (for 85 %: the exact product).
  ///   - exact: the value as a fraction; asked for only near a mark.
  init(
    _ value: Double, reaching threshold: Rational, compare: Profile.Comparison,
    exact: () throws -> ExactFraction
  ) rethrows {
    let exactly = try Verdict.decide(value, threshold, exact)
    let rounded = try Verdict.decide(value, Verdict.roundingMark(threshold), exact)
    reaches = compare == .exact ? exactly : rounded
    flips = exactly != rounded
  }

  private init(reaches: Bool, flips: Bool) {
    self.reaches = reaches
    self.flips = flips
  }

  /// The least value that reaches a threshold under a way of comparing.
  static func mark(_ threshold: Rational, _ compare: Profile.Comparison) -> Rational {
    compare == .exact ? threshold : roundingMark(threshold)
  }

  /// The least value that rounds to `threshold` or more.
  private static func roundingMark(_ threshold: Rational) -> Rational {
    let hundredths = threshold.numerator * 100
    let floor = hundredths / threshold.denominator
    let ceiling = floor * threshold.denominator == hundredths ? floor : floor + 1
    return Rational(10 * ceiling - 5, 1000)
  }

  private static func decide(
    _ value: Double, _ mark: Rational, _ exact: () throws -> ExactFraction
  ) rethrows -> Bool {
    let distance = value - mark.double
    guard abs(distance) <= tolerance * max(1, abs(mark.double)) else { return distance > 0 }
    return try exact() >= ExactFraction(mark)
  }

  /// Far above what summing in Double loses, far below any difference that data of four decimals make.
  static let tolerance = 1e-9
}
