internal import YiceModel

/// A ratio some of whose people have an empty cell: least and most it can be, whatever they would say. Decision 0123.
struct KnownShare {
  private let least: Rational
  private let most: Rational
  private let unknownAbove: Int64
  private let unknownBelow: Int64
  private let whole: Int64
  /// Of how many the numerator is known, in ten-thousandths: what the ratio is printed over.
  let knownWhole: Int64

  /// nil where nothing is unknown.
  init?(_ above: ItemAmounts.Amount, _ below: ItemAmounts.Amount, per: Int) {
    guard above.unknown + below.unknown > 0, let numerator = above.e4, let denominator = below.e4,
      denominator > 0
    else { return nil }
    func ratio(_ part: Int64, _ whole: Int64) -> Rational {
      Rational(Int128(part) * Int128(per), Int128(whole))
    }
    least = ratio(numerator, denominator + below.unknown)
    most = ratio(numerator + above.unknown, denominator)
    unknownAbove = above.unknown / 10_000
    unknownBelow = below.unknown / 10_000
    whole = denominator / 10_000
    knownWhole = denominator > above.unknown ? denominator - above.unknown : denominator
  }

  /// nil: it depends on those who are unknown.
  func reaches(_ mark: Rational) -> Bool? {
    if least >= mark { return true }
    return most < mark ? false : nil
  }

  /// 「已知 18 人，12 人没有填」
  var words: String {
    var words: [String] = []
    if unknownAbove > 0 { words.append("分子有 \(unknownAbove) 人没有填，已知 \(max(0, whole - unknownAbove)) 人的") }
    if unknownBelow > 0 { words.append("分母有 \(unknownBelow) 人没有填") }
    return words.joined(separator: "，")
  }
}
