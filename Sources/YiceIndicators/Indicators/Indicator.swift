/// What an indicator is, in words that hold under every profile: for explanations beside its figures.
///
/// Label, unit, thresholds and the source paragraph are the profile's (`IndicatorRule`); how the formula is worked out
/// is SQL/40 to SQL/90, how registers are read `ElementReading`.
package struct Indicator: Sendable {
  package let id: String
  package let label: String
  package let unit: String
  /// The formula as people write it.
  package let formula: String

  /// The seven resource indicators of 教督〔2017〕6号.
  package static let resources: [Indicator] = [r1, r2, r3, r4, r5, r6, r7]

  package static func named(_ id: String) -> Indicator? { resources.first { $0.id == id } }
}
