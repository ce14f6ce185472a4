package import GRDB
package import YiceStore

/// 大班额消除 or 大校额消除 by calendar year, against the plan.
package struct OversizeYear: Sendable, Equatable {
  package let year: Int
  /// Entries opened in the year.
  package let filed: Int
  /// Entries whose 计划销号时间 lies in the year.
  package let planned: Int
  /// Entries struck off in the year that still are.
  package let struck: Int
  /// Entries whose class left the school in the year as large as it was (毕业).
  package let graduated: Int
  /// Planned up to the end of the year, and struck off up to then.
  package let plannedSoFar: Int
  package let struckSoFar: Int
  /// Left the school up to the end of the year.
  package let graduatedSoFar: Int
  /// Still on the ledger at the end of the year.
  package let left: Int
  package var isBehind: Bool { struckSoFar + graduatedSoFar < plannedSoFar }

  /// - Parameter ledger: `.oversizedClass` or `.oversizedSchool`.
  package static func all(_ db: Database, of ledger: CatalogTable, orgCode: String? = nil) throws
    -> [OversizeYear]
  {
    let leaves = ledger.column("left_on") == nil ? "NULL" : "substr(left_on, 1, 4)"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT CAST(substr(filed_on, 1, 4) AS INTEGER) AS filed, CAST(substr(due_on, 1, 4) AS INTEGER) AS due,
          CASE WHEN state = '已销号' THEN CAST(substr(struck_on, 1, 4) AS INTEGER) END AS struck,
          CASE WHEN state = '毕业' THEN CAST(\(leaves) AS INTEGER) END AS graduated
        FROM \(ledger.name) WHERE ?1 IS NULL OR org_code = ?1
        """, arguments: [orgCode])
    let filed = rows.map { $0["filed"] as Int }
    let due = rows.compactMap { $0["due"] as Int? }
    let struck = rows.compactMap { $0["struck"] as Int? }
    let graduated = rows.compactMap { $0["graduated"] as Int? }
    guard let first = filed.min(), let last = (filed + due + struck + graduated).max() else { return [] }
    return (first...last).map { year in
      let struckSoFar = struck.count { $0 <= year }
      let graduatedSoFar = graduated.count { $0 <= year }
      return OversizeYear(
        year: year, filed: filed.count { $0 == year }, planned: due.count { $0 == year },
        struck: struck.count { $0 == year }, graduated: graduated.count { $0 == year },
        plannedSoFar: due.count { $0 <= year }, struckSoFar: struckSoFar, graduatedSoFar: graduatedSoFar,
        left: filed.count { $0 <= year } - struckSoFar - graduatedSoFar)
    }
  }
}
