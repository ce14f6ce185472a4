package import YiceModel

/// The steps of one 校际差异系数: each school's term, for an inspector who works it out again by hand.
package struct SpreadSteps: Sendable {
  package var indicator: CountyIndicator
  package var stage: Stage
  package var pupils: Int
  package var terms: [Term]
  /// Σ (pᵢ/P)·(Xᵢ − X̄)².
  package var variance: Double
  /// √variance.
  package var deviation: Double
  /// The SQL that worked it out.
  package var sql: String

  package struct Term: Sendable {
    package var orgCode: String
    package var name: String
    package var pupils: Int
    package var numerator: Double
    package var value: Double
    /// Xᵢ − X̄.
    package var difference: Double
    /// (pᵢ/P)·(Xᵢ − X̄)².
    package var term: Double
  }

  /// Where the value is 未填 everywhere there is no mean and no step; that is told, too.
  /// - Returns: nil for a 学段 without schools, and for an indicator that the profile does not have.
  package init?(_ stage: StageFigures, _ id: String) {
    guard !stage.segments.isEmpty, let indicator = stage.indicator(id) else { return nil }
    let mean = indicator.mean ?? 0
    let known = stage.segments.filter { $0.value(id)?.value != nil }
    let total = known.reduce(0) { $0 + $1.pupils }
    self.indicator = indicator
    self.stage = stage.stage
    pupils = total
    terms = known.map { segment in
      let value = segment.value(id)?.value ?? 0
      return Term(
        orgCode: segment.orgCode, name: segment.name, pupils: segment.pupils,
        numerator: segment.value(id)?.numerator ?? 0, value: value, difference: value - mean,
        term: Double(segment.pupils) / Double(total) * (value - mean) * (value - mean))
    }
    variance = terms.reduce(0) { $0 + $1.term }
    deviation = variance.squareRoot()
    sql = IndicatorSQL.files.first { $0.name == "95-county" }?.text ?? ""
  }
}
