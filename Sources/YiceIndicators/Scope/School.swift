internal import GRDB
internal import YiceModel
internal import YiceStandards

/// A school of the file as scoping needs it.
struct School {
  let orgCode: String
  let name: String
  let countyCode: String?
  let kind: String
  let runBy: Int?
  let urbanRural: String?
  let inclusion: String?
  let target: String?
  let reason: String?

  /// Every school of the file, by code; the education bureau is none.
  static func all(_ db: Database) throws -> [School] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, name, county_code, kind, run_by, urban_rural, inclusion, inclusion_target, inclusion_reason
        FROM org WHERE kind <> '教育行政部门' ORDER BY org_code
        """)
    return rows.map { row in
      School(
        orgCode: row["org_code"], name: row["name"], countyCode: row["county_code"], kind: row["kind"],
        runBy: row["run_by"],
        urbanRural: row["urban_rural"], inclusion: row["inclusion"], target: row["inclusion_target"],
        reason: row["inclusion_reason"])
    }
  }

  /// Primary and junior pupils of each school itself, before any 并入; kindergarten classes are not counted.
  static func ownRolls(_ db: Database) throws -> [String: Int] {
    var rolls: [String: Int] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, sum(pupils) AS pupils FROM school_pupils
        WHERE stage IN ('小学', '初中') GROUP BY org_code
        """)
    for row in rows { rolls[row["org_code"]] = row["pupils"] }
    return rolls
  }
}
