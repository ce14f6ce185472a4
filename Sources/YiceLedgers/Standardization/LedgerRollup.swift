package import GRDB

/// 一校一册 summed up over the schools of a file.
package struct LedgerRollup: Sendable, Equatable {
  package enum By: String, Sendable, CaseIterable {
    case item = "项目"
    case category = "类别"
    case year = "年度"
    case project = "建设项目"
    case school = "学校"
  }

  package let name: String
  /// Lines asked for (or goals, by year).
  package let lines: Int
  /// Of them, those whose 现状 reaches 应配.
  package let reached: Int
  /// Of them, those where 应配 or 现状 is not known.
  package let unknown: Int
  /// Sum of 缺口 where all lines have one unit; nil where units are mixed.
  package let gap: Double?
  package let unit: String?
  /// 元.
  package let planned: Double
  package let spent: Double

  /// 校校达标: every line that is asked is reached.
  package var isWhole: Bool { lines > 0 && reached == lines }

  package static func all(_ db: Database, by: By) throws -> [LedgerRollup] {
    by == .year ? try years(db) : try lines(db, by)
  }

  private static let groups: [By: String] = [
    .item: "i.category || '　' || i.item", .category: "i.category", .project: "coalesce(i.project, '（未列项目）')",
    .school: "coalesce(o.short_name, o.name, i.org_code)",
  ]

  private static func lines(_ db: Database, _ by: By) throws -> [LedgerRollup] {
    guard let group = groups[by] else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(group) AS name, count(*) AS lines, sum(coalesce(i.actual >= i.required, 0)) AS reached,
          sum(i.actual IS NULL OR i.required IS NULL) AS unknown,
          CASE WHEN min(coalesce(i.unit, '')) = max(coalesce(i.unit, ''))
            THEN sum(CASE WHEN i.actual < i.required THEN i.required - i.actual ELSE 0 END) END AS gap,
          CASE WHEN min(coalesce(i.unit, '')) = max(coalesce(i.unit, '')) THEN min(i.unit) END AS unit,
          sum(coalesce(g.planned, i.money, 0)) AS planned, sum(coalesce(g.spent, 0)) AS spent
        FROM standardization_item AS i
        LEFT JOIN org AS o ON o.org_code = i.org_code
        LEFT JOIN (SELECT org_code, stage, item_id, sum(planned_money) AS planned, sum(spent_money) AS spent
          FROM standardization_goal GROUP BY org_code, stage, item_id) AS g
          ON g.org_code = i.org_code AND g.stage = i.stage AND g.item_id = i.item_id
        WHERE i.required IS NOT NULL OR i.actual IS NOT NULL OR i.project IS NOT NULL
        GROUP BY 1 ORDER BY min(\(by == .school || by == .project ? "i.org_code" : "i.seq")), 1
        """
    ).map { row in
      LedgerRollup(
        name: row["name"], lines: row["lines"], reached: row["reached"], unknown: row["unknown"],
        gap: row["gap"],
        unit: row["unit"], planned: row["planned"], spent: row["spent"])
    }
  }

  /// Yearly goals: how many are set, how many are reached, money planned and spent.
  private static func years(_ db: Database) throws -> [LedgerRollup] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT year, count(*) AS lines, sum(coalesce(done >= goal, 0)) AS reached,
          sum(goal IS NULL OR done IS NULL) AS unknown, sum(coalesce(planned_money, 0)) AS planned,
          sum(coalesce(spent_money, 0)) AS spent
        FROM standardization_goal GROUP BY year ORDER BY year
        """
    ).map { row in
      LedgerRollup(
        name: "\(row["year"] as Int)", lines: row["lines"], reached: row["reached"], unknown: row["unknown"],
        gap: nil,
        unit: nil, planned: row["planned"], spent: row["spent"])
    }
  }
}
