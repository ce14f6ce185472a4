internal import GRDB
internal import YiceStandards
package import YiceStore

/// A row of a register that counts for no 数据项, and what keeps it out.
package struct UncountedRow: Sendable, Equatable {
  package let orgCode: String
  /// The row's key without school and 学年, as `yice set` takes it.
  package let key: String
  /// The column that decides, by its English name.
  package let column: String
  /// What stands in it; nil: empty.
  package let value: String?

  /// A value that the column takes, as a command would write it.
  static func example(_ column: CatalogColumn?) -> String {
    switch column?.type {
    case .boolean?: "是"
    case .choice(let choices)?: choices.first { !$0.isEmpty } ?? "…"
    default: "…"
    }
  }

  /// Why, in words.
  package func reason(_ table: CatalogTable) -> String {
    let label = table.column(column)?.label ?? column
    let isYesNo = table.column(column)?.type == .boolean
    guard let value else { return "“\(label)”没有填" }
    return isYesNo ? "“\(label)”为\(value == "1" ? "是" : "否")" : "“\(label)”为“\(value)”，不在计入之列"
  }
}

extension ElementReading {
  /// Rows of schools in scope that no reading of the register takes, of the year worked out: a query over the working
  /// tables. What a row lacks is told by the first reading, the widest.
  ///
  /// A row that counts with an empty amount is not among them; `doubtful` (SQL/99) has those.
  static func uncountedSQL(_ register: String) -> String? {
    let readings = of(register: register)
    guard let table = TableCatalog.table(register), let widest = readings.first, !widest.conditions.isEmpty
    else { return nil }
    let counts = readings.map { reading in
      let inForce = reading.relaxation.map {
        ["EXISTS (SELECT 1 FROM in_force AS f WHERE f.org_code = n.org_code AND f.item = '\($0)')"]
      }
      return "(" + ((inForce ?? []) + reading.conditions.map { $0.sql("n.") }).joined(separator: " AND ")
        + ")"
    }
    let lacking = widest.conditions.flatMap(\.failures)
    let columns = lacking.map { "WHEN \($0.sql) THEN '\($0.column)'" }
    let values = lacking.map { "WHEN \($0.sql) THEN CAST(n.\($0.column) AS TEXT)" }
    let key = table.key.filter { $0 != "org_code" && $0 != "school_year" }
    return """
      SELECT n.org_code AS org_code, \(key.map { "n." + $0 }.joined(separator: " || '/' || ")) AS row,
        CASE \(columns.joined(separator: " ")) END AS lacking,
        CASE \(values.joined(separator: " ")) END AS value
      FROM scope AS s
      CROSS JOIN chosen_year AS y
      JOIN \(register) AS n ON n.org_code = s.org_code AND n.school_year = y.school_year
      WHERE NOT coalesce(\(counts.joined(separator: " OR ")), 0)
      ORDER BY org_code, row
      """
  }

  /// - Throws: `DatabaseError`.
  static func uncounted(_ db: Database, _ register: String) throws -> [UncountedRow] {
    guard let sql = uncountedSQL(register) else { return [] }
    return try Row.fetchAll(db, sql: sql).map { row in
      UncountedRow(orgCode: row["org_code"], key: row["row"], column: row["lacking"], value: row["value"])
    }
  }
}

extension ReadingCondition {
  /// When it does not hold of row `n`, and which column a person has to look at then.
  fileprivate var failures: [(sql: String, column: String)] {
    let fails = "NOT coalesce(\(sql("n.")), 0)"
    if case .yesOrListed(let column, let other, _) = self {
      return [("n.\(column) = 0", column), (fails, other)]
    }
    return [(fails, column)]
  }
}
