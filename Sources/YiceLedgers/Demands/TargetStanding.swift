package import GRDB
package import YiceIndicators
internal import YiceModel
package import YiceStandards

/// A number to reach by a year (规划目标, 年内达标10所) beside what it is. Decision 0194.
package struct TargetStanding: Sendable, Equatable {
  package let name: String
  /// 小学, 初中; empty: all.
  package let stage: String
  package let year: Int
  /// What it is held against, as the bureau wrote it.
  package let indicator: String
  /// Whether more is right (不低于).
  package let isAtLeast: Bool
  package let value: Double
  package let unit: String
  /// nil: the figure is 未填, or nobody knows which one is meant.
  package let actual: Double?
  /// Whether a figure of that name is known at all.
  package let isKnown: Bool
  /// 学年 of the figure; that of the target, or before it the newest.
  package let figureYear: Int
  package let note: String?

  package var met: Bool? { actual.map { isAtLeast ? $0 >= value : $0 <= value } }
  /// What is still missing; nil where it is met or unknown.
  package var gap: Double? { met == false ? actual.map { abs(value - $0) } : nil }

  /// Figures of one year that targets may be held against.
  package struct Figures {
    let county: CountyFigures
    let items: [ItemFigure]
    let counts: [String: Double]

    /// - Throws: `DatabaseError`.
    package init(_ db: Database, _ question: DemandQuestion, _ county: CountyFigures, _ items: [ItemFigure])
      throws
    {
      self.county = county
      self.items = items
      var counts: [String: Double] = [:]
      for row in try Row.fetchAll(db, sql: Demand.figures, arguments: question.arguments) {
        counts["\(row["name"] as String)/\(row["stage"] as String)"] = row["value"]
      }
      self.counts = counts
    }
  }

  /// Every target, by year and name; each held against the figures of its year, one to come against those of `year`.
  /// - Parameter figures: by year; those of `year` among them.
  /// - Throws: `DatabaseError`.
  package static func all(_ db: Database, year: Int, figures: [Int: Figures]) throws -> [TargetStanding] {
    try Row.fetchAll(db, sql: "SELECT * FROM target ORDER BY year, name, stage").map { row in
      let own: Int = row["year"]
      let held = min(own, year)
      let stage: String = row["stage"]
      let unit: String = row["unit"] ?? ""
      let word: String = row["indicator"] ?? row["name"]
      let found = figures[held]?.figure(word, stage, unit)
      return TargetStanding(
        name: row["name"], stage: stage, year: own, indicator: word,
        isAtLeast: row["direction"] as String? != "不高于",
        value: row["value"], unit: unit, actual: found.flatMap { $0 },
        isKnown: found != nil || figures[held] == nil,
        figureYear: held, note: row["note"])
    }
  }

  /// The years before `year` that a target has.
  package static func earlierYears(_ db: Database, before year: Int) throws -> [Int] {
    try Int.fetchAll(
      db, sql: "SELECT DISTINCT year FROM target WHERE year < ? ORDER BY year", arguments: [year])
  }

  /// Targets of the year and of those to come.
  package static func all(
    _ db: Database, year: Int, today: String, bureau: String, _ county: CountyFigures, _ items: [ItemFigure]
  ) throws -> [TargetStanding] {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM target)") == true else { return [] }
    let question = DemandQuestion(year: year, today: today, bureau: bureau, county.profile)
    return try all(db, year: year, figures: [year: Figures(db, question, county, items)]).filter {
      $0.year >= year
    }
  }

  /// The same as lines of `status`.
  package static func lines(
    _ db: Database, _ question: Question, _ county: CountyFigures, _ items: AssessmentFigures
  ) throws -> [ProgrammeLine] {
    try all(db, year: question.year, today: question.day, bureau: question.bureau, county, items.items).map(
      \.line)
      + TownPlaces.lines(db, year: question.year, question.profile)
  }

  package var line: ProgrammeLine {
    let sign = isAtLeast ? "≥" : "≤"
    let now =
      actual.map { "现 \(TargetStanding.text($0))\(unit)" } ?? (isKnown ? "现在未填" : "不知道要对照哪个数，请写“指标编号”")
    let missing = gap.map { "，还差 \(TargetStanding.text($0))\(unit)" } ?? ""
    return ProgrammeLine(
      section: "目标", name: "\(year)年 \(name)\(stage.isEmpty ? "" : " " + stage)", total: 1,
      done: met == true ? 1 : 0,
      overdue: nil, remark: "\(sign) \(TargetStanding.text(value))\(unit)，\(now)\(missing)")
  }

  /// At most two decimals, without zeros at the end.
  package static func text(_ value: Double) -> String {
    DecimalText.trimmed(DecimalText.rounded(value, places: 2))
  }
}

// MARK: - Which figure is meant

extension TargetStanding.Figures {
  /// - Returns: nil where no figure has that name; a figure that is 未填 is nil within.
  fileprivate func figure(_ word: String, _ stage: String, _ unit: String) -> Double?? {
    let stages = county.stages.filter { stage.isEmpty || $0.stage.rawValue == stage }
    for suffix in ["差异系数", "CV", "cv"] where word.hasSuffix(suffix) {
      let id = word.dropLast(suffix.count).filter { !$0.isWhitespace }
      guard county.profile.indicator(String(id)) != nil else { continue }
      // The largest of the stages: the target holds for each.
      return .some(stages.compactMap { $0.indicator(String(id))?.cv }.max())
    }
    if county.profile.indicator(word) != nil {
      let indicators = stages.compactMap { $0.indicator(word) }
      let (met, all) = indicators.reduce((0, 0)) { ($0.0 + $1.met, $0.1 + $1.segments) }
      if unit.hasPrefix("所") || unit.hasPrefix("校") { return .some(Double(met)) }
      if unit == "%" { return .some(all == 0 ? nil : Double(met) * 100 / Double(all)) }
      return .some(indicators.compactMap(\.mean).min())
    }
    if let item = items.first(where: { $0.id == word }) {
      return .some((item.details.first { !$0.bound.isEmpty } ?? item.details.first)?.value)
    }
    if let count = counts["\(word)/\(stage)"] { return .some(count) }
    guard word.contains("达标") else { return nil }
    let (passing, all) = passing(stages)
    return .some(
      unit == "%" || word.hasSuffix("率") || word.hasSuffix("比例")
        ? (all == 0 ? nil : Double(passing) * 100 / Double(all)) : Double(passing))
  }

  /// Schools of which every segment passes.
  private func passing(_ stages: [StageFigures]) -> (passing: Int, all: Int) {
    let segments = Dictionary(grouping: stages.flatMap(\.segments), by: \.orgCode)
    return (segments.values.count { $0.allSatisfy { $0.passes == true } }, segments.count)
  }
}
