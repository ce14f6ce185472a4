internal import YiceModel

/// SQL/45: which 数据项 a kept register tells, and so which are left to a statement, or 未填. Decision 0120.
extension ReadingSQL {
  static let told =
    made + """
      -- Which 数据项 a school's register tells; where it does not, the statement (填报值) counts, else it is 未填.
      -- A register that has a row which counts tells the 数据项, and so does one whose rows all say that they do not count:
      -- that is a 0. Where none counts and some leave empty what would decide, the 0 would be none.
      -- stage '' belongs to the whole school.

      DROP TABLE IF EXISTS temp.told;
      CREATE TEMP TABLE told (
        org_code TEXT NOT NULL,
        element TEXT NOT NULL,
        stage TEXT NOT NULL,
        PRIMARY KEY (org_code, element, stage)
      ) WITHOUT ROWID;

      """ + ElementReading.all.map(told).joined() + """

      -- What is 0 for want of anything that decides is no amount.
      DELETE FROM amount
      WHERE source = '登记册' AND amount_e4 = 0 AND NOT EXISTS (
        SELECT 1 FROM told AS k
        WHERE k.org_code = amount.org_code AND k.element = amount.element AND k.stage = amount.stage);

      """

  private static func told(_ reading: ElementReading) -> String {
    let byStage = reading.element.byStage
    let stage = byStage ? "g.stage" : "''"
    var lines = [
      "", "INSERT INTO told", "SELECT s.org_code, '\(reading.element.name)', \(stage)", "FROM scope AS s",
    ]
    if byStage { lines.append("CROSS JOIN (\(stages)) AS g") }
    lines.append("CROSS JOIN chosen_year AS y")
    lines.append("JOIN kept AS k ON k.org_code = s.org_code AND k.register = '\(reading.register)'")
    guard !reading.isAlwaysTold else { return lines.joined(separator: "\n") + ";\n" }
    lines += [
      "WHERE EXISTS (",
      "  SELECT 1 FROM amount AS a",
      "  WHERE a.org_code = s.org_code AND a.element = '\(reading.element.name)' AND a.stage = \(stage)",
      "    AND a.amount_e4 > 0)",
      "  OR EXISTS (", rows(reading, byStage ? "n.stage = g.stage" : nil, reading.state) + ")",
    ]
    if !reading.needsRows {
      lines += [
        "  OR NOT EXISTS (",
        rows(reading, byStage ? "coalesce(n.stage, g.stage) = g.stage" : nil, "(\(reading.state)) IS NULL")
          + ")",
      ]
    }
    return lines.joined(separator: "\n") + ";\n"
  }

  private static let stages =
    Stage.compulsory.map { "SELECT '\($0.rawValue)' AS stage" }.joined(separator: " UNION ALL ")

  private static func rows(_ reading: ElementReading, _ ofStage: String?, _ state: String) -> String {
    let conditions =
      ["n.org_code = s.org_code AND n.school_year = y.school_year"] + [ofStage, state].compactMap { $0 }
    return "    SELECT 1 FROM \(reading.register) AS n\n    WHERE "
      + conditions.joined(separator: "\n      AND ")
  }
}

extension ElementReading {
  /// Whether keeping the register is enough: every row of it counts, or no school need have any (relaxations).
  fileprivate var isAlwaysTold: Bool { relaxation != nil || (conditions.isEmpty && !mayBeEmpty) }

  /// Of row `n` beside 学段 `g`: 1 counts, 0 does not, NULL leaves empty what decides.
  fileprivate var state: String {
    var parts = conditions.map { condition -> String in
      switch condition {
      case .filled(let column): "CASE WHEN n.\(column) IS NOT NULL THEN 1 END"
      case .listedForStage(let column, let list):
        "n.\(column) IN (SELECT w.word FROM word AS w WHERE w.list = '\(list)' AND w.stage = g.stage)"
      case .yesOrListed(let column, let other, let list):
        "coalesce(n.\(column), n.\(other) IN (SELECT w.word FROM word AS w WHERE w.list = '\(list)')) = 1"
      default: condition.sql("n.")
      }
    }
    if case .column(let column) = amount, mayBeEmpty {
      parts.append("CASE WHEN n.\(column) IS NOT NULL THEN 1 END")
    }
    return parts.joined(separator: " AND ")
  }
}
