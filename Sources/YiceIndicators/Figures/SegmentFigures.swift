package import YiceModel

/// One 学段 of one school (a segment), with what is 并入 it. Decision 0011.
package struct SegmentFigures: Sendable {
  package var orgCode: String
  package var name: String
  package var kind: String
  /// 举办者类型 1–10.
  package var runBy: Int?
  /// 城乡代码.
  package var urbanRural: String?
  package var stage: Stage
  package var pupils: Int
  /// nil where no class register tells them.
  package var grades: Int?
  package var classes: Int?
  /// Codes of the schools counted in it besides itself.
  package var includes: [String]
  /// One an indicator of the profile, in its order.
  package var values: [IndicatorValue]
  /// Indicators met.
  package var metCount: Int
  /// 综合达标; nil where the profile has no rule.
  package var passes: Bool?
  /// 临界: the school's verdict would be the other one if values were compared the other way (exact or rounded).
  package var passFlips: Bool
  /// 综合达标 with the relaxations in force; nil where none is.
  package var passesRelaxed: Bool? = nil

  /// 待确认: rows carried from the year before that nobody confirmed, or no class yet that begins with the year.
  package var isAwaited = false
  /// Part of its rooms, grounds and equipment is 附设幼儿班's.
  package var sharesWithKindergarten = false

  package func value(_ id: String) -> IndicatorValue? { values.first { $0.id == id } }
}

/// One indicator of one segment.
package struct IndicatorValue: Sendable {
  package var id: String
  /// What is divided by pupils, in the element's unit (人, ㎡, 元, 间), after splitting; nil where 未填.
  package var numerator: Double?
  /// In the indicator's unit; nil where 未填.
  package var value: Double?
  /// The value as it is printed: 2 decimals, half up on the exact value; nil where 未填.
  package var text: String?
  package var threshold: Double?
  /// nil where the profile sets no threshold; false where 未填.
  package var met: Bool?
  /// Reaches 85 % (the profile's `near`) of the threshold; true wherever it is met.
  package var at85: Bool?
  /// 临界: the verdict would be the other one if values were compared the other way (exact or rounded).
  package var metFlips: Bool
  package var at85Flips: Bool
  package var terms: [TermFigure]
  /// Elements that are not filled in, with the codes of the schools that lack them.
  package var missing: [MissingElement]
  /// Beside the strict figures above, where the school has a relaxation in force for this indicator.
  package var relaxed: RelaxedValue?

  /// This value as the relaxation in force makes it; itself without one.
  var asRelaxed: IndicatorValue {
    guard let relaxed else { return self }
    var copy = self
    copy.met = relaxed.met
    copy.at85 = relaxed.at85
    copy.metFlips = false
    copy.at85Flips = false
    return copy
  }

  /// Where the amounts come from, each once.
  package var sources: [AmountSource] {
    AmountSource.allCases.filter { source in terms.contains { $0.sources.contains(source) } }
  }
}

/// An indicator as a relaxation (放宽认定) lets it count.
package struct RelaxedValue: Sendable, Equatable {
  package var numerator: Double
  package var value: Double
  package var met: Bool
  package var at85: Bool
  package var basis: String
  package var expiresOn: String
}

/// One term of a numerator.
package struct TermFigure: Sendable {
  package var element: String
  /// +1 adds, −1 takes away.
  package var sign: Int
  /// In the element's unit: of the 学段, or of the whole school before splitting.
  package var amount: Double?
  package var sources: [AmountSource]
}

package struct MissingElement: Sendable, Equatable {
  package var element: String
  package var orgCode: String
}

package enum AmountSource: String, Sendable, CaseIterable {
  case register = "登记册"
  case statement = "填报值"
}
