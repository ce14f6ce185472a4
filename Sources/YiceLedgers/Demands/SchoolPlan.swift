package import GRDB
package import YiceIndicators
package import YiceStore

/// 一校一策: whether a school passes, what it lacks, and what is under way for it; the same for form, status and page.
/// Decision 0174.
package struct SchoolPlan: Sendable {
  /// A project, a line of a ledger or a problem that somebody sees to.
  package struct Measure: Sendable {
    package let kind: String
    package let content: String
    package let value: Double?
    package let goal: Double?
    package let missing: Double?
    package let unit: String?
    package let measure: String?
    package let money: Double?
    /// Whether the ledger asks for it; then a blank is 未填.
    package let asksMoney: Bool
    /// As it was written.
    package let due: String?
    /// YYYY-MM-DD.
    package let lastDay: String?
    package let inCharge: String?
    package let person: String?
    package let state: String
    package let isLate: Bool
    package let isDone: Bool
    /// A line of 一校一册 that says nothing but its gap is no plan.
    package let isPlanned: Bool
  }

  package let orgCode: String
  package let name: String
  /// Of the segments: nil where there is no verdict.
  package let passes: Bool?
  /// What its segments lack; empty where nobody asked for it.
  package let gaps: [SegmentGaps]
  package let measures: [Measure]

  /// 元 of the cheapest way; nil where a unit cost is not known or figures are missing.
  package var cost: Double? {
    let costs = gaps.flatMap(\.plan).map(\.cost)
    return costs.isEmpty || costs.contains { $0 == nil } ? nil : costs.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// 元 that the ledgers say; nil where they say none.
  package var money: Double? {
    let told = measures.compactMap(\.money)
    return told.isEmpty ? nil : told.reduce(0, +)
  }

  /// Whether a ledger asks for money, so that none is 未填.
  package var asksMoney: Bool { measures.contains(where: \.asksMoney) }

  /// Until when the last measure goes, as it was written; words that name no day come after none.
  package var lastDue: String? {
    measures.filter { $0.lastDay != nil }.max { ($0.lastDay ?? "") < ($1.lastDay ?? "") }?.due
      ?? measures.lazy.compactMap(\.due).first
  }

  /// Measures whose money is 未填.
  package var withoutMoney: Int { measures.count { $0.asksMoney && $0.money == nil } }

  /// Whether the county's list has it.
  package var isNeeded: Bool { passes == false || !measures.isEmpty }

  package var isPlanned: Bool { measures.contains(where: \.isPlanned) }
}

// MARK: - Where it stands

extension SchoolPlan {
  package enum Standing: String, CaseIterable, Sendable {
    case late = "有逾期"
    case unplanned = "没有规划"
    case underWay = "实施中"
    case doneUnmet = "措施完成，未达标"
    case done = "措施完成"
    case met = "已达标"
    case metUnderWay = "已达标，实施中"
    case none = "—"

    /// As JSON has it.
    package var english: String {
      switch self {
      case .late: "overdue"
      case .unplanned: "unplanned"
      case .underWay: "under_way"
      case .doneUnmet: "done_not_met"
      case .done: "done"
      case .met: "met"
      case .metUnderWay: "met_under_way"
      case .none: "none"
      }
    }
  }

  package var standing: Standing {
    if measures.contains(where: \.isLate) { return .late }
    guard isPlanned else { return passes == true ? .met : passes == false ? .unplanned : .none }
    let isDone = measures.allSatisfy(\.isDone)
    return switch passes {
    case true?: isDone ? .met : .metUnderWay
    case false?: isDone ? .doneUnmet : .underWay
    case nil: isDone ? .done : .underWay
    }
  }
}

/// Where the plans of a county stand.
package struct SchoolPlanCount: Sendable {
  /// Schools of the county's list.
  package let total: Int
  /// Schools that do not pass, and those of them that have a plan.
  package let failing: Int
  package let planned: Int
  /// Names of those that have none.
  package let unplanned: [String]
  /// Schools of the list without a verdict.
  package let unjudged: Int
  /// Plans of which every measure is done.
  package let done: Int
  /// In the order of the cases; those that no plan is in are left out.
  package let standings: [(standing: SchoolPlan.Standing, plans: Int)]

  package var overdue: Int { standings.first { $0.standing == .late }?.plans ?? 0 }

  package init(_ plans: [SchoolPlan]) {
    let listed = plans.filter(\.isNeeded)
    let failing = listed.filter { $0.passes == false }
    total = listed.count
    self.failing = failing.count
    unjudged = listed.count { $0.passes == nil }
    planned = failing.count(where: \.isPlanned)
    unplanned = failing.filter { !$0.isPlanned }.map(\.name)
    done = listed.count { $0.isPlanned && $0.measures.allSatisfy(\.isDone) }
    standings = SchoolPlan.Standing.allCases.map { standing in
      (standing, listed.count { $0.standing == standing })
    }.filter { $0.1 > 0 }
  }

  /// Its line of `status`; nil where no school needs a plan.
  package var line: ProgrammeLine? {
    guard total > 0 else { return nil }
    let states = standings.filter { $0.standing != .unplanned && $0.standing != .none }.map {
      "\($0.standing.rawValue) \($0.plans) 所"
    }
    let without = unplanned.prefix(5).joined(separator: "、") + (unplanned.count > 5 ? " 等" : "")
    let words = [
      failing == 0 ? nil : "未达标 \(failing) 所，其中有规划 \(planned) 所",
      unjudged == 0 ? nil : "没有结论 \(unjudged) 所", states.isEmpty ? nil : states.joined(separator: "、"),
      unplanned.isEmpty ? nil : "没有规划 \(unplanned.count) 所：\(without)",
    ]
    return ProgrammeLine(
      section: "规划", name: "一校一策", total: total, done: done, overdue: overdue,
      remark: words.compactMap { $0 }.joined(separator: "；"))
  }
}

// MARK: - From the file

extension SchoolPlan {
  /// The plans of those schools, by code.
  /// - Parameters:
  ///   - day: YYYY-MM-DD, the day that overdue is judged on.
  ///   - gaps: of `figures`; left out where only the standing is asked for.
  /// - Throws: `DatabaseError`.
  package static func all(
    _ db: Database, _ schools: [SchoolDirectory.School], on day: String, _ figures: CountyFigures,
    gaps: [SegmentGaps] = []
  ) throws -> [SchoolPlan] {
    let gaps = Dictionary(grouping: gaps, by: \.orgCode)
    let segments = Dictionary(grouping: figures.stages.flatMap(\.segments), by: \.orgCode)
    let measures = try measures(db, on: day)
    return schools.map { school in
      let verdicts = (segments[school.code] ?? []).compactMap(\.passes)
      return SchoolPlan(
        orgCode: school.code, name: school.name,
        passes: verdicts.isEmpty ? nil : verdicts.allSatisfy { $0 },
        gaps: gaps[school.code] ?? [], measures: measures[school.code] ?? [])
    }
  }

  /// The same for all schools of a file, or one, while the year can be asked.
  package static func all(_ worked: WorkedYear, bureau: String, school: String? = nil, on day: String) throws
    -> [SchoolPlan]
  {
    try all(
      worked.db(), worked.schools().schools.filter { school == nil || $0.code == school }, on: day,
      worked.figures,
      gaps: worked.gaps(costs: worked.costs(of: bureau)))
  }

  /// By school: what the ledgers say is done for it. What is late is what every list says is late (`Overdue`), but for a
  /// line of 一校一册 whose work is done.
  private static func measures(_ db: Database, on day: String) throws -> [String: [Measure]] {
    let project = "(done_on IS NOT NULL OR NOT (\(TableRules.isOn(.project))))"
    let line = "(i.done_on IS NOT NULL OR NOT (\(TableRules.isOn(.standardizationItem, of: "i."))))"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT '建设项目' AS kind, org_code, name || '（' || kind || '）' || coalesce('：' || content, '') AS content,
          NULL AS value, NULL AS goal, places AS missing, '学位' AS unit, money_source AS measure, money, 1 AS asks_money,
          coalesce(period_text, due_on) AS due, due_on, unit_in_charge, person, coalesce(state, '未填') AS state,
          \(project) AS is_done, NOT \(project) AND due_on < :today AS is_late, 1 AS is_planned, 1 AS place
        FROM project
        UNION ALL
        SELECT '标准化台账', i.org_code, i.item, i.actual, i.required, i.required - i.actual, i.unit,
          coalesce(i.measure, i.project), i.money, 1, i.due_on, i.due_on, i.unit_in_charge, i.person, coalesce(i.state, '未填'),
          \(line), NOT \(line) AND \(Overdue.standardization),
          coalesce(i.measure, i.project, i.money, i.due_on, i.unit_in_charge, i.person, i.done_on, nullif(i.state, '未启动')) IS NOT NULL, 2
        FROM standardization_item AS i WHERE \(LineStanding.short)
        UNION ALL
        SELECT '大班额', org_code, stage || ' ' || entry_year || '级' || class_no || '班', filed_count, limit_count,
          filed_count - limit_count, '人', coalesce(measure_text, measure), NULL, 0, coalesce(period_text, due_on), due_on, unit_in_charge,
          person, state, 0, \(Overdue.oversized(.oversizedClass)), 1, 3
        FROM oversized_class WHERE \(TableRules.isOn(.oversizedClass))
        UNION ALL
        SELECT '大校额', org_code, filed_on || ' 建档', filed_count, limit_count, filed_count - limit_count, '人', measure, NULL, 0,
          due_on, due_on, unit_in_charge, person, state, 0, \(Overdue.oversized(.oversizedSchool)), 1, 4
        FROM oversized_school WHERE \(TableRules.isOn(.oversizedSchool))
        UNION ALL
        SELECT '整改', r.org_code, r.problem, NULL, NULL, NULL, NULL, r.measure, NULL, 0, coalesce(r.period_text, r.due_on), r.due_on,
          r.units, r.person, r.state, 0, \(Overdue.rectification), 1, 5
        FROM rectification AS r WHERE \(TableRules.isOn(.rectification, of: "r."))
        ORDER BY 2, place, due_on, content
        """, arguments: ["today": day])
    return Dictionary(grouping: rows) { $0["org_code"] as String }.mapValues { $0.map(Measure.init) }
  }
}

extension SchoolPlan.Measure {
  fileprivate init(_ row: Row) {
    kind = row["kind"]
    content = row["content"]
    value = row["value"]
    goal = row["goal"]
    missing = row["missing"]
    unit = row["missing"] == nil ? nil : row["unit"]
    measure = row["measure"]
    money = row["money"]
    asksMoney = row["asks_money"]
    due = row["due"]
    lastDay = row["due_on"]
    inCharge = row["unit_in_charge"]
    person = row["person"]
    state = row["state"]
    isLate = row["is_late"] ?? false
    isDone = row["is_done"]
    isPlanned = row["is_planned"]
  }
}
