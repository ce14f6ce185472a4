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
  /// Lines (by year: goals), and how they stand.
  package let count: LineCount
  /// Sum of 缺口 where all lines have one unit; nil where units are mixed.
  package let gap: Double?
  package let unit: String?
  /// 元.
  package let planned: Double
  package let spent: Double

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
        SELECT \(group) AS name, \(LineCount.columns),
          CASE WHEN min(coalesce(i.unit, '')) = max(coalesce(i.unit, ''))
            THEN total(\(LineStanding.gap)) END AS gap,
          CASE WHEN min(coalesce(i.unit, '')) = max(coalesce(i.unit, '')) THEN min(i.unit) END AS unit,
          sum(coalesce(g.planned, i.money, 0)) AS planned, sum(coalesce(g.spent, 0)) AS spent
        FROM standardization_item AS i
        LEFT JOIN org AS o ON o.org_code = i.org_code
        LEFT JOIN (SELECT org_code, stage, item_id, sum(planned_money) AS planned, sum(spent_money) AS spent
          FROM standardization_goal GROUP BY org_code, stage, item_id) AS g
          ON g.org_code = i.org_code AND g.stage = i.stage AND g.item_id = i.item_id
        GROUP BY 1 ORDER BY min(\(by == .school || by == .project ? "i.org_code" : "i.seq")), 1
        """
    ).map { row in
      LedgerRollup(
        name: row["name"], count: LineCount(row), gap: row["gap"],
        unit: row["unit"], planned: row["planned"], spent: row["spent"])
    }
  }

  /// Yearly goals: how many are set, how many are reached, money planned and spent.
  private static func years(_ db: Database) throws -> [LedgerRollup] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT year, \(LineCount.columns), sum(coalesce(planned_money, 0)) AS planned,
          sum(coalesce(spent_money, 0)) AS spent
        FROM (SELECT *, done AS actual, goal AS required FROM standardization_goal) AS i GROUP BY year ORDER BY year
        """
    ).map { row in
      LedgerRollup(
        name: "\(row["year"] as Int)", count: LineCount(row), gap: nil,
        unit: nil, planned: row["planned"], spent: row["spent"])
    }
  }
}
