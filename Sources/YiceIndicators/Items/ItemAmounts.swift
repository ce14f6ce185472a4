internal import GRDB
internal import YiceModel

/// What the ratios of items are made of, over the county.
///
/// A figure that every school has is the sum of the schools, each from its register or, without one, its statement; where
/// a school has neither, the county's own statement counts, and without one the figure is 未填. What only the county
/// knows is its statement, or the sum of what schools stated.
struct ItemAmounts {
  struct Amount {
    /// In ten-thousandths of the unit; nil: 未填.
    var e4: Int64?
    /// Of those who could count, in the same unit: their cell is empty.
    var unknown: Int64 = 0
    var missing: [String] = []
    /// 「登记册 12 所，填报值 3 所」, 「县填报值」.
    var basis = ""
  }

  private struct Key: Hashable {
    let element: String
    let stage: String
  }

  /// By element and 学段, then school.
  private var registers: [Key: [String: Int64]] = [:]
  private var unknown: [Key: [String: Int64]] = [:]
  private var statements: [Key: [String: Int64]] = [:]
  let schools: [String]
  private let county: String

  var hasSchools: Bool { !schools.isEmpty }

  init(_ db: Database, county: String) throws {
    self.county = county
    schools = try String.fetchAll(db, sql: "SELECT org_code FROM own_school ORDER BY org_code")
    for row in try Row.fetchAll(db, sql: "SELECT * FROM item_amount") {
      let key = Key(element: row["element"], stage: row["stage"])
      let amount: Int64 = row["amount_e4"]
      if row["source"] as String == "登记册" {
        registers[key, default: [:]][row["org_code"], default: 0] += amount
        unknown[key, default: [:]][row["org_code"], default: 0] += row["unknown_e4"] as Int64
      } else {
        statements[key, default: [:]][row["org_code"], default: 0] += amount
      }
    }
  }

  /// Elements that a school's own register tells.
  private static let fromRegisters: Set = [
    "专任教师数", "持证专任教师数", "完成培训学时教师数", "年度完成培训学时教师数", "符合交流条件教师数", "交流轮岗教师数", "交流轮岗骨干教师数", "随迁子女数",
    "公办就读随迁子女数",
  ]

  func amount(_ element: String, _ stage: Stage?) -> Amount {
    let stated = stated(element, stage)
    guard ItemAmounts.fromRegisters.contains(element) else {
      if let own = stated[county] { return Amount(e4: own, basis: "\(county) 填报值") }
      guard !stated.isEmpty else { return Amount(e4: nil, missing: [element]) }
      return Amount(e4: stated.values.reduce(0, +), basis: "\(stated.count) 所学校填报值")
    }
    let kept = registers[Key(element: element, stage: "")] ?? [:]
    let others = schools.filter { kept[$0] == nil }
    let lacking = others.filter { stated[$0] == nil }
    if lacking.isEmpty, !schools.isEmpty {
      let sum = schools.reduce(Int64(0)) { $0 + (kept[$1] ?? stated[$1] ?? 0) }
      let words = [(schools.count - others.count, "登记册"), (others.count, "填报值")]
        .filter { $0.0 > 0 }.map { "\($1) \($0) 所" }
      let unknown = self.unknown[Key(element: element, stage: "")] ?? [:]
      return Amount(
        e4: sum, unknown: schools.reduce(0) { $0 + (unknown[$1] ?? 0) }, basis: words.joined(separator: "，"))
    }
    if let own = stated[county] { return Amount(e4: own, basis: "\(county) 填报值") }
    let schools = lacking.first.map { "\(lacking.count) 所学校，如 \($0)" } ?? "没有纳入评估的学校"
    return Amount(e4: nil, missing: ["\(element)（\(schools)）"])
  }

  /// One school's own amount: its register's, or its statement.
  func amount(_ element: String, _ stage: Stage?, of school: String) -> Amount {
    if ItemAmounts.fromRegisters.contains(element),
      let kept = registers[Key(element: element, stage: "")]?[school]
    {
      return Amount(
        e4: kept, unknown: unknown[Key(element: element, stage: "")]?[school] ?? 0, basis: "登记册")
    }
    guard let own = stated(element, stage)[school] else { return Amount(e4: nil, missing: [element]) }
    return Amount(e4: own, basis: "填报值")
  }

  /// Statements by school; with a 学段 asked for, those of that 学段, else all of them together.
  private func stated(_ element: String, _ stage: Stage?) -> [String: Int64] {
    var sums: [String: Int64] = [:]
    let stages = stage.map { [$0.rawValue] } ?? ["", "小学", "初中"]
    for name in stages {
      for (code, amount) in statements[Key(element: element, stage: name)] ?? [:] {
        sums[code, default: 0] += amount
      }
    }
    return sums
  }
}
