package import YiceModel
package import YiceStandards

/// Where one figure of one segment comes from, down to the rows: what a clerk shows an inspector.
package struct Explanation: Sendable {
  package var rule: IndicatorRule
  /// The formula in words; nil for indicators of a profile's own.
  package var indicator: Indicator?
  /// How the registers are read where the school keeps them; nil where no register tells.
  package var reading: String?
  package var segment: SegmentFigures
  package var value: IndicatorValue
  package var pupils: ExplainedAmount
  package var terms: [ExplainedAmount]
  package var split: [SplitStep]
}

/// 学生数 or one term of a numerator.
package struct ExplainedAmount: Sendable {
  package var element: String
  package var unit: String
  /// +1 adds, −1 takes away.
  package var sign: Int
  /// Of the 学段, or of the whole school before splitting; nil where 未填.
  package var amount: Double?
  package var sources: [ExplainedSource]
}

/// What one school brings to an amount: rows of a register, or a statement.
package struct ExplainedSource: Sendable {
  package var orgCode: String
  package var school: String
  package var kind: AmountSource
  /// The register's name in Chinese, or 「填报值」.
  package var table: String
  package var amount: Double
  /// A query whose column `amount` adds up to `amount`.
  package var sql: String
  /// Who wrote the rows, newest first.
  package var writers: [RowWriter]
  /// Headings and cells of the rows counted; the cells stand as they are stored.
  package var headings: [String]
  package var rows: [[String]]
}

/// Who wrote rows, when, and under which revision.
package struct RowWriter: Sendable, Equatable {
  package var author: String
  /// Moment, UTC.
  package var at: String
  package var revision: Int64
  package var action: String
  package var rows: Int
}

/// One amount of the whole school that is split between its 学段.
package struct SplitStep: Sendable, Equatable {
  /// Campus the amount stands on; nil: tied to none, '' the main campus.
  package var campus: String?
  /// Before splitting, in the element's unit.
  package var amount: Double
  /// Pupils × weight by 学段 of that campus, in the order of 学段.
  package var shares: [Share]
  /// Of the segment.
  package var result: Double

  package struct Share: Sendable, Equatable {
    package var stage: Stage
    package var pupils: Int
    package var weight: Double
  }
}
