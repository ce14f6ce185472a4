package import GRDB
internal import YiceModel
package import YiceStandards

/// Works out a county's indicators of one year, end to end.
///
/// The steps are the files of SQL/, over temporary tables: run it inside `YiceFile.readWithTemporaryTables`. It reads
/// every school of the file, so a school's file gives that school alone.
package enum Indicators {
  /// - Parameter year: first year of the 学年; stock figures are taken at 1 September.
  /// - Throws: `DatabaseError`.
  package static func compute(_ db: Database, year: Int, profile: Profile) throws -> CountyFigures {
    let schools = try School.all(db)
    try IndicatorSQL.run(10...10, on: db)
    try Inputs.fill(db, year: year, schools: schools, profile: profile)
    try IndicatorSQL.run(20...30, on: db)
    let scope = Scope(schools, rolls: try School.ownRolls(db), rule: profile.inclusion)
    try Inputs.fill(db, scope: scope)
    try IndicatorSQL.run(40...99, on: db)
    return try Assembly(db, schools: schools, scope: scope, profile: profile, year: year).county()
  }
}
