internal import GRDB
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
  /// One a segment and indicator that is not met or not filled in, unless a relaxation covers it.
  package static func failing(_ figures: CountyFigures) -> [FoundProblem] {
    figures.stages.flatMap { stage in
      stage.segments.flatMap { segment in
        segment.values.filter { $0.met == false && $0.relaxed?.met != true }.map { value in
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
    let asked = value.threshold.map { "\(DecimalText.rounded($0, places: 2)) \(unit)" } ?? ""
    let problem =
      value.value.map {
        "\(segment.stage.rawValue)\(label)为 \(DecimalText.rounded($0, places: 2)) \(unit)，标准 \(asked)，未达标"
      }
      ?? "\(segment.stage.rawValue)\(label)没有数据：缺\(value.missing.map(\.element).joined(separator: "、"))"
    return FoundProblem(
      orgCode: segment.orgCode, origin: "\(value.id)/\(segment.stage.rawValue)", indicator: value.id,
      problem: problem, goal: asked.isEmpty ? nil : "不低于 \(asked)")
  }

  /// One a school and item (and part of it) that is judged school by school and not met, unless a relaxation covers it.
  package static func failing(_ items: AssessmentFigures) -> [FoundProblem] {
    items.items.flatMap { item in
      item.failing.filter { $0.relaxed != true }.map { school in
        let part = school.part.isEmpty ? "" : "/\(school.part)"
        return FoundProblem(
          orgCode: school.orgCode, origin: item.id + part, indicator: item.id,
          problem: "\(item.rule.label)：\(words(item, school))", goal: item.rule.label)
      }
    }
  }

  private static func words(_ item: ItemFigure, _ school: ItemSchool) -> String {
    let classes = item.classes.filter { $0.orgCode == school.orgCode }
    guard classes.isEmpty else {
      let names = classes.map {
        "\($0.stage)\($0.entryYear)年入学\($0.classNumber)班 \($0.headCount) 人（上限 \($0.limit)）"
      }
      return "超标准班 \(classes.count) 个：\(names.joined(separator: "、"))"
    }
    guard let actual = school.actual else { return "\(school.part)结论为未达标" }
    return "\(school.part)实有 \(plain(actual))" + (school.required.map { "，要求 \(plain($0))" } ?? "") + "，未达标"
  }

  /// Findings of `check` of the given severities, row by row.
  package static func findings(_ worked: WorkedYear, severities: Set<Finding.Severity>) throws
    -> [FoundProblem]
  {
    try CheckRule.all.filter { severities.contains($0.severity) }.flatMap { rule in
      try worked.rows(against: rule).map { row in
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
    "register", "ledger", "row", "lacking", "stage_name",
  ]

  /// A whole number as such, else with two decimals.
  private static func plain(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? DecimalText.rounded(value, places: 2)
  }
}
