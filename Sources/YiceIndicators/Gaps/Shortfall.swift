internal import YiceModel

/// How many units a numerator lacks; counted on exact values.
struct Shortfall {
  let amount: ExactFraction
  /// The amount as a Double, to begin the search near its end.
  let approximate: Double
  let pupils: Int
  let per: Int
  let share: Rational
  let step: Double

  /// The least whole number n with (amount + n × step × share) × per ÷ pupils ≥ mark.
  func units(to mark: Rational) -> Int64 {
    let wanted = mark.double * Double(pupils) / Double(per) - approximate
    let guess = (wanted / (step * share.double)).rounded(.down) - 1
    var units = Int64(max(0, guess))
    while !reaches(units, mark) { units += 1 }
    while units > 0, reaches(units - 1, mark) { units -= 1 }
    return units
  }

  private func reaches(_ units: Int64, _ mark: Rational) -> Bool {
    let added = ExactFraction(Int128(units)) * ExactFraction(Rational(decimal: step)) * ExactFraction(share)
    return (amount + added) * ExactFraction(Int128(per), Int128(pupils)) >= ExactFraction(mark)
  }
}
