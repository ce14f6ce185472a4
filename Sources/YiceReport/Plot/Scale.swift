/// Takes values to places on a drawing, linearly; values outside are held at its ends.
struct Scale {
  let domain: ClosedRange<Double>
  let range: ClosedRange<Double>

  /// A domain from 0 to a round number not below `upper`.
  init(zeroTo upper: Double, range: ClosedRange<Double>) {
    self.init(domain: 0...Scale.roundUp(upper), range: range)
  }

  init(domain: ClosedRange<Double>, range: ClosedRange<Double>) {
    self.domain = domain
    self.range = range
  }

  func callAsFunction(_ value: Double) -> Double {
    let extent = domain.upperBound - domain.lowerBound
    guard value.isFinite, extent > 0 else { return range.lowerBound }
    let share = min(1, max(0, (value - domain.lowerBound) / extent))
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }

  /// Round values within the domain, about `count` of them.
  func ticks(_ count: Int) -> [Double] {
    let extent = domain.upperBound - domain.lowerBound
    guard extent > 0, count > 0 else { return [domain.lowerBound] }
    let step = Scale.roundUp(extent / Double(count))
    let first = (domain.lowerBound / step).rounded(.up)
    return (0...count * 2).map { (first + Double($0)) * step }.filter {
      $0 <= domain.upperBound + step * 1e-9
    }
  }

  /// The least of 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten that is not below the value.
  static func roundUp(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    let steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
    return (steps.first { $0 * power >= value * (1 - 1e-12) } ?? 10) * power
  }
}
