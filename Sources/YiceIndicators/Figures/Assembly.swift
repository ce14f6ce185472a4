internal import GRDB
internal import YiceModel
internal import YiceStandards

/// Puts the figures together from the worked tables, and judges them.
struct Assembly {
  let db: Database
  let profile: Profile
  let year: Int
  let scope: Scope
  let schools: [String: School]
  let tables: WorkedTables
  let relaxations: RelaxationTable
  let uncounted: [UncountedGroup]

  init(
    _ db: Database, schools: [School], scope: Scope, profile: Profile, year: Int, on day: String? = nil
  ) throws {
    self.db = db
    self.profile = profile
    self.year = year
    self.scope = scope
    var byCode: [String: School] = [:]
    for school in schools { byCode[school.orgCode] = school }
    self.schools = byCode
    tables = try WorkedTables(db)
    relaxations = try RelaxationTable(db, on: day)
    uncounted = try ElementReading.uncountedGroups(db)
  }

  func county() throws -> CountyFigures {
    let stages = try Stage.compulsory.map(stageFigures)
    let empty = withoutPupils()
    return try CountyFigures(
      profile: profile, year: year, stages: stages,
      leftOut: (scope.leftOut + empty).sorted { $0.orgCode < $1.orgCode },
      findings: FigureFindings(self, stages: stages, empty: empty).all(), uncounted: uncounted
    ).withoutSpread(ifOneSchool: db)
  }

  /// Schools in scope that give no segment.
  private func withoutPupils() -> [LeftOut] {
    let segments = Set(tables.pupils.map(\.key.orgCode))
    return scope.into.filter { $0.key == $0.value && !segments.contains($0.key) }.keys.sorted()
      .compactMap { schools[$0] }.map { school in
        LeftOut(
          orgCode: school.orgCode, name: school.name, kind: school.kind, reason: .noPupils,
          text: "没有小学、初中在校生", into: nil)
      }
  }
}

// MARK: - Segments

extension Assembly {
  private func segment(_ key: SegmentKey, _ stage: Stage, pupils: Int) throws -> SegmentFigures? {
    guard let school = schools[key.orgCode] else { return nil }
    let values = try profile.indicators.map { try value($0, key, stage, pupils: pupils) }
    let verdict = passes(values)
    let relaxed = values.contains { $0.relaxed != nil } ? passes(values.map(\.asRelaxed))?.passes : nil
    return SegmentFigures(
      orgCode: school.orgCode, name: school.name, kind: school.kind, runBy: school.runBy,
      urbanRural: school.urbanRural, stage: stage, pupils: pupils, grades: tables.classes[key]?.grades,
      classes: tables.classes[key]?.classes,
      includes: scope.includes[key.orgCode] ?? [], values: values, metCount: values.count { $0.met == true },
      passes: verdict?.passes, passFlips: verdict?.flips ?? false, passesRelaxed: relaxed,
      isAwaited: ([key.orgCode] + (scope.includes[key.orgCode] ?? [])).contains { tables.awaited[$0] != nil },
      sharesWithKindergarten: tables.kindergartens.contains(key.orgCode))
  }

  private func value(
    _ rule: IndicatorRule, _ key: SegmentKey, _ stage: Stage, pupils: Int
  ) throws -> IndicatorValue {
    let worked = tables.values[key]?[rule.id]
    let exact = { () throws -> ExactFraction in
      try WorkedTables.exactAmount(db, key, rule.id)
        * ExactFraction(Int128(rule.per), Int128(pupils))
    }
    let threshold = rule.thresholds[stage]
    let mark = threshold.map { Rational(decimal: $0) }
    let near = Rational(decimal: profile.passRule?.near ?? 1)
    var met = Verdict.none
    var at85 = Verdict.none
    if let value = worked?.value, let mark {
      met = try Verdict(value, reaching: mark, compare: profile.compare, exact: exact)
      at85 = try Verdict(value, reaching: mark * near, compare: profile.compare, exact: exact)
    }
    return IndicatorValue(
      id: rule.id, numerator: worked?.amount, value: worked?.value,
      text: try worked?.value.map { try RoundedText.of($0, places: 2, exact: exact) },
      threshold: threshold,
      met: mark.map { _ in met.reaches }, at85: mark.map { _ in at85.reaches }, metFlips: met.flips,
      at85Flips: at85.flips, terms: rule.terms.map { term($0, key) },
      missing: tables.missing[key]?[rule.id] ?? [],
      relaxed: try mark.flatMap { try relaxed(rule, key, worked, pupils, $0, $0 * near) })
  }

