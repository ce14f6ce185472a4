package import YiceModel

/// What one segment lacks in one indicator, with pupils unchanged and every indicator on its own.
package struct Gap: Sendable {
  package var orgCode: String
  package var name: String
  package var stage: Stage
  package var indicator: String
  /// What is added.
  package var element: Element
  package var value: Double
  package var threshold: Double
  /// Whole units (people, rooms, 元; hundredths of a ㎡) that reach the threshold, as an amount of the element.
  package var toThreshold: Double
  /// The same for 85 %; 0 where it is reached.
  package var to85: Double
  /// The segment's share of what is added to a combined school; 1 where it is not split.
  package var share: Double
  /// 元 for `toThreshold` and `to85`; nil where no unit cost is set.
  package var cost: Double?
  package var cost85: Double?
}

/// What a school segment needs to pass: 综合达标 at the least cost, and where to begin.
package struct SegmentGaps: Sendable {
  package var orgCode: String
  package var name: String
  package var stage: Stage
  package var metCount: Int
  package var passes: Bool
  /// Indicators below their threshold.
  package var gaps: [Gap]
  /// Indicators that are 未填, which no addition can mend.
  package var missing: [String]
  /// The cheapest way for this segment alone to pass: indicators to raise to the threshold, and the one to raise to 85 %.
  package var plan: [Target]
  /// The one to fix first; `enough` where it alone makes the segment pass.
  package var first: (indicator: String, enough: Bool)?

  package struct Target: Sendable, Equatable {
    package var indicator: String
    package var amount: Double
    package var to85: Bool
    package var cost: Double?
  }
}
