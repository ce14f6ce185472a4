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
    /// By name and 学段; nil: 未填.
    let counts: [String: Double?]

    /// - Throws: `DatabaseError`.
    package init(_ db: Database, _ question: DemandQuestion, _ county: CountyFigures, _ items: [ItemFigure])
      throws
    {
      self.county = county
      self.items = items
      var counts: [String: Double?] = [:]
      for row in try Row.fetchAll(db, sql: Demand.figures, arguments: question.arguments) {
        counts["\(row["name"] as String)/\(row["stage"] as String)"] = .some(row["value"] as Double?)
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
      let isAtLeast = row["direction"] as String? != "不高于"
      let found = figures[held]?.figure(word, stage, unit, isAtLeast: isAtLeast)
      return TargetStanding(
        name: row["name"], stage: stage, year: own, indicator: word, isAtLeast: isAtLeast,
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
  fileprivate func figure(_ word: String, _ stage: String, _ unit: String, isAtLeast: Bool) -> Double?? {
    // A 学段 without schools has no figures, and the target rests on the other.
    let stages = county.stages.filter { (stage.isEmpty || $0.stage.rawValue == stage) && $0.segmentCount > 0 }
    for suffix in ["差异系数", "CV", "cv"] where word.hasSuffix(suffix) {
      let id = String(word.dropLast(suffix.count).filter { !$0.isWhitespace })
      guard county.profile.indicator(id) != nil else { continue }
      return .some(worst(stages.map { $0.indicator(id)?.cv }, isAtLeast))
    }
    if let rule = county.profile.indicator(word) {
      let indicators = stages.compactMap { $0.indicator(word) }
      let isJudged = !stages.isEmpty && stages.allSatisfy { rule.thresholds[$0.stage] != nil }
      let (met, all) = indicators.reduce((0, 0)) { ($0.0 + $1.met, $0.1 + $1.segments) }
      if unit.hasPrefix("所") || unit.hasPrefix("校") { return .some(isJudged ? Double(met) : nil) }
      if unit == "%" { return .some(isJudged && all > 0 ? Double(met) * 100 / Double(all) : nil) }
      return .some(worst(stages.map { $0.indicator(word)?.mean }, isAtLeast))
    }
    if let item = items.first(where: { $0.id == word }) { return .some(value(of: item, stage, isAtLeast)) }
    if let count = counts["\(word)/\(stage)"] { return .some(count) }
    guard word.contains("达标") else { return nil }
    guard let (passing, all) = passing(stages) else { return .some(nil) }
    return .some(
      unit == "%" || word.hasSuffix("率") || word.hasSuffix("比例")
        ? Double(passing) * 100 / Double(all) : Double(passing))
  }

  /// The one that a target of all has most to do with; nil where one of them is not known.
  private func worst(_ values: [Double?], _ isAtLeast: Bool) -> Double? {
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return nil }
    return isAtLeast ? known.min() : known.max()
  }

  /// An item's first judged figure; where it is judged by 学段, that of the 学段 asked for.
  private func value(of item: ItemFigure, _ stage: String, _ isAtLeast: Bool) -> Double? {
    let judged = item.details.filter { !$0.bound.isEmpty }
    guard let first = judged.first ?? item.details.first else { return nil }
    guard first.stage != nil else { return first.value }
    return worst(judged.filter { stage.isEmpty || $0.stage?.rawValue == stage }.map(\.value), isAtLeast)
  }

  /// Schools of which every segment passes; nil where the standard has no such rule, or there is no school.
  private func passing(_ stages: [StageFigures]) -> (passing: Int, all: Int)? {
    guard county.profile.passRule != nil else { return nil }
    // A summary holds no segments, and knows those of one 学段 by their number.
    if stages.count == 1, stages[0].segments.isEmpty {
      return (stages[0].passingSegments, stages[0].segmentCount)
    }
    let segments = Dictionary(grouping: stages.flatMap(\.segments), by: \.orgCode)
    guard !segments.isEmpty else { return nil }
    return (segments.values.count { $0.allSatisfy { $0.passes == true } }, segments.count)
  }
}
