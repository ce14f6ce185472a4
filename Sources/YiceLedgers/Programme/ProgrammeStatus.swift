package import GRDB
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// One line of what stands where in a programme: a thing, how many there are, how many are done, what is wrong.
package struct ProgrammeLine: Sendable, Equatable {
  package let section: String
  package let name: String
  package let total: Int
  /// nil where nothing is ever done with it.
  package let done: Int?
  package let overdue: Int?
  /// In words.
  package let remark: String?
}

/// The ledgers, 任务, 政策, what programmes ask for, 共同体 and 领导小组 at a glance.
package struct ProgrammeStatus {
  private let db: Database
  private let today: String
  private let year: Int?
  private let question: DemandQuestion

  /// - Parameters:
  ///   - today: YYYY-MM-DD.
  ///   - bureau: code of the county.
  package init(_ db: Database, today: String, year: Int?, bureau: String, _ profile: Profile) {
    self.db = db
    self.today = today
    self.year = year
    question = DemandQuestion(year: year, today: today, bureau: bureau, profile)
  }

  package init(_ db: Database, _ question: Question) {
    self.init(db, today: question.day, year: question.year, bureau: question.bureau, question.profile)
  }

  package func lines() throws -> [ProgrammeLine] {
    try ledgers() + materials() + programme()
  }

  /// What the programme itself says and asks for, without ledgers and materials, which have places of their own.
  package func programme() throws -> [ProgrammeLine] {
    try tasks() + policies() + demands() + groups() + people()
  }

  private func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
    try Row.fetchAll(db, sql: sql, arguments: arguments)
  }

  private func ledgers() throws -> [ProgrammeLine] {
    let rectification = try rows(
      """
      SELECT count(*) AS n, sum(r.state = '已销号') AS done, sum(\(Overdue.rectification)) AS late,
        sum(r.state = '待核验') AS waiting FROM rectification AS r
      """, ["today": today])
    let isOn = "(\(TableRules.isOn(.oversizedClass)))"
    let classes = try rows(
      """
      SELECT count(*) AS n, sum(NOT \(isOn)) AS done, sum(\(Overdue.oversized(.oversizedClass))) AS late,
        sum(state = '反弹') AS back FROM oversized_class
      """, ["today": today])
    let schools = try rows(
      """
      SELECT count(*) AS n, sum(NOT (\(TableRules.isOn(.oversizedSchool)))) AS done,
        sum(\(Overdue.oversized(.oversizedSchool))) AS late FROM oversized_school
      """, ["today": today])
    let volume = try rows(
      """
      SELECT count(*) AS n, \(LineCount.columns), sum(\(Overdue.standardization)) AS late
      FROM standardization_item AS i
      """, ["today": today])
    let count = volume.first.map(LineCount.init)
    return [
      ledger("一校一册", volume, done: "reached", count.map { "有缺口 \($0.short) 项，未填 \($0.unknown) 项" }),
      ledger("大班额台账", classes, words("back", "个班反弹", classes)),
      ledger("大校额台账", schools, nil),
      ledger("整改清单", rectification, words("waiting", "条待核验", rectification)),
    ].compactMap { $0 }
  }

  private func ledger(_ name: String, _ rows: [Row], done: String = "done", _ remark: String?)
    -> ProgrammeLine?
  {
    guard let row = rows.first, (row["n"] as Int) > 0 else { return nil }
    return ProgrammeLine(
      section: "台账", name: name, total: row["n"], done: row[done], overdue: row["late"], remark: remark)
  }

  private func words(_ column: String, _ words: String, _ rows: [Row]) -> String? {
    let number: Int = rows.first.flatMap { $0[column] } ?? 0
    return number > 0 ? "\(number) \(words)" : nil
  }

  /// What is expected of the county and of the schools, and how much of it is attached.
  private func materials() throws -> [ProgrammeLine] {
    guard let file = try FileInfo(db) else { return [] }
    let plan = try MaterialPlan(db, file, year: year)
    return ["县", "校"].compactMap { who in
      let lines = plan.lines.filter { $0.who == who && $0.isRequired }
      guard !lines.isEmpty else { return nil }
      let missing = lines.filter { $0.state == .missing }
      var seen: Set<String> = []
      let ids = missing.map(\.id).filter { seen.insert($0).inserted }
      return ProgrammeLine(
        section: "档案", name: "档案目录（\(who)准备的）", total: lines.count, done: lines.count - missing.count,
        overdue: nil,
        remark: ids.isEmpty
          ? nil : "缺 \(missing.count) 件：\(ids.prefix(8).joined(separator: "、"))\(ids.count > 8 ? " 等" : "")")
    }
  }

  /// By year and stage, in the order of the notice; a notice's slips are told, never put right.
  private func tasks() throws -> [ProgrammeLine] {
    let stages = try rows(
      """
      SELECT coalesce(year || '年 ', '') || coalesce(stage_name, '（未分阶段）') AS name, count(*) AS n,
        sum(coalesce(done, 0)) AS done, sum(\(Overdue.task)) AS late,
        sum(due_on < starts_on) AS turned FROM task GROUP BY 1 ORDER BY min(coalesce(year, 0)), min(CAST(seq AS INTEGER)), 1
      """, ["today": today])
    return stages.map { row in
      let turned: Int = row["turned"] ?? 0
      return ProgrammeLine(
        section: "任务", name: row["name"], total: row["n"], done: row["done"], overdue: row["late"],
        remark: turned > 0 ? "\(turned) 项的时限早于开始日期" : nil)
    }
  }

  private func policies() throws -> [ProgrammeLine] {
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM policy") ?? 0
    guard total > 0 else { return [] }
    let numbers = Set(
      try String.fetchAll(db, sql: "SELECT seq FROM policy WHERE seq IS NOT NULL").compactMap { Int($0) })
    let missing = numbers.isEmpty ? [] : (1...(numbers.max() ?? 1)).filter { !numbers.contains($0) }
    return [
      ProgrammeLine(
        section: "政策", name: "政策（制度）清单", total: total, done: nil, overdue: nil,
        remark: missing.isEmpty ? nil : "序号缺 \(missing.map { "\($0)" }.joined(separator: "、"))")
    ]
  }

  /// What programmes ask for, each as its own query sums it up.
  private func demands() throws -> [ProgrammeLine] { try Demand.all.flatMap { try $0.lines(db, question) } }

  /// Groups with their schools, pupils and classes.
  private func groups() throws -> [ProgrammeLine] {
    try rows(
      """
      SELECT g.group_name AS name, count(DISTINCT g.member_code) AS n,
        sum(p.pupils) AS pupils, sum(p.classes) AS classes, max(CASE WHEN g.leading = 1 THEN o.name END) AS leading,
        sum(o.org_code IS NULL) AS unknown
      FROM school_group AS g LEFT JOIN org AS o ON o.org_code = g.member_code
      LEFT JOIN (SELECT org_code, sum(head_count) AS pupils, count(*) AS classes FROM class_roll
        WHERE school_year = ?1 GROUP BY org_code) AS p ON p.org_code = g.member_code
      GROUP BY g.org_code, g.group_name
      """, [year]
    ).sorted { NaturalOrder($0["name"]) < NaturalOrder($1["name"]) }.map { row in
      var words: [String] = []
      if let leading: String = row["leading"] { words.append("牵头 \(leading)") }
      if let pupils: Int = row["pupils"], let classes: Int = row["classes"] {
        words.append("\(classes) 个班 \(pupils) 人")
      }
      let unknown: Int = row["unknown"]
      if unknown > 0 { words.append("\(unknown) 所不在学校机构表") }
      return ProgrammeLine(
        section: "共同体", name: row["name"], total: row["n"], done: nil, overdue: nil,
        remark: words.isEmpty ? nil : words.joined(separator: "，"))
    }
  }

  /// Units of the leading group, and units that ledgers name without being in it.
  private func people() throws -> [ProgrammeLine] {
    let units = Set(try String.fetchAll(db, sql: "SELECT unit FROM person_unit"))
    guard !units.isEmpty else { return [] }
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM person_unit") ?? 0
    let named = try String.fetchAll(
      db,
      sql: """
        SELECT units FROM rectification WHERE units IS NOT NULL UNION SELECT units FROM task WHERE units IS NOT NULL
        UNION SELECT lead_unit FROM task WHERE lead_unit IS NOT NULL
        UNION SELECT unit_in_charge FROM oversized_class WHERE unit_in_charge IS NOT NULL
        """)
    let strange = Set(named.flatMap { $0.split(whereSeparator: { "、，,；;".contains($0) }).map(String.init) })
      .subtracting(units).sorted()
    return [
      ProgrammeLine(
        section: "组织", name: "领导小组和部门职责", total: total, done: nil, overdue: nil,
        remark: strange.isEmpty
          ? nil : "台账里有而这里没有的单位：\(strange.prefix(5).joined(separator: "、"))\(strange.count > 5 ? "等" : "")")
    ]
  }
}

/// 「97.5%」, one decimal, half up; 100 % only when all are done.
package enum Percent {
  package static func text(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "—" }
    let tenths = part == whole ? 1000 : min(999, (part * 2000 + whole) / (2 * whole))
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
