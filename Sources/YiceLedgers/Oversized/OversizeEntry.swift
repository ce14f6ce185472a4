package import GRDB
package import YiceModel
internal import YiceStore

/// An entry of 大班额台账 or 大校额台账 with its latest count. Decision 0033.
package struct OversizeEntry: Sendable {
  /// What commands name it by: 学校标识码/学段/入学年份/班号, or 学校标识码/建档日期.
  package let key: String
  package let orgCode: String
  /// nil: the whole school.
  package let label: ClassLabel?
  package let school: String?
  package let filedOn: String
  package let filedCount: Int
  package let limit: Int?
  package let level: String
  package let measure: String?
  package let newPlaces: Int?
  package let unit: String?
  package let leader: String?
  package let dueOn: String?
  package let countedOn: String?
  package let count: Int?
  package let state: String
  package let struckOn: String?

  /// What stands under 类别 of a school.
  package static let schoolLevel = "大校额"

  /// 「三年级2班」 in a school year, or 全校.
  package func name(in year: Int, _ stages: StageSystem) -> String {
    label?.name(in: year, stages) ?? OversizeTarget.wholeSchool
  }

  /// Classes by school, 学段, entry and number, then schools.
  package static func all(_ db: Database, state: String? = nil, orgCode: String? = nil) throws
    -> [OversizeEntry]
  {
    try classes(db, state: state, orgCode: orgCode) + schools(db, state: state, orgCode: orgCode)
  }

  private static func schools(_ db: Database, state: String?, orgCode: String?) throws -> [OversizeEntry] {
    let names = try SchoolDirectory.names(db)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM oversized_school WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR org_code = ?2)
        ORDER BY org_code, filed_on
        """, arguments: [state, orgCode]
    ).map { row in
      let org: String = row["org_code"]
      return OversizeEntry(
        key: "\(org)/\(row["filed_on"] as String)", orgCode: org, label: nil, school: names[org],
        filedOn: row["filed_on"], filedCount: row["filed_count"], limit: row["limit_count"],
        level: schoolLevel, measure: row["measure"], newPlaces: row["new_places"],
        unit: row["unit_in_charge"], leader: row["leader"], dueOn: row["due_on"],
        countedOn: row["recounted_on"], count: row["recount"], state: row["state"], struckOn: row["struck_on"]
      )
    }
  }

  private static func classes(_ db: Database, state: String?, orgCode: String?) throws -> [OversizeEntry] {
    let names = try SchoolDirectory.names(db)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT o.*, r.counted_on AS last_counted, r.head_count AS last_count FROM oversized_class AS o
        LEFT JOIN oversized_recount AS r ON r.org_code = o.org_code AND r.stage = o.stage
          AND r.entry_year = o.entry_year AND r.class_no = o.class_no
          AND r.counted_on = (SELECT max(m.counted_on) FROM oversized_recount AS m WHERE m.org_code = o.org_code
            AND m.stage = o.stage AND m.entry_year = o.entry_year AND m.class_no = o.class_no)
        WHERE (?1 IS NULL OR o.state = ?1) AND (?2 IS NULL OR o.org_code = ?2)
        ORDER BY o.org_code, o.stage, o.entry_year, o.class_no
        """, arguments: [state, orgCode]
    ).compactMap { row in
      guard let stage = Stage(word: row["stage"]) else { return nil }
      let org: String = row["org_code"]
      let label = ClassLabel(
        orgCode: org, stage: stage, entryYear: row["entry_year"], number: row["class_no"])
      return OversizeEntry(
        key: "\(org)/\(stage.rawValue)/\(label.entryYear)/\(label.number)", orgCode: org, label: label,
        school: names[org], filedOn: row["filed_on"], filedCount: row["filed_count"],
        limit: row["limit_count"],
        level: row["level"], measure: row["measure"], newPlaces: row["new_places"],
        unit: row["unit_in_charge"],
        leader: row["leader"], dueOn: row["due_on"], countedOn: row["last_counted"], count: row["last_count"],
        state: row["state"], struckOn: row["struck_on"])
    }
  }
}
