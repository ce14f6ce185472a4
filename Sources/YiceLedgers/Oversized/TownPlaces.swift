package import GRDB
internal import YiceModel
package import YiceStandards

/// 千人学位 of a town and 学年: places that there are and will be, a thousand residents, against the norm. Decision 0193.
package struct TownPlaces: Sendable {
  /// 「全县」 for the sum.
  package let town: String
  package let forecast: PlacesForecast
  /// 常住人口 by the newest row of table `town` up to the year; nil: 未填.
  package let residents: Int?
  /// Of the profile, e.g. 80 for 小学; nil where the norm does not hold (a town that is no 城镇).
  package let norm: Int?
  /// Places that are held against the norm: the town's own, and of the county those of its 城镇.
  package let held: Int

  package var perThousand: Double? {
    guard let residents, residents > 0 else { return nil }
    return Double(forecast.places) * 1000 / Double(residents)
  }

  /// Whether there are as many places as the residents need; nil where one of them is not known.
  package var isEnough: Bool? {
    guard norm != nil, let needed = forecast.neededByResidents else { return nil }
    return held >= needed
  }

  package static let county = "全县"

  /// Towns by name, then the county; each with 小学 and 初中 of every year.
  package static func all(_ db: Database, year: Int, ahead: Int, _ profile: Profile) throws -> [TownPlaces] {
    let towns = try String.fetchAll(
      db,
      sql: """
        SELECT town FROM org WHERE coalesce(town, '') <> '' AND kind NOT IN ('教育行政部门', '幼儿园')
        UNION SELECT town FROM town UNION SELECT town FROM project WHERE coalesce(town, '') <> '' ORDER BY 1
        """)
    let people = try Row.fetchAll(db, sql: "SELECT town, year, residents, urban FROM town ORDER BY year")
    func row(_ town: String, _ now: Int) -> Row? {
      people.last { $0["town"] as String == town && ($0["year"] as Int) <= now }
    }
    func forecasts(_ town: String?) throws -> [PlacesForecast] {
      try PlacesForecast.forecast(
        db, year: year, ahead: ahead, residents: nil, rules: profile.sizes, stages: profile.stages, town: town
      )
    }
    let own = try towns.flatMap { town in
      try forecasts(town).map { forecast in
        let known = row(town, forecast.year)
        let residents = known?["residents"] as Int?
        let norm = known?["urban"] as Bool? == false ? nil : profile.sizes.placesPerThousand[forecast.stage]
        return TownPlaces(
          town: town,
          forecast: forecast.needing(residents.flatMap { n in norm.map { (n * $0 + 999) / 1000 } }),
          residents: residents, norm: norm, held: forecast.places)
      }
    }
    return try own + forecasts(nil).filter { $0.pupils > 0 || $0.places > 0 }.map { sum(own, $0, profile) }
  }

  /// The county's row: all residents and places, and of its norm what its 城镇 have and need; the others are held to none.
  private static func sum(_ towns: [TownPlaces], _ forecast: PlacesForecast, _ profile: Profile) -> TownPlaces
  {
    let own = towns.filter { $0.forecast.year == forecast.year && $0.forecast.stage == forecast.stage }
    let held = own.filter { $0.norm != nil }
    return TownPlaces(
      town: county, forecast: forecast.needing(total(held.map(\.forecast.neededByResidents))),
      residents: total(own.map(\.residents)),
      norm: own.isEmpty || !held.isEmpty ? profile.sizes.placesPerThousand[forecast.stage] : nil,
      held: held.reduce(0) { $0 + $1.forecast.places })
  }

  /// nil where one of them is not known, or there is none.
  private static func total(_ numbers: [Int?]) -> Int? {
    let known = numbers.compactMap { $0 }
    return known.isEmpty || known.count < numbers.count ? nil : known.reduce(0, +)
  }

  /// A line a 学段 of the county's `status`; none without residents.
  package static func lines(_ db: Database, year: Int, _ profile: Profile) throws -> [ProgrammeLine] {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM town)") == true else { return [] }
    let all = try self.all(db, year: year, ahead: 0, profile)
    return Stage.compulsory.compactMap { stage in
      let towns = all.filter { $0.forecast.stage == stage && $0.town != county }
      guard !towns.isEmpty else { return nil }
      let short = towns.filter { $0.isEnough == false }.map(\.town)
      let unknown = towns.count { $0.residents == nil }
      let words = [
        short.isEmpty ? nil : "不足：\(short.prefix(5).joined(separator: "、"))\(short.count > 5 ? " 等" : "")",
        unknown > 0 ? "\(unknown) 个乡镇没有人口" : nil,
      ]
      return ProgrammeLine(
        section: "学位", name: "千人学位 \(stage.rawValue)", total: towns.count,
        done: towns.count { $0.isEnough == true },
        overdue: nil, remark: words.compactMap { $0 }.joined(separator: "；"))
    }
  }
}

extension PlacesForecast {
  /// The same with what the residents need.
  fileprivate func needing(_ places: Int?) -> PlacesForecast {
    PlacesForecast(year: year, stage: stage, pupils: pupils, places: self.places, neededByResidents: places)
  }
}
