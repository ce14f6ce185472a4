package import YiceStandards

extension SegmentFigures {
  /// What the value of an indicator, or its verdict, rests on and no official text confirms.
  package func assumptions(_ value: IndicatorValue, _ profile: Profile) -> [Assumption] {
    guard value.value != nil, let rule = profile.indicator(value.id) else { return [] }
    return [
      value.threshold == nil ? nil : rule.assumption,
      value.metFlips || value.at85Flips ? profile.comparisonAssumption : nil,
      rule.split && sharesWithKindergarten ? profile.kindergartenAssumption : nil,
    ].compactMap { $0 }
  }
}
