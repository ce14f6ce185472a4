package import GRDB
internal import YiceModel
package import YiceStandards

/// The connection that figures are worked out on; rooms above name it without knowing more.
package typealias FigureDatabase = Database

/// Works out a county's indicators of one year, end to end.
///
/// The steps are the files of SQL/, over temporary tables: run it inside `YiceFile.readWithTemporaryTables`. It reads
/// every school of the file, so a school's file gives that school alone.
package enum Indicators {
  /// - Parameters:
  ///   - year: first year of the 学年; stock figures are taken at 1 September.
  ///   - day: YYYY-MM-DD on which a relaxation (放宽认定) must still be in force; nil: strict figures only.
  ///   - summary: the county only: no segments are kept, for files of hundreds of thousands of schools.
  ///   - changes: what-if changes to amounts, in memory only.
  ///   - county: code of the county, in a city's or a province's file; the limits on differences hold within a county.
  /// - Throws: `DatabaseError`, `ChangeError`, `CountiesOfFile`.
  package static func compute(
    _ db: Database, year: Int, profile: Profile, on day: String? = nil, changes: [AmountChange] = [],
    summary: Bool = false, county: String? = nil
  ) throws -> CountyFigures {
    if county == nil, let counties = try CountiesOfFile(db) { throw counties }
    let schools = try School.all(db).filter { county == nil || $0.countyCode == county }
    try IndicatorSQL.run(10...10, on: db)
    try Inputs.fill(db, year: year, schools: schools, profile: profile, on: day)
    try IndicatorSQL.run(20...30, on: db)
    try AmountChange.applyPupils(changes, to: db)
    let scope = Scope(schools, rolls: try School.ownRolls(db), rule: profile.inclusion)
    try Inputs.fill(db, scope: scope)
    try IndicatorSQL.run(35...55, on: db)
    try AmountChange.apply(changes, to: db)
    try IndicatorSQL.run(60...99, on: db)
    if summary { return try SummaryAssembly(db, scope: scope, profile: profile, year: year).county() }
    return try Assembly(db, schools: schools, scope: scope, profile: profile, year: year, on: day).county()
  }
}
