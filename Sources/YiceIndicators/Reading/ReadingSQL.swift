internal import YiceModel

/// SQL/20, SQL/40 and SQL/45, made from the readings: a statement a register, and a statement a 数据项.
///
/// The files of these names are this text, kept so that the figures can be read, and run, without the program; a test
/// holds them equal and writes them anew with `YICE_RECORD=1`.
enum ReadingSQL {
  static let files = [
    (name: "20-registers-kept", text: registersKept), (name: "21-room-use", text: RoomUse.view),
    (name: "40-amounts-from-registers", text: amounts),
    (name: "45-told-by-registers", text: told),
  ]

  static let made =
    "-- Made from ElementReading.all (Sources/YiceIndicators/Reading), do not edit by hand.\n"

  private static let registersKept =
    made + """
      -- Which registers a school keeps for the year: one row is enough.
      -- Where a register is kept and tells a 数据项 (SQL/45) it counts; where not, the statement (填报值) counts.

      DROP TABLE IF EXISTS temp.kept;
      CREATE TABLE temp.kept (
        org_code TEXT NOT NULL,
        register TEXT NOT NULL,
        PRIMARY KEY (org_code, register)
      ) WITHOUT ROWID;

      """
    + ElementReading.registers.map { register in
      """

      INSERT INTO kept
      SELECT s.org_code, '\(register)' FROM school AS s
      CROSS JOIN chosen_year AS y
      WHERE EXISTS (SELECT 1 FROM \(register) AS r WHERE r.org_code = s.org_code AND r.school_year = y.school_year);

      """
    }.joined()

  private static let amounts =
    made + """
      -- Raw amounts (数据项) of the schools in scope, read from their registers; pupils and classes are SQL/30.
      -- stage '' belongs to the whole school and is split later; campus NULL is tied to no campus (SQL/36).
      -- What counts under a relaxation only (放宽认定) is read where one is in force (SQL/35).

      DROP TABLE IF EXISTS temp.amount;
      CREATE TABLE temp.amount (
        org_code TEXT NOT NULL,
        element TEXT NOT NULL,
        stage TEXT NOT NULL,
        campus TEXT,
        amount_e4 BIGINT NOT NULL,
        source TEXT NOT NULL
      );
      CREATE INDEX temp.amount_by_element ON amount (org_code, element, stage);

      """ + ElementReading.all.filter { $0.register != "class_roll" }.map(amount).joined()

  private static func amount(_ reading: ElementReading) -> String {
    let alias = String(reading.register.prefix(1))
    let byStage = reading.element.byStage
    let place =
      byStage
      ? "\(alias).stage, NULL, "
      : "'',\n  CASE WHEN v.org_code IS NOT NULL THEN \(alias).org_code || '/' || \(alias).campus END AS place,\n  "
    let (joins, conditions) = parts(reading, alias)
    return """

      INSERT INTO amount
      SELECT \(alias).org_code, '\(reading.element.name)', \(place)\(sum(reading, alias)), '登记册'
      FROM scope AS s
      CROSS JOIN chosen_year AS y
      \(joins.joined(separator: "\n"))\(conditions.isEmpty ? "" : "\nWHERE " + conditions.joined(separator: "\n  AND "))
      GROUP BY \(alias).org_code, \(byStage ? "\(alias).stage" : "place");

      """
  }

  /// In ten-thousandths, so that sums are exact: whole numbers kept as REAL, whose sum cannot overflow. What is too large
  /// to be exact so is left out (SQL/56).
  private static func sum(_ reading: ElementReading, _ alias: String) -> String {
    guard reading.amount == .rows else {
      return "cast(sum(round(\(reading.value(alias + ".")) * 10000)) AS BIGINT)"
    }
    return reading.times == nil ? "count(*) * 10000" : "sum(\(reading.value(alias + "."))) * 10000"
  }

  private static func parts(_ reading: ElementReading, _ alias: String) -> (
    joins: [String], conditions: [String]
  ) {
    let register = reading.register
    var joins = [
      "JOIN \(register) AS \(alias) ON \(alias).org_code = s.org_code AND \(alias).school_year = y.school_year"
    ]
    if !reading.element.byStage { joins.append("LEFT JOIN campused AS v ON v.org_code = s.org_code") }
    if let relaxation = reading.relaxation {
      joins.insert("JOIN in_force AS f ON f.org_code = s.org_code AND f.item = '\(relaxation)'", at: 0)
    }
    var conditions: [String] = []
    for condition in reading.conditions {
      let word = condition.joinedWord(alias + ".", stage: alias + ".stage").map { "JOIN " + $0 }
      switch condition {
      case .yesOrListed(let column, _, _):
        joins += word.map { ["LEFT " + $0] } ?? []
        conditions.append("coalesce(\(alias).\(column), CASE WHEN w.word IS NULL THEN 0 ELSE 1 END) = 1")
      default:
        if let word { joins.append(word) } else { conditions.append(condition.sql(alias + ".")) }
      }
    }
    return (joins, conditions)
  }
}
