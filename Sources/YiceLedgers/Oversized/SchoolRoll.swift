package import GRDB

/// A school's pupils of 小学 and 初中 together in one school year, from its class rolls, or as stated where it keeps none.
package struct SchoolRoll: Sendable, Equatable {
  package let orgCode: String
  package let kind: String
  package let pupils: Int

  /// Schools with pupils, by code.
  package static func all(_ db: Database, year: Int) throws -> [SchoolRoll] {
    try Row.fetchAll(
      db,
      sql: """
        WITH roll AS (
          SELECT org_code, sum(head_count) AS pupils FROM class_roll
          WHERE school_year = ?1 AND stage IN ('小学', '初中') GROUP BY org_code
        )
        SELECT o.org_code, o.kind, coalesce(r.pupils, (
          SELECT sum(CAST(round(s.value) AS INTEGER)) FROM statement AS s
          WHERE s.org_code = o.org_code AND s.school_year = ?1 AND s.element = '学生数'
            AND (s.stage IN ('小学', '初中') OR s.stage = '' AND o.kind IN ('小学', '教学点', '初级中学')))) AS pupils
        FROM org AS o LEFT JOIN roll AS r ON r.org_code = o.org_code
        WHERE o.kind <> '教育行政部门' ORDER BY o.org_code
        """, arguments: [year]
    ).compactMap { row in
      guard let pupils = row["pupils"] as Int? else { return nil }
      return SchoolRoll(orgCode: row["org_code"], kind: row["kind"], pupils: pupils)
    }
  }
}
