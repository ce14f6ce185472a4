package import YiceModel
package import YiceStandards

/// A county's figures of one year under one profile: what reports, forms and commands read.
package struct CountyFigures: Sendable {
  /// The profile they were worked out with; print `profile.name`.
  package var profile: Profile
  /// First year of the 学年.
  package var year: Int
  /// 小学 and 初中, in this order; a 学段 without segments is there with an empty list.
  package var stages: [StageFigures]
  package var leftOut: [LeftOut]
  package var findings: [Finding]
  /// Rows of registers that count nowhere (未计入); also among the findings.
  package var uncounted: [UncountedGroup] = []
  /// Of a file that holds one school only: there are no coefficients, and the verdict is the school's.
  package var isOneSchool = false
  /// What the figures are of, as texts call it.
  package var place: String { isOneSchool ? "本校" : "全县" }
  /// Whether every 学段 that has segments passes; nil where none has a verdict.
  package var passes: Bool? {
    let verdicts = stages.compactMap(\.passes)
    return verdicts.isEmpty ? nil : verdicts.allSatisfy { $0 }
  }

  /// The same with the relaxations in force for single schools; nil where none is.
  package var passesRelaxed: Bool? {
    guard stages.contains(where: { $0.segments.contains { $0.passesRelaxed != nil } }) else { return nil }
    let verdicts = stages.filter { $0.passes != nil }.map(\.passesWithRelaxations)
    return verdicts.isEmpty ? nil : verdicts.allSatisfy { $0 }
  }

  package func stage(_ stage: Stage) -> StageFigures? { stages.first { $0.stage == stage } }
}

/// A school that has no segment of its own, and why.
package struct LeftOut: Sendable, Equatable {
  package enum Reason: String, Sendable {
    /// Its kind does not count.
    case kind
    /// Who runs it does not count.
    case runBy = "run_by"
    /// A 教学点 with too few pupils.
    case smallPoint = "small_point"
    /// 纳入方式 says 不纳入.
    case named
    /// 并入 a school that is not there, is left out itself, or leads back in a ring.
    case target
    /// Counted within another school.
    case merged
    /// No pupils in 小学 or 初中.
    case noPupils = "no_pupils"
  }

  package var orgCode: String
  package var name: String
  package var kind: String
  package var reason: Reason
  /// The reason as a report prints it.
  package var text: String
  /// The school it is counted in, for `merged`.
  package var into: String?
}

/// One 学段 of the county.
package struct StageFigures: Sendable {
  package var stage: Stage
  /// One a school, by code; schools 并入 another are inside it.
  package var segments: [SegmentFigures]
  /// One an indicator of the profile, in its order.
  package var indicators: [CountyIndicator]
  /// 综合差异系数 (2012); nil where the profile sets none or a coefficient is undefined.
  package var composite: Double?
  package var compositeLimit: Double?
  package var compositeWithinLimit: Bool?
  /// Every school passes and every 差异系数 is within its limit; nil without segments or without a rule.
  package var passes: Bool?
  /// What a summary keeps of its segments, which it does not hold; nil where they are here.
  package var counts: Counts? = nil

  package struct Counts: Sendable, Equatable {
    package var segments = 0
    package var passing = 0
    package var pupils = 0
  }

  package var segmentCount: Int { counts?.segments ?? segments.count }
  package var pupils: Int { counts?.pupils ?? segments.reduce(0) { $0 + $1.pupils } }
  /// Schools as relaxed, 差异系数 strict.
  var passesWithRelaxations: Bool {
    segments.allSatisfy { $0.passesRelaxed ?? $0.passes != false }
      && indicators.allSatisfy { $0.limit == nil || $0.withinLimit == true }
      && (compositeLimit == nil || compositeWithinLimit == true)
  }
  package var passingSegments: Int { counts?.passing ?? segments.count { $0.passes == true } }
  package func indicator(_ id: String) -> CountyIndicator? { indicators.first { $0.id == id } }
}

/// One indicator over a 学段 of the county.
package struct CountyIndicator: Sendable {
  package var id: String
  /// Ratio of totals, in the indicator's unit; nil where no segment has the value.
  package var mean: Double?
  /// The mean as it is printed: 2 decimals, half up on the exact value.
  package var meanText: String?
  /// 校际差异系数 weighted by pupils; nil where the mean is 0 or missing. Print with 3 decimals.
  package var cv: Double?
  /// 标准差 S of the schools' values, weighted by pupils, in the indicator's unit; nil where the coefficient is undefined.
  package var deviation: Double? { cv.flatMap { cv in mean.map { cv * $0 } } }
  /// Every segment weighing the same; for comparison with other tools only.
  package var unweightedCV: Double?
  package var limit: Double?
  /// nil where the coefficient is undefined or no limit is set.
  package var withinLimit: Bool?
  /// Segments that have the value; the mean and the coefficients are over these.
  package var counted: Int
  package var segments: Int
  package var met: Int
  /// A coefficient above its limit, as against one that cannot be worked out (`isUndefined`).
  package var isOver: Bool { withinLimit == false }
  /// A limit is set, and there is no coefficient: the mean is 0, or nobody has the value.
  package var isUndefined: Bool { limit != nil && cv == nil }
}
