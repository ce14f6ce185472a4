package import GRDB
package import YiceModel
package import YiceStandards

/// 学位 of the years to come: pupils expected from the rolls, against places at the class limit; and what the residents
/// need at so many places a thousand.
package struct PlacesForecast: Sendable, Equatable {
  package let year: Int
  package let stage: Stage
  /// Classes move up; the first grade of 小学 is taken as large as the newest one, that of 初中 is the leaving 小学.
  package let pupils: Int
  /// Today's classes at the limit, and 新增学位: of projects from the year in which they are finished, of the ledger at
  /// once where its school has no project.
  package let places: Int
  package var gap: Int { max(0, pupils - places) }
  /// What the residents need; nil without their number.
  package let neededByResidents: Int?

  /// - Parameters:
  ///   - year: 学年 of the rolls.
  ///   - ahead: how many years to look ahead.
  ///   - residents: 常住人口, in persons.
  package static func forecast(
    _ db: Database, year: Int, ahead: Int, residents: Int?, rules: SizeRules, stages: StageSystem,
    orgCode: String? = nil, town: String? = nil
  ) throws -> [PlacesForecast] {
    var cohorts: [Stage: [Int: Int]] = [:]
    var classes: [Stage: Int] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT stage, entry_year, count(*) AS classes, sum(head_count) AS pupils FROM class_roll
        WHERE school_year = ?1 AND stage IN ('小学', '初中') AND (?2 IS NULL OR org_code = ?2)
          AND (?3 IS NULL OR org_code IN (SELECT org_code FROM org WHERE town = ?3))
        GROUP BY stage, entry_year
        """, arguments: [year, orgCode, town])
    {
      guard let stage = Stage(word: row["stage"]) else { continue }
      cohorts[stage, default: [:]][row["entry_year"], default: 0] += row["pupils"] as Int
      classes[stage, default: 0] += row["classes"] as Int
    }
    let added = try Row.fetchAll(
      db,
      sql: """
        SELECT stage, sum(new_places) AS places FROM oversized_class AS o
        WHERE new_places IS NOT NULL AND (?1 IS NULL OR org_code = ?1)
          AND (?2 IS NULL OR org_code IN (SELECT org_code FROM org WHERE town = ?2))
          AND NOT EXISTS (SELECT 1 FROM project AS p WHERE p.org_code = o.org_code AND p.places > 0)
        GROUP BY stage
        """, arguments: [orgCode, town])
    let projects = try NewPlaces.all(db, year: year, orgCode: orgCode, town: town)
    var places: [Stage: Int] = [:]
    for stage in Stage.compulsory { places[stage] = (classes[stage] ?? 0) * (rules.classLimit[stage] ?? 0) }
    for row in added {
      if let stage = Stage(word: row["stage"]) { places[stage, default: 0] += row["places"] as Int }
    }
    let primary = cohorts[.primary] ?? [:]
    func intake(_ stage: Stage, _ entry: Int) -> Int {
      if entry <= year { return cohorts[stage]?[entry] ?? 0 }
      let newest = primary[year] ?? 0
      guard stage == .junior else { return newest }
      // They entered 小学 as many years before as it has.
      let first = entry - stages[.primary]
      return first <= year ? primary[first] ?? 0 : newest
    }
    return (0...max(0, ahead)).flatMap { step in
      Stage.compulsory.map { stage in
        let now = year + step
        let pupils = (0..<stages[stage]).reduce(0) { $0 + intake(stage, now - $1) }
        let needed = residents.flatMap { residents in
          rules.placesPerThousand[stage].map { (residents * $0 + 999) / 1000 }
        }
        return PlacesForecast(
          year: now, stage: stage, pupils: pupils,
          places: (places[stage] ?? 0) + projects.reduce(0) { $0 + $1.places(in: now, stage) },
          neededByResidents: needed)
      }
    }
  }
}
