import YiceModel
import YiceTestSupport

/// Where a boundary county puts an indicator.
enum Boundary: CaseIterable {
  /// As near above as a unit allows: just at the mark where the pupils allow it.
  case at
  case oneUnitBelow
  case oneUnitAbove
  /// As near above half a hundredth under the mark as a unit allows: rounding takes it over.
  case rounding
  case belowRounding
}

extension TestCounty {
  /// Schools whose every indicator lies at, or a unit beside, its threshold or 85 % of it.
  /// - Parameter prefix: nine digits, which the tenth follows.
  static func boundary(_ random: inout SplitMix64, prefix: String = "210000000") -> TestCounty {
    var county = TestCounty()
    for number in 0..<Int.random(in: 1...4, using: &random) {
      let isPrimary = Int.random(in: 0...1, using: &random) == 0
      let code = "\(prefix)\(number)"
      let pupils =
        [500, 1000, 20_000, 20_000, Int.random(in: 60...1500, using: &random)]
        .randomElement(using: &random) ?? 500
      county.schools.append(School(code: code, kind: isPrimary ? "小学" : "初级中学"))
      county.rolls.append(Roll(org: code, stage: isPrimary ? .primary : .junior, pupils: pupils))
      // Most indicators are well met, so that the school's verdict hangs on one or two.
      let hanging = Set((0..<7).shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)))
      for (index, mark) in marks(isPrimary).enumerated() {
        let full = Rational(decimal: mark)
        let target = Int.random(in: 0...1, using: &random) == 0 ? full : full * Rational(85, 100)
        let boundary = hanging.contains(index) ? Boundary.allCases.randomElement(using: &random) : nil
        county.place(index, code, pupils, boundary, target, isPrimary)
      }
    }
    return county
  }

  private static func marks(_ isPrimary: Bool) -> [Double] {
    isPrimary ? [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3] : [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4]
  }

  /// - Parameter boundary: nil: twice the mark.
  private mutating func place(
    _ index: Int, _ code: String, _ pupils: Int, _ boundary: Boundary?, _ mark: Rational, _ isPrimary: Bool
  ) {
    let isArea = [3, 4, 5].contains(index)
    let per: Int128 = isArea ? 1 : 100
    // People and rooms are whole; areas and money have two decimals.
    let units: Int128 = isArea ? 100 : 1
    func least(_ value: Rational) -> Int128 {
      let wanted = value * Rational(Int128(pupils) * units, per)
      return (wanted.numerator + wanted.denominator - 1) / wanted.denominator
    }
    let half = Rational(-5, 1000)
    let count =
      switch boundary {
      case nil: 2 * least(mark) + 1
      case .at: least(mark)
      case .oneUnitBelow: least(mark) - 1
      case .oneUnitAbove: least(mark) + 1
      case .rounding: least(mark + half)
      case .belowRounding: least(mark + half) - 1
      }
    let amount = Double(max(0, count)) / Double(units)
    let stage: Stage = isPrimary ? .primary : .junior
    let parts: [(String, Double)] =
      switch index {
      case 0: [("高于规定学历教师数", amount)]
      case 1: [("骨干教师数", amount)]
      case 2: [("体育教师数", (amount / 2).rounded(.down)), ("艺术教师数", amount - (amount / 2).rounded(.down))]
      case 3: [("教学及辅助用房面积", amount)]
      case 4: [("运动场地面积", amount), ("室内体育用房面积", 0)]
      case 5: [("教学仪器设备值", amount)]
      default: [("网络多媒体教室数", amount)]
      }
    for (element, value) in parts {
      let byStage = Element.named(element)?.byStage ?? false
      statements.append(Statement(org: code, element: element, value: value, stage: byStage ? stage : nil))
    }
  }
}
