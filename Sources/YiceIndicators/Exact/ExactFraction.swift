internal import YiceModel

/// An exact fraction of any size, kept as (plus − minus) ÷ denominator and never reduced.
///
/// `Rational` is the type for single figures. This one holds sums over campuses and schools, whose denominators
/// multiply past any fixed width; it is made only where a Double lies within a hair of its limit.
struct ExactFraction {
  private let plus: Natural
  private let minus: Natural
  private let denominator: Natural

  private init(plus: Natural, minus: Natural, denominator: Natural) {
    self.plus = plus
    self.minus = minus
    self.denominator = denominator
  }

  /// Denominator must be above 0.
  init(_ numerator: Int128, _ denominator: Int128 = 1) {
    precondition(denominator > 0, "a fraction needs a denominator above 0")
    plus = Natural(numerator > 0 ? numerator.magnitude : 0)
    minus = Natural(numerator < 0 ? numerator.magnitude : 0)
    self.denominator = Natural(denominator.magnitude)
  }

  init(_ rational: Rational) { self.init(rational.numerator, rational.denominator) }

  static func + (left: ExactFraction, right: ExactFraction) -> ExactFraction {
    ExactFraction(
      plus: left.plus * right.denominator + right.plus * left.denominator,
      minus: left.minus * right.denominator + right.minus * left.denominator,
      denominator: left.denominator * right.denominator)
  }

  static func * (left: ExactFraction, right: ExactFraction) -> ExactFraction {
    ExactFraction(
      plus: left.plus * right.plus + left.minus * right.minus,
      minus: left.plus * right.minus + left.minus * right.plus,
      denominator: left.denominator * right.denominator)
  }

  static func <= (left: ExactFraction, right: ExactFraction) -> Bool {
    let small = left.plus * right.denominator + right.minus * left.denominator
    let large = right.plus * left.denominator + left.minus * right.denominator
    return !(large < small)
  }

  static func >= (left: ExactFraction, right: ExactFraction) -> Bool { right <= left }
}
