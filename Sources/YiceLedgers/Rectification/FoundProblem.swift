package import GRDB
package import YiceIndicators
package import YiceModel
internal import YiceStandards

/// A problem that figures or checks found, ready to go into 整改清单.
package struct FoundProblem: Sendable, Equatable {
  package let orgCode: String
  /// What finds it again: indicator and 学段, or rule and row.
  package let origin: String
  /// 对应指标, e.g. R4.
  package let indicator: String
  package let problem: String
  package let goal: String?

  package init(orgCode: String, origin: String, indicator: String, problem: String, goal: String?) {
    self.orgCode = orgCode
    self.origin = origin
    self.indicator = indicator
    self.problem = problem
    self.goal = goal
  }
}

extension FoundProblem {
  /// One a segment and indicator that is not met or not filled in.
  package static func failing(_ figures: CountyFigures) -> [FoundProblem] {
    figures.stages.flatMap { stage in
      stage.segments.flatMap { segment in
        segment.values.filter { $0.met == false }.map { value in
          failing(value, of: segment, figures)
        }
      }
    }
  }

  private static func failing(
    _ value: IndicatorValue, of segment: SegmentFigures, _ figures: CountyFigures
  ) -> FoundProblem {
    let rule = figures.profile.indicator(value.id)
    let label = rule?.label ?? value.id
    let unit = rule?.unit ?? ""
    let asked = value.threshold.map { "\(two($0)) \(unit)" } ?? ""
    let problem =
      value.value.map { "\(segment.stage.rawValue)\(label)为 \(two($0)) \(unit)，标准 \(asked)，未达标" }
      ?? "\(segment.stage.rawValue)\(label)没有数据：缺\(value.missing.map(\.element).joined(separator: "、"))"
    return FoundProblem(
      orgCode: segment.orgCode, origin: "\(value.id)/\(segment.stage.rawValue)", indicator: value.id,
      problem: problem, goal: asked.isEmpty ? nil : "不低于 \(asked)")
  }

  /// Findings of `check` of the given severities, row by row. Run after `Indicators.compute` on the same connection.
  package static func findings(_ db: Database, severities: Set<Finding.Severity>) throws -> [FoundProblem] {
    try CheckRule.all.filter { severities.contains($0.severity) }.flatMap { rule in
      try Row.fetchAll(db, sql: rule.sql).map { row in
        FoundProblem(
          orgCode: row["org_code"], origin: rule.id + place(row), indicator: rule.indicator ?? "数据核对",
          problem: Check.fill(rule.text, from: row), goal: nil)
      }
    }
  }

  /// What tells the rows of one rule apart: its texts and whole years, not the figures that may move.
  private static func place(_ row: Row) -> String {
    row.columnNames.filter { placeColumns.contains($0) }.compactMap { name in
      let value: DatabaseValue = row[name]
      return switch value.storage {
      case .string(let text) where !text.isEmpty: "/" + text
      case .int64(let number): "/\(number)"
      default: nil
      }
    }.joined()
  }

  private static let placeColumns: Set<String> = [
    "stage", "entry_year", "class_no", "part", "room_no", "ground_no", "item_no", "element", "campus",
    "label", "id",
    "register",
  ]

  /// Two decimals, half up, as figures are printed.
  private static func two(_ value: Double) -> String {
    Rational(Int128((value * 100 + 0.5 + value.magnitude * 1e-10).rounded(.down)), 100).text(places: 2)
  }
}
