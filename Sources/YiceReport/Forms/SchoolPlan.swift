internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// 一校一策: what one school lacks, the cheapest way, and what is under way for it.
struct SchoolPlan {
  /// A line of the plan.
  struct Line {
    var kind: String
    var content: String
    var value: Double? = nil
    var goal: Double? = nil
    var missing: Double? = nil
    var unit: String? = nil
    var measure: String? = nil
    var money: Double? = nil
    /// Whether the ledger asks for it; then a blank is 未填.
    var asksMoney = false
    var due: String? = nil
    var inCharge: String? = nil
    var person: String? = nil
    var state: String? = nil
    var isLate = false
    var isDone = false
  }

  let school: FormSource.School
  /// Of the segments: nil where there is no verdict.
  let passes: Bool?
  let gaps: [SegmentGaps]
  /// What is missing and how it is closed at the least cost.
  let lacking: [Line]
  /// Projects, ledger lines, classes and problems that somebody sees to.
  let work: [Line]

  /// 元 of the cheapest way; nil where a unit cost is not known or figures are missing.
  var cost: Double? {
    let costs = gaps.flatMap(\.plan).map(\.cost)
    return costs.isEmpty || costs.contains { $0 == nil } ? nil : costs.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// 元 that the ledgers say; nil where they say none.
  var money: Double? {
    let told = work.compactMap(\.money)
    return told.isEmpty ? nil : told.reduce(0, +)
  }

  /// Lines whose money is 未填.
  var withoutMoney: Int { work.count { $0.asksMoney && $0.money == nil } }

  /// Whether the county's list has it.
  var isNeeded: Bool { passes == false || !work.isEmpty }

  /// Where it stands, in one word.
  var standing: String {
    if work.contains(where: \.isLate) { return "有逾期" }
    if work.isEmpty { return passes == true ? "已达标" : passes == false ? "没有规划" : "—" }
    if work.allSatisfy(\.isDone) { return passes == true ? "已达标" : "措施完成，未达标" }
    return passes == true ? "已达标，实施中" : "实施中"
  }
}

extension SchoolPlan {
  /// Of the schools that are asked for.
  static func all(_ source: FormSource) throws -> [SchoolPlan] {
    let gaps = Dictionary(grouping: try source.gaps(), by: \.orgCode)
    let segments = Dictionary(
      grouping: try source.figures().stages.flatMap(\.segments), by: \.orgCode)
    let work = try SchoolPlan.work(source)
    let profile = source.question.profile
    return source.schools.map { school in
      let own = gaps[school.code] ?? []
      let verdicts = (segments[school.code] ?? []).compactMap(\.passes)
      return SchoolPlan(
        school: school, passes: verdicts.isEmpty ? nil : verdicts.allSatisfy { $0 }, gaps: own,
        lacking: own.flatMap { lacking($0, profile) }, work: work[school.code] ?? [])
    }
  }

  private static func lacking(_ segment: SegmentGaps, _ profile: Profile) -> [Line] {
    func label(_ id: String) -> String {
      "\(segment.stage.rawValue) \(id) \(profile.indicator(id)?.label ?? "")"
    }
    let gaps = segment.gaps.map { gap in
      Line(
        kind: "差距", content: label(gap.indicator), value: gap.value, goal: gap.threshold,
        missing: gap.toThreshold,
        unit: gap.element.unit, measure: "补\(gap.element.name)", money: gap.cost)
    }
    let unknown = segment.missing.map { Line(kind: "差距", content: label($0), state: "未填") }
    let steps = segment.plan.map { step in
      let element = profile.indicator(step.indicator)?.addedElement
      return Line(
        kind: "最省办法", content: label(step.indicator), missing: step.amount, unit: element?.unit,
        measure: step.to85 ? "补到\(FigureText.near(profile))" : "补到标准", money: step.cost)
    }
    return gaps + unknown + steps
  }

  /// 状态 of a line of 标准化建设台账 of which nothing is left to do.
  private static let finishedLines = ["已完成", "已达标"]

  /// Words of the program's own, as SQL lists them.
  private static func words(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }

  /// By school: what the ledgers say is done for it.
  private static func work(_ source: FormSource) throws -> [String: [Line]] {
    let rows = try source.rows(
      """
      SELECT '建设项目' AS kind, org_code, name || '（' || kind || '）' || coalesce('：' || content, '') AS content,
        NULL AS value, NULL AS goal, places AS missing, '学位' AS unit, money_source AS measure, money, 1 AS asks_money,
        coalesce(period_text, due_on) AS due, due_on, unit_in_charge, person, coalesce(state, '未填') AS state,
        done_on IS NOT NULL OR coalesce(state, '') IN (\(words(ProjectState.finished))) AS is_done, 1 AS place
      FROM project
      UNION ALL
      SELECT '标准化台账', i.org_code, i.item, i.actual, i.required, i.required - i.actual, i.unit,
        coalesce(i.measure, i.project), i.money, 1, i.due_on, i.due_on, i.unit_in_charge, i.person, coalesce(i.state, '未填'),
        i.done_on IS NOT NULL OR coalesce(i.state, '') IN (\(words(finishedLines))), 2
      FROM standardization_item AS i WHERE i.actual < i.required
      UNION ALL
      SELECT '大班额', org_code, stage || ' ' || entry_year || '级' || class_no || '班', filed_count, limit_count,
        filed_count - limit_count, '人', coalesce(measure_text, measure), NULL, 0, coalesce(period_text, due_on), due_on, unit_in_charge,
        person, state, 0, 3
      FROM oversized_class WHERE state NOT IN ('已销号', '毕业')
      UNION ALL
      SELECT '整改', org_code, problem, NULL, NULL, NULL, NULL, measure, NULL, 0, coalesce(period_text, due_on), due_on, units, person,
        state, 0, 4
      FROM rectification WHERE state <> '已销号'
      ORDER BY 2, place, due_on, content
      """)
    return Dictionary(grouping: rows) { $0["org_code"] as String }.mapValues { rows in
      rows.map { row in
        let isDone: Bool = row["is_done"]
        let due: String? = row["due_on"]
        return Line(
          kind: row["kind"], content: row["content"], value: row["value"], goal: row["goal"],
          missing: row["missing"],
          unit: row["missing"] == nil ? nil : row["unit"], measure: row["measure"], money: row["money"],
          asksMoney: row["asks_money"], due: row["due"],
          inCharge: row["unit_in_charge"], person: row["person"], state: row["state"],
          isLate: !isDone && due.map { $0 < source.question.day } ?? false, isDone: isDone)
      }
    }
  }
}

extension FormSource {
  /// What each segment lacks, at the county's unit costs; worked out once for a form.
  func gaps() throws -> [SegmentGaps] {
    try WorkedYear.with(db, question) { try $0.gaps(costs: $0.costs(of: countyCode)) }
  }
}
