internal import GRDB
internal import YiceModel

/// A 学段 of a school as key.
struct SegmentKey: Hashable {
  let orgCode: String
  let stage: String
}

/// What the SQL left in its temporary tables, read once and looked up by segment.
struct WorkedTables {
  struct Value {
    let amount: Double?
    let value: Double?
  }

  struct Sum {
    var amount: Double = 0
    var sources: Set<AmountSource> = []
  }

  let pupils: [(key: SegmentKey, pupils: Int)]
  /// By segment, then indicator.
  let values: [SegmentKey: [String: Value]]
  /// By segment, then indicator.
  let missing: [SegmentKey: [String: [MissingElement]]]
  let classes: [SegmentKey: (classes: Int, grades: Int?)]
  /// By school and 学段 ('' for the whole school), then element.
  let sums: [SegmentKey: [String: Sum]]
  /// 数据项 that a register of a school, or of one 并入 it, tells; by school and 学段 ('' for the whole school).
  let told: [SegmentKey: Set<String>]
  /// By school: what of the year is not there yet, with rows (0: classes that are missing altogether).
  let awaited: [String: [(label: String, cases: Int)]]
  /// Schools that give a part of what is split to 附设幼儿班.
  let kindergartens: Set<String>

  init(_ db: Database) throws {
    pupils = try Row.fetchAll(db, sql: "SELECT * FROM segment ORDER BY org_code, stage")
      .map { (WorkedTables.key($0), $0["pupils"]) }
    var values: [SegmentKey: [String: Value]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT * FROM segment_value") {
      values[WorkedTables.key(row), default: [:]][row["indicator"]] =
        Value(amount: row["amount"], value: row["value"])
    }
    self.values = values
    var missing: [SegmentKey: [String: [MissingElement]]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT * FROM missing ORDER BY missing_at, element") {
      missing[WorkedTables.key(row), default: [:]][row["indicator"], default: []]
        .append(MissingElement(element: row["element"], orgCode: row["missing_at"]))
    }
    self.missing = missing
    classes = try WorkedTables.classes(db)
    sums = try WorkedTables.sums(db)
    var told: [SegmentKey: Set<String>] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.into_code AS org_code, k.stage, k.element
        FROM scope AS s JOIN told AS k ON k.org_code = s.org_code
        """)
    for row in rows { told[WorkedTables.key(row), default: []].insert(row["element"]) }
    self.told = told
    var awaited: [String: [(label: String, cases: Int)]] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT * FROM awaited ORDER BY org_code, cases DESC, label") {
      awaited[row["org_code"], default: []].append((row["label"], row["cases"]))
    }
    self.awaited = awaited
    kindergartens = try String.fetchSet(db, sql: "SELECT DISTINCT org_code FROM weighted WHERE stage = '幼儿'")
  }

  private static func key(_ row: Row) -> SegmentKey {
    SegmentKey(orgCode: row["org_code"], stage: row["stage"])
  }

  private static func classes(_ db: Database) throws -> [SegmentKey: (classes: Int, grades: Int?)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.into_code AS org_code, c.stage, sum(c.classes) AS classes,
          CASE WHEN count(c.grade) = count(*) THEN count(DISTINCT c.grade) END AS grades
        FROM scope AS s JOIN school_class AS c ON c.org_code = s.org_code
        GROUP BY s.into_code, c.stage
        """)
    var classes: [SegmentKey: (classes: Int, grades: Int?)] = [:]
    for row in rows { classes[key(row)] = (row["classes"], row["grades"]) }
    return classes
  }

  private static func sums(_ db: Database) throws -> [SegmentKey: [String: Sum]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.into_code AS org_code, a.stage, a.element, a.source, sum(a.amount_e4) AS amount_e4
        FROM scope AS s JOIN amount AS a ON a.org_code = s.org_code
        GROUP BY s.into_code, a.stage, a.element, a.source
        """)
    var sums: [SegmentKey: [String: Sum]] = [:]
    for row in rows {
      let amount: Int64 = row["amount_e4"]
      sums[key(row), default: [:]][row["element"], default: Sum()].amount += Double(amount) / 10_000
      if let source = AmountSource(rawValue: row["source"]) {
        sums[key(row), default: [:]][row["element"], default: Sum()].sources.insert(source)
      }
    }
    return sums
  }
}

// MARK: - Exact values

extension WorkedTables {
  /// A segment's numerator as a fraction, from the parts it was added up from.
  static func exactAmount(_ db: Database, _ key: SegmentKey, _ indicator: String) throws -> ExactFraction {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT amount_e4, weighted, total FROM part
        WHERE org_code = ? AND stage = ? AND indicator = ?
        """, arguments: [key.orgCode, key.stage, indicator])
    return try rows.reduce(ExactFraction(0)) { sum, row in
      let amount = try whole(row["amount_e4"])
      let weighted = try whole(row["weighted"])
      let total = try whole(row["total"])
      return sum + ExactFraction(Int128(amount) * Int128(weighted), Int128(total) * 10_000)
    }
  }

  /// A whole number; absurd data (a class of 10¹⁸ pupils) can make SQLite leave whole numbers.
  private static func whole(_ value: DatabaseValue) throws -> Int64 {
    guard let number = Int64.fromDatabaseValue(value) else {
      throw DatabaseError(message: "学生数或数据项超出可以计算的范围")
    }
    return number
  }
}
