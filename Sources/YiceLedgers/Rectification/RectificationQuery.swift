package import GRDB
internal import YiceStore

/// Entries of 整改清单, with what is overdue on a day.
package struct RectificationQuery: Sendable {
  /// The day that overdue is judged on, YYYY-MM-DD.
  package let today: String
  package var onlyOverdue = false
  /// Due within so many days, overdue ones left out.
  package var dueWithin: Int?
  package var state: String?
  /// One of 责任人 or 责任领导.
  package var person: String?
  package var unit: String?
  package var orgCode: String?

  package init(today: String) { self.today = today }

  /// One entry as lists show it.
  package struct Entry: Sendable {
    package let orgCode: String
    package let school: String?
    package let id: String
    package let source: String
    package let indicator: String?
    package let problem: String
    package let units: String?
    package let leaders: String?
    package let person: String?
    package let dueOn: String?
    package let state: String
    /// Days past the day it was due; nil unless overdue.
    package let daysLate: Int?
    package let formerID: String?
    package var isOverdue: Bool { daysLate != nil }
  }

  private var filter: (sql: String, arguments: [String: (any DatabaseValueConvertible)?]) {
    var sql: [String] = []
    var arguments: [String: (any DatabaseValueConvertible)?] = ["today": today]
    if onlyOverdue { sql.append(Overdue.rectification) }
    if let dueWithin {
      sql.append(
        "(r.state <> '已销号' AND r.state <> '待核验' AND r.due_on BETWEEN :today AND date(:today, '+' || :days || ' days'))"
      )
      arguments["days"] = dueWithin
    }
    if let state {
      sql.append("r.state = :state")
      arguments["state"] = state
    }
    if let orgCode {
      sql.append("r.org_code = :org")
      arguments["org"] = orgCode
    }
    // Several names stand in one column, separated by 、.
    if let unit {
      sql.append("instr('、' || r.units || '、', '、' || :unit || '、')")
      arguments["unit"] = unit
    }
    if let person {
      sql.append(
        "(r.person = :person OR instr('、' || coalesce(r.leaders, '') || '、', '、' || :person || '、'))")
      arguments["person"] = person
    }
    return (sql.isEmpty ? "" : "WHERE " + sql.joined(separator: " AND "), arguments)
  }

  /// By school, then by the day they are due.
  package func entries(_ db: Database) throws -> [Entry] {
    var entries: [Entry] = []
    try forEach(db) { entries.append($0) }
    return entries
  }

  /// The same one by one: a county may have many thousands.
  package func forEach(_ db: Database, _ body: (Entry) -> Void) throws {
    let (sql, arguments) = filter
    let names = try SchoolDirectory.names(db)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.org_code, r.id, r.source, r.indicator, r.problem, r.units, r.leaders, r.person, r.due_on, r.state,
          CASE WHEN \(Overdue.rectification) THEN coalesce(CAST(
            julianday(\(Overdue.rectificationEnd)) - julianday(r.due_on) AS INTEGER), 0) END, r.former_id
        FROM rectification AS r \(sql) ORDER BY r.org_code, r.due_on, r.id
        """, arguments: StatementArguments(arguments))
    // Rows come school by school.
    var org = ""
    var name: String?
    while let row = try rows.next() {
      let code: String = row[0]
      if code != org {
        org = code
        name = names[code]
      }
      body(
        Entry(
          orgCode: org, school: name, id: row[1], source: row[2], indicator: row[3], problem: row[4],
          units: row[5], leaders: row[6], person: row[7], dueOn: row[8], state: row[9], daysLate: row[10],
          formerID: row[11]))
    }
  }
}

// MARK: - Counts

/// Entries counted by a person, a unit or a school; one that names several counts with each.
package struct RectificationCount: Sendable, Equatable {
  package let name: String
  package internal(set) var total = 0
  package internal(set) var struck = 0
  package internal(set) var waiting = 0
  package internal(set) var overdue = 0

  package enum By: String, Sendable, CaseIterable {
    case person = "人"
    case unit = "单位"
    case school = "学校"
    case indicator = "指标"
    case state = "状态"
  }

  package static func count(_ entries: [RectificationQuery.Entry], by: By) -> [RectificationCount] {
    var counts: [String: RectificationCount] = [:]
    for entry in entries {
      for name in Set(names(entry, by)) {
        var count = counts[name] ?? RectificationCount(name: name)
        count.total += 1
        if entry.state == "已销号" { count.struck += 1 }
        if entry.state == "待核验" { count.waiting += 1 }
        if entry.isOverdue { count.overdue += 1 }
        counts[name] = count
      }
    }
    return counts.values.sorted { ($0.overdue, $0.total, $1.name) > ($1.overdue, $1.total, $0.name) }
  }

  private static func names(_ entry: RectificationQuery.Entry, _ by: By) -> [String] {
    let names: [String] =
      switch by {
      case .person: split(entry.leaders) + split(entry.person)
      case .unit: split(entry.units)
      case .school: [entry.school ?? entry.orgCode]
      case .indicator: [entry.indicator ?? ""]
      case .state: [entry.state]
      }
    return names.filter { !$0.isEmpty }.isEmpty ? ["（未填）"] : names.filter { !$0.isEmpty }
  }

  private static func split(_ text: String?) -> [String] {
    text?.split(whereSeparator: { "、，,；;".contains($0) }).map(String.init) ?? []
  }
}
