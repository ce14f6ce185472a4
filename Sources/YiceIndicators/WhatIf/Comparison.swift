package import YiceModel
internal import YiceStandards

/// A county before and after changes: what became another verdict, and every figure that moved.
package struct FigureComparison: Sendable {
  package var before: CountyFigures
  package var after: CountyFigures

  package init(before: CountyFigures, after: CountyFigures) {
    self.before = before
    self.after = after
  }

  package struct ValueChange: Sendable {
    package var stage: Stage
    package var orgCode: String
    package var name: String
    package var indicator: String
    package var before: IndicatorValue?
    package var after: IndicatorValue?
    package var passesBefore: Bool?
    package var passesAfter: Bool?
  }

  package struct SpreadChange: Sendable {
    package var stage: Stage
    package var indicator: String
    package var before: CountyIndicator
    package var after: CountyIndicator
  }

  /// Values that differ, by 学段 and school.
  package var values: [ValueChange] {
    Stage.compulsory.flatMap { stage -> [ValueChange] in
      let old = before.stage(stage)?.segments ?? []
      let new = after.stage(stage)?.segments ?? []
      var oldByCode: [String: SegmentFigures] = [:]
      var newByCode: [String: SegmentFigures] = [:]
      for segment in old { oldByCode[segment.orgCode] = segment }
      for segment in new { newByCode[segment.orgCode] = segment }
      let codes = Set(oldByCode.keys).union(newByCode.keys).sorted()
      return codes.flatMap { code -> [ValueChange] in
        before.profile.indicators.compactMap { rule in
          let left = oldByCode[code]?.value(rule.id)
          let right = newByCode[code]?.value(rule.id)
          guard left?.value != right?.value || left?.met != right?.met else { return nil }
          return ValueChange(
            stage: stage, orgCode: code, name: newByCode[code]?.name ?? oldByCode[code]?.name ?? code,
            indicator: rule.id, before: left, after: right, passesBefore: oldByCode[code]?.passes,
            passesAfter: newByCode[code]?.passes)
        }
      }
    }
  }

  /// Every mean and coefficient of 学段 that have segments, changed or not.
  package var spreads: [SpreadChange] {
    before.stages.flatMap { stage in
      stage.indicators.compactMap { indicator in
        guard let after = after.stage(stage.stage)?.indicator(indicator.id),
          indicator.segments > 0 || after.segments > 0
        else { return nil }
        return SpreadChange(stage: stage.stage, indicator: indicator.id, before: indicator, after: after)
      }
    }
  }
}