  /// The value with what a relaxation in force lets the school count besides.
  private func relaxed(
    _ rule: IndicatorRule, _ key: SegmentKey, _ worked: WorkedTables.Value?, _ pupils: Int, _ mark: Rational,
    _ near: Rational
  ) throws -> RelaxedValue? {
    let codes = [key.orgCode] + (scope.includes[key.orgCode] ?? [])
    guard profile.relaxations[rule.id] != nil, let row = relaxations.first(codes, rule.id),
      let amount = worked?.amount
    else { return nil }
    let numerator = amount + (tables.values[key]?[rule.id + "+"]?.amount ?? 0)
    let value = numerator * Double(rule.per) / Double(pupils)
    let exact = { () throws -> ExactFraction in
      let sum =
        try WorkedTables.exactAmount(db, key, rule.id) + WorkedTables.exactAmount(db, key, rule.id + "+")
      return sum * ExactFraction(Int128(rule.per), Int128(pupils))
    }
    return RelaxedValue(
      numerator: numerator, value: value,
      met: try Verdict(value, reaching: mark, compare: profile.compare, exact: exact).reaches,
      at85: try Verdict(value, reaching: near, compare: profile.compare, exact: exact).reaches,
      basis: row.basis, expiresOn: row.expiresOn)
  }

  private func term(_ term: IndicatorRule.Term, _ key: SegmentKey) -> TermFigure {
    let own = tables.sums[key]?[term.element]
    let shared = tables.sums[SegmentKey(orgCode: key.orgCode, stage: "")]?[term.element]
    var sources = (own?.sources ?? []).union(shared?.sources ?? [])
    let whole = SegmentKey(orgCode: key.orgCode, stage: "")
    if [key, whole].contains(where: { tables.told[$0]?.contains(term.element) == true }) {
      sources.insert(.register)
    }
    let amount = sources.isEmpty ? nil : (own?.amount ?? 0) + (shared?.amount ?? 0)
    return TermFigure(
      element: term.element, sign: term.sign, amount: amount,
      sources: AmountSource.allCases.filter(sources.contains))
  }

  /// 综合达标, and whether it would be the other way round under the other comparison.
  private func passes(_ values: [IndicatorValue]) -> (passes: Bool, flips: Bool)? {
    guard let rule = profile.passRule else { return nil }
    func verdict(flipped: Bool) -> Bool {
      let judged = values.filter { $0.met != nil }
      let met = judged.filter { $0.met != (flipped && $0.metFlips) }
      let rest = judged.filter { $0.met == (flipped && $0.metFlips) }
      return met.count >= rule.least && rest.allSatisfy { $0.at85 != (flipped && $0.at85Flips) }
    }
    let own = verdict(flipped: false)
    return (own, own != verdict(flipped: true))
  }
}

// MARK: - The county by 学段

extension Assembly {
  private func stageFigures(_ stage: Stage) throws -> StageFigures {
    let segments = try tables.pupils.filter { $0.key.stage == stage.rawValue }
      .compactMap { try segment($0.key, stage, pupils: $0.pupils) }
    return try StageFigures(db, profile, stage, segments)
  }
}

extension StageFigures {
  /// A 学段 of these segments, from table `county_value`, which must have been worked out over the same.
  init(_ db: Database, _ profile: Profile, _ stage: Stage, _ segments: [SegmentFigures]) throws {
    let indicators = try profile.indicators.map { rule in
      try CountyRow(
        db, profile, rule, stage, segments: segments.count,
        met: segments.count { $0.value(rule.id)?.met == true }
      ).indicator()
    }
    let limit = profile.compositeLimits[stage]
    let (composite, within) = try CountyRow.composite(db, profile, stage, indicators)
    self.init(
      stage: stage, segments: segments, indicators: indicators, composite: composite,
      compositeLimit: limit, compositeWithinLimit: within, passes: nil)
    let asked = [profile.passRule == nil, profile.cvLimits[stage] == nil, limit == nil].contains(false)
    if asked, !segments.isEmpty {
      passes =
        segments.allSatisfy { $0.passes != false }
        && indicators.allSatisfy { $0.limit == nil || $0.withinLimit == true }
        && (limit == nil || within == true)
    }
  }
}
