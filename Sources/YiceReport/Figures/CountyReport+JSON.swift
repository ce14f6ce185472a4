package import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

extension CountyReport {
  /// Everything in full figures, with English keys.
  package var json: JSONValue {
    .object([
      (
        "standard",
        .object([
          ("id", .string(figures.profile.id)), ("version", .string(figures.profile.version)),
          ("name", .string(figures.profile.name)), ("document", .string(figures.profile.document)),
          ("adjusted", .integer(Int64(figures.profile.adjustments))),
        ])
      ),
      ("school_year", .integer(Int64(figures.year))),
      ("passes", .bool(figures.passes)), ("passes_relaxed", .bool(figures.passesRelaxed)),
      ("stages", .array(figures.stages.map(json))),
      (
        "left_out",
        .array(
          figures.leftOut.map { left in
            .object([
              ("org_code", .string(left.orgCode)), ("name", .string(left.name)),
              ("kind", .string(left.kind)), ("reason", .string(left.reason.rawValue)),
              ("text", .string(left.text)), ("into", left.into.map { .string($0) } ?? .null),
            ])
          })
      ),
      (
        "findings",
        .array(
          figures.findings.map { finding in
            .object([
              ("severity", .string(finding.severity.rawValue)), ("code", .string(finding.code)),
              ("message", .string(finding.message)),
            ])
          })
      ),
    ])
  }

  private func json(_ stage: StageFigures) -> JSONValue {
    .object([
      ("stage", .string(stage.stage.english)), ("label", .string(stage.stage.rawValue)),
      ("pupils", .integer(Int64(stage.pupils))), ("passes", .bool(stage.passes)),
      ("school_count", .integer(Int64(stage.segmentCount))),
      ("passing_schools", .integer(Int64(stage.passingSegments))),
      ("composite_cv", .number(stage.composite)),
      (
        "indicators",
        .array(
          stage.indicators.map { indicator in
            .object([
              ("id", .string(indicator.id)),
              ("label", .string(figures.profile.indicator(indicator.id)?.label ?? indicator.id)),
              ("mean", .number(indicator.mean)), ("cv", .number(indicator.cv)),
              ("cv_unweighted", .number(indicator.unweightedCV)), ("limit", .number(indicator.limit)),
              ("within_limit", .bool(indicator.withinLimit)),
              ("schools", .integer(Int64(indicator.segments))),
              ("schools_counted", .integer(Int64(indicator.counted))),
              ("schools_met", .integer(Int64(indicator.met))),
            ])
          })
      ),
      ("schools", .array(stage.segments.map(json))),
    ])
  }

  private func json(_ segment: SegmentFigures) -> JSONValue {
    .object([
      ("org_code", .string(segment.orgCode)), ("name", .string(segment.name)),
      ("kind", .string(segment.kind)), ("pupils", .integer(Int64(segment.pupils))),
      ("classes", segment.classes.map { .integer(Int64($0)) } ?? .null),
      ("includes", .array(segment.includes.map { .string($0) })),
      ("awaited", .bool(segment.isAwaited)),
      ("met_count", .integer(Int64(segment.metCount))), ("passes", .bool(segment.passes)),
      ("passes_relaxed", .bool(segment.passesRelaxed)), ("flips_when_rounded", .bool(segment.passFlips)),
      (
        "values",
        .array(
          segment.values.map { value in
            .object([
              ("id", .string(value.id)), ("value", .number(value.value)),
              ("numerator", .number(value.numerator)), ("threshold", .number(value.threshold)),
              ("met", .bool(value.met)), ("reaches_85", .bool(value.at85)),
              ("flips_when_rounded", .bool(value.metFlips)),
              ("sources", .array(value.sources.map { .string($0 == .register ? "register" : "statement") })),
              ("unverified", .array(segment.assumptions(value, figures.profile).map { .string($0.text) })),
            ])
          })
      ),
    ])
  }
}
