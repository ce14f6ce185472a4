internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// The rows that count, as one query that a person can run in any SQLite tool.
extension ElementReading {
  /// - Parameter stage: the 学段, for elements that are given by 学段.
  /// - Returns: a query whose column `amount` adds up to what the school has.
  func query(orgCode: String, year: Int, stage: Stage, rule: RegisterRule) -> String {
    let shown = ElementReading.shown[register] ?? []
    return """
      SELECT \(shown.joined(separator: ", ")), \(value()) AS amount, rev
      FROM \(register)
      WHERE \(condition(orgCode: orgCode, year: year, stage: stage, rule: rule))
      ORDER BY \(shown.prefix(2).joined(separator: ", "))
      """
  }

  /// Which rows count, over the columns of the register.
  func condition(orgCode: String, year: Int, stage: Stage, rule: RegisterRule) -> String {
    var lines = ["school_year = \(year)", "org_code = \(ReadingCondition.quoted(orgCode))"]
    let ofStage = "stage = '\(stage.rawValue)'"
    if element.byStage, !conditions.contains(.filled("stage")) { lines.append(ofStage) }
    lines += conditions.map { $0 == .filled("stage") ? ofStage : $0.sql(rule, stage: stage) }
    return lines.joined(separator: "\n  AND ")
  }

  /// What one row adds, as SQL.
  func value(_ prefix: String = "") -> String {
    let times = times.map { "coalesce(\(prefix)\($0), 1)" }
    switch amount {
    case .rows: return times ?? "1"
    case .column(let column):
      let one = mayBeEmpty ? "coalesce(\(prefix)\(column), 0)" : prefix + column
      return times.map { "\(one) * \($0)" } ?? one
    }
  }

  /// The column that says for how many like things a row stands; empty is one. Decision 0124.
  package var times: String? { ElementReading.times[register] }

  /// By register: 间数 of a room line, whose areas are those of one room.
  private static let times = ["room": "room_count"]

  /// Whether a row can count and leave empty what it adds.
  var mayBeEmpty: Bool {
    guard case .column(let column) = amount else { return false }
    return TableCatalog.table(register)?.column(column)?.required != true
  }

  /// Columns that tell a row to a person.
  private static let shown = [
    "class_roll": ["stage", "entry_year", "class_no", "campus", "head_count"],
    "teacher": ["teacher_no", "name", "subject", "education", "title", "backbone"],
    "room": ["room_no", "name", "campus", "category", "room_count", "floor_area", "multimedia"],
    "ground": ["ground_no", "name", "campus", "category", "area"],
    "equipment": ["item_no", "name", "campus", "category", "quantity", "value"],
  ]
}
