internal import GRDB
internal import YiceModel
internal import YiceStandards

/// Works out a county's indicators of one year, end to end: the steps are the files of SQL/, over the working tables of a
/// `WorkedYear`, which tells the parameters.
enum Indicators {
  /// - Throws: `DatabaseError`, `ChangeError`, `CountiesOfFile`.
  static func compute(
    _ db: Database, year: Int, profile: Profile, on day: String?, changes: [AmountChange], summary: Bool,
    county: String?
  ) throws -> CountyFigures {
    if county == nil, let counties = try CountiesOfFile(db) { throw counties }
    let schools = try School.all(db).filter { county == nil || $0.countyCode == county }
    let scope = try scope(db, year: year, schools: schools, profile: profile, on: day, changes: changes)
    if !summary { try RoomTexts.fill(db, profile.registers) }
    try IndicatorSQL.run(35...56, on: db)
    try AmountChange.apply(changes, to: db)
    try IndicatorSQL.run(60...99, on: db)
    if summary { return try SummaryAssembly(db, scope: scope, profile: profile, year: year).county() }
    return try Assembly(db, schools: schools, scope: scope, profile: profile, year: year, on: day).county()
  }

  /// The first steps: what is asked, the pupils, and which schools count.
  static func scope(
    _ db: Database, year: Int, schools: [School], profile: Profile, on day: String?,
    changes: [AmountChange] = [], everyRelaxation: Bool = false
  ) throws -> Scope {
    try IndicatorSQL.run(10...10, on: db)
    try Inputs.fill(
      db, year: year, schools: schools, profile: profile, on: day, everyRelaxation: everyRelaxation)
    try IndicatorSQL.run(20...30, on: db)
    try AmountChange.applyPupils(changes, to: db)
    let scope = Scope(schools, rolls: try School.ownRolls(db), rule: profile.inclusion)
    try Inputs.fill(db, scope: scope)
    return scope
  }
}
