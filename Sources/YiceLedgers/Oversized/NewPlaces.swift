internal import GRDB
internal import YiceModel

/// 新增学位 of a building project, from the 学年 in which it is finished.
struct NewPlaces {
  private let places: Int
  private let stage: Stage
  /// First 学年 that has them.
  private let since: Int

  func places(in year: Int, _ stage: Stage) -> Int { stage == self.stage && year >= since ? places : 0 }

  /// Projects that are not finished by the rolls of the year: what is finished before has its classes in them. A project
  /// without a 学段 is for the one 学段 of its school; without a day it never counts.
  static func all(_ db: Database, year: Int, orgCode: String?, town: String?) throws -> [NewPlaces] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.places, coalesce(p.stage, CASE WHEN o.kind IN ('小学', '教学点') THEN '小学'
            WHEN o.kind = '初级中学' THEN '初中' WHEN p.school_name LIKE '%小学%' THEN '小学'
            WHEN p.school_name LIKE '%初%中%' THEN '初中' END) AS stage,
          coalesce(p.done_on, p.due_on) AS day
        FROM project AS p LEFT JOIN org AS o ON o.org_code = p.org_code
        WHERE p.places > 0 AND coalesce(p.state, '') <> '停缓建' AND coalesce(p.done_on, p.due_on) > ?1 || '-09-01'
          AND (?2 IS NULL OR p.org_code = ?2) AND (?3 IS NULL OR coalesce(p.town, o.town) = ?3)
        """, arguments: [year, orgCode, town]
    ).compactMap { row in
      guard let stage = (row["stage"] as String?).flatMap(Stage.init(word:)), let day = row["day"] as String?,
        let finished = Int(day.prefix(4))
      else { return nil }
      return NewPlaces(
        places: row["places"], stage: stage, since: day.dropFirst(5) <= "09-01" ? finished : finished + 1)
    }
  }
}
