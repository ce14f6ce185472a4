internal import YiceModel

/// SQL/45: which 数据项 a kept register tells, and so which are left to a statement, or 未填. Decision 0120.
extension ReadingSQL {
  static let told =
    made + """
      -- Which 数据项 a school's register tells; where it does not, the statement (填报值) counts, else it is 未填.
      -- A register that has a row which counts tells the 数据项, and so does one whose rows all say that they do not count:
      -- that is a 0. Where none counts and some leave empty what would decide, or write what is not understood, the 0
      -- would be none.
      -- stage '' belongs to the whole school.

      DROP TABLE IF EXISTS temp.told;
      CREATE TABLE temp.told (
        org_code TEXT NOT NULL,
        element TEXT NOT NULL,
        stage TEXT NOT NULL,
        PRIMARY KEY (org_code, element, stage)
      ) WITHOUT ROWID;

      -- What there is an amount of is told; only of the rest the rows are looked at once more.
      INSERT INTO told
      SELECT a.org_code, a.element, a.stage
      FROM amount AS a
      JOIN element AS e ON e.element = a.element
      WHERE a.amount_e4 > 0 AND a.stage IN ('', \(compulsory)) AND e.relaxation IS NULL
      GROUP BY a.org_code, a.element, a.stage;

      """ + ElementReading.all.map(told).joined() + """

      -- What is 0 for want of anything that decides is no amount.
      DELETE FROM amount
      WHERE source = '登记册' AND amount_e4 = 0 AND NOT EXISTS (
        SELECT 1 FROM told AS k
        WHERE k.org_code = amount.org_code AND k.element = amount.element AND k.stage = amount.stage);

      """

  private static let compulsory = Stage.compulsory.map { "'\($0.rawValue)'" }.joined(separator: ", ")

  private static let stages =
    Stage.compulsory.map { "SELECT '\($0.rawValue)' AS stage" }.joined(separator: " UNION ALL ")

  private static func told(_ reading: ElementReading) -> String {
    reading.isAlwaysTold ? toldByBeingKept(reading) : toldByRows(reading)
  }

  private static func toldByBeingKept(_ reading: ElementReading) -> String {
    let byStage = reading.element.byStage
    return """

      INSERT INTO told
      SELECT s.org_code, '\(reading.element.name)', \(byStage ? "g.stage" : "''")
      FROM scope AS s
      \(byStage ? "CROSS JOIN (\(stages)) AS g\n" : "")JOIN kept AS k ON k.org_code = s.org_code AND k.register = '\(reading.register)';

      """
  }

  private static func toldByRows(_ reading: ElementReading) -> String {
    let byStage = reading.element.byStage
    let stage = byStage ? "g.stage" : "''"
    let words = [
      reading.conditions.lazy.compactMap { $0.joinedWord("n.", stage: stage) }.first,
      UnderstoodWords.of(reading).map { $0.joined("n.") },
    ].compactMap { $0.map { "\n  LEFT JOIN " + $0 } }.joined()
    let counts = byStage ? "CASE WHEN n.stage = g.stage THEN \(reading.state) END" : reading.state
    // Only rows of the 学段, or of none, can say anything of it.
    let ofStage = byStage ? " AND coalesce(n.stage, g.stage) = g.stage" : ""
    return """

      INSERT INTO told
      SELECT q.org_code, '\(reading.element.name)', \(byStage ? "q.stage" : "''")
      FROM (
        SELECT g.org_code,\(byStage ? " g.stage," : "")
          max(\(counts)) AS counts,
          max(CASE WHEN n.org_code IS NOT NULL AND \(reading.state) IS NULL THEN 1 ELSE 0 END) AS unknown
        FROM (
          SELECT s.org_code\(byStage ? ", g.stage" : "")
          FROM scope AS s
          JOIN kept AS r ON r.org_code = s.org_code AND r.register = '\(reading.register)'\(byStage ? "\n    CROSS JOIN (\(stages)) AS g" : "")
          WHERE NOT EXISTS (
            SELECT 1 FROM told AS k
            WHERE k.org_code = s.org_code AND k.element = '\(reading.element.name)' AND k.stage = \(stage))
        ) AS g
        CROSS JOIN chosen_year AS y
        LEFT JOIN \(reading.register) AS n ON n.org_code = g.org_code AND n.school_year = y.school_year\(ofStage)\(words)
        GROUP BY g.org_code\(byStage ? ", g.stage" : "")
      ) AS q
      WHERE q.counts = 1\(reading.needsRows ? "" : " OR q.unknown = 0");

      """
  }
}

extension ElementReading {
  /// Whether keeping the register is enough: every row of it counts, or no school need have any (relaxations).
  fileprivate var isAlwaysTold: Bool { relaxation != nil || (conditions.isEmpty && !mayBeEmpty) }

  /// Of row `n`, with its word `w` and what is understood, `v`: 1 counts, 0 does not, NULL leaves empty what decides.
  fileprivate var state: String {
    let understood = UnderstoodWords.of(self)?.column
    var parts = conditions.map { $0.decision(isUnderstood: $0.column == understood) }
    if case .column(let column) = amount, mayBeEmpty { parts.append((nil, "n.\(column) IS NOT NULL")) }
    let fails = parts.compactMap(\.fails)
    return "CASE" + (fails.isEmpty ? "" : " WHEN \(fails.joined(separator: " OR ")) THEN 0")
      + " WHEN \(parts.map(\.holds).joined(separator: " AND ")) THEN 1 END"
  }
}

extension ReadingCondition {
  /// When row `n` fails it for certain (nil: never), and when it meets it; neither, where what decides is empty, or a text
  /// that is not understood.
  fileprivate func decision(isUnderstood: Bool) -> (fails: String?, holds: String) {
    switch self {
    case .yes(let column): ("n.\(column) <> 1", "n.\(column) = 1")
    case .notYes(let column): ("coalesce(n.\(column), 0) <> 0", "coalesce(n.\(column), 0) = 0")
    case .filled(let column): (nil, "n.\(column) IS NOT NULL")
    case .amongOrYes(_, _, or: _): (nil, sql("n."))
    case .listed(let column, _), .listedForStage(let column, _):
      (
        "w.word IS NULL AND \(isUnderstood ? UnderstoodWords.holds : "n.\(column) IS NOT NULL")",
        "w.word IS NOT NULL"
      )
    case .yesOrListed(let column, let other, _):
      (
        "coalesce(n.\(column), CASE WHEN w.word IS NOT NULL THEN 1 WHEN n.\(other) IS NOT NULL THEN 0 END) <> 1",
        "coalesce(n.\(column), CASE WHEN w.word IS NOT NULL THEN 1 WHEN n.\(other) IS NOT NULL THEN 0 END) = 1"
      )
    }
  }
}
