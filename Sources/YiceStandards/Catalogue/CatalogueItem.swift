package import YiceModel

/// 应配目录的一行: what a school must have, of whom it is asked, and where the present number comes from.
package struct CatalogueItem: Sendable, Equatable {
  package let id: String
  package let category: String
  package let label: String
  package let unit: String
  /// Worked out for each 学段 apart; otherwise once for the whole school.
  package let bySegment: Bool
  /// 学段 (primary, junior) or kinds (primary, junior, nine_year), and teaching_point.
  package let appliesTo: Set<String>
  package let condition: Condition?
  package let rule: RequirementRule
  /// Smallest usable area of one room that counts, ㎡.
  package let minArea: Double?
  /// e.g. `room:music`; nil: the clerk types it.
  package let derivedFrom: String?
  package let indicator: String?
  package let source: String
  package let verified: Bool
  /// What of a verified line is inferred, in words.
  package let unverified: String?
  /// The same line as provinces ask for it.
  package let variants: [Variant]
  /// The place of the variant that was chosen; nil: the line as it stands in the catalogue.
  package let place: String?

  package enum Condition: String, Sendable, CaseIterable {
    case boarding
    case nonBoarding = "non_boarding"
    case youngPioneers = "young_pioneers"
    case servesMeals = "serves_meals"
    case specialNeedsPupils5 = "special_needs_pupils_5"

    /// As the ledger says it where no register can tell.
    package var label: String {
      switch self {
      case .boarding: "寄宿制学校"
      case .nonBoarding: "非寄宿制学校"
      case .youngPioneers: "有小学学段"
      case .servesMeals: "供餐的学校"
      case .specialNeedsPupils5: "招收5名以上残疾学生的学校"
      }
    }
  }

  /// What a province asks for in place of the line's own rule, with its own source.
  package struct Variant: Sendable, Equatable {
    package let place: String
    package let rule: RequirementRule
    package let source: String
    package let verified: Bool
  }

  /// The line as that place asks for it; nil where the catalogue has no such variant.
  package func chosen(_ place: String) -> CatalogueItem? {
    guard let variant = variants.first(where: { $0.place == place }) else { return nil }
    return CatalogueItem(
      id: id, category: category, label: label, unit: unit, bySegment: bySegment, appliesTo: appliesTo,
      condition: condition, rule: variant.rule, minArea: minArea, derivedFrom: derivedFrom,
      indicator: indicator, source: variant.source, verified: variant.verified, unverified: nil,
      variants: variants, place: place)
  }

  /// Things that are counted: a fraction asks for one more.
  package var isCounted: Bool { ["间", "人", "块", "个", "套", "台", "项"].contains(unit) }

  /// What stands under 标准依据 on paper; what was not found in an official text says so.
  package var basis: String {
    (place.map { "\($0)：" } ?? "") + source + (verified ? unverified.map { "（其中未核实：\($0)）" } ?? "" : "（待核实）")
  }
}

/// How many are asked for.
package indirect enum RequirementRule: Sendable, Equatable {
  case perClasses(onePer: Int, least: Int)
  /// By number of classes or pupils; rows do not overlap.
  case table(by: Count, rows: [TableRow], then: Then?)
  case perPupil(value: Rational, per: Int, of: Heads)
  case ratio(onePer: Rational, of: Heads, least: Int)
  case flat(Rational)

  package enum Count: Sendable { case classes, pupils }
  package enum Heads: String, Sendable { case pupils, boys, girls, boarders, teachers }
  package struct TableRow: Sendable, Equatable {
    let range: ClosedRange<Int>
    let required: Rational
  }
  /// `add` more for every full `each` above `from`.
  package struct Then: Sendable, Equatable {
    let from: Int
    let each: Int
    let add: Int
  }
}

/// What requirements are worked out from; nil where no register tells.
package struct SchoolCounts: Sendable, Equatable {
  package var classes: Int
  package var pupils: Int
  package var boys: Int?
  package var boarders: Int?
  package var teachers: Int?

  package init(classes: Int, pupils: Int, boys: Int? = nil, boarders: Int? = nil, teachers: Int? = nil) {
    self.classes = classes
    self.pupils = pupils
    self.boys = boys
    self.boarders = boarders
    self.teachers = teachers
  }

  fileprivate func heads(_ which: RequirementRule.Heads) -> Int? {
    switch which {
    case .pupils: pupils
    case .boys: boys
    case .girls: boys.map { pupils - $0 }
    case .boarders: boarders
    case .teachers: teachers
    }
  }
}

extension CatalogueItem {
  /// 应配 in the line's unit, at most four decimals; nil where it cannot be worked out.
  package func required(_ counts: SchoolCounts) -> Double? {
    guard let exact = rule.amount(counts) else { return nil }
    return isCounted ? Double(exact.roundedUp) : exact.roundedHalfUp(places: 4).double
  }
}

extension RequirementRule {
  fileprivate func amount(_ counts: SchoolCounts) -> Rational? {
    switch self {
    case .perClasses(let onePer, let least):
      return Rational(Int128(max(least, (counts.classes + onePer - 1) / onePer)))
    case .table(let by, let rows, let then):
      let number = by == .classes ? counts.classes : counts.pupils
      guard number > 0, let row = rows.first(where: { $0.range.contains(number) }) else { return nil }
      guard let then, number > then.from else { return row.required }
      return row.required + Rational(Int128((number - then.from) / then.each * then.add))
    case .perPupil(let value, let per, let of):
      return counts.heads(of).map { value * Rational(Int128($0), Int128(per)) }
    case .ratio(let onePer, let of, let least):
      guard let heads = counts.heads(of) else { return nil }
      let asked = Rational(Int128(heads)) / onePer
      return asked < Rational(Int128(least)) ? Rational(Int128(least)) : asked
    case .flat(let value): return value
    }
  }
}

extension Rational {
  /// The least whole number that is not below.
  fileprivate var roundedUp: Int128 {
    let whole = numerator / denominator
    return whole * denominator < numerator ? whole + 1 : whole
  }
}
