import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Files for histories to begin with, made once a batch: a school's, a county's, a city's, without rows but for a background
/// that all of them share.
final class TraceTemplates {
  /// The one revision of the background: the schools' own rows, and verdicts that let an order be returned.
  static let background: Set<Int64> = [1]

  private let work: Workdir
  let places: TracePlaces
  private var made: Set<String> = []

  init(in work: Workdir) {
    self.work = work
    places = TracePlaces(in: work)
  }

  func path(role word: String, org: String) throws -> String {
    let path = work.file("template-\(org).db")
    guard made.insert(path).inserted else { return path }
    guard let role = Role(word: word), let code = ModelRow.codes[org] else { throw StoreError.notYice(path) }
    let county = role == .city ? nil : ModelRow.county[org].flatMap { ModelRow.codes[$0] }
    let info = FileInfo(role: role, orgCode: code, orgName: org, countyCode: county, schoolYear: 2022)
    let file = try YiceFile.create(path, info: info, author: .tester)
    try file.withConnection { db in
      for school in ["S1", "S2", "S3"] where isHeld(school, by: org) { try background(school, db) }
      try db.execute(sql: "VACUUM")
    }
    return path
  }

  private func isHeld(_ school: String, by org: String) -> Bool {
    org == school || org == ModelRow.county[school] || org == "Y"
  }

  private func background(_ school: String, _ db: Database) throws {
    let code = ModelRow.codes[school] ?? ""
    let county = ModelRow.county[school].flatMap { ModelRow.codes[$0] }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO revision (id, org_code, at, role, author, tool, action)
        VALUES (1, '990101', '2022-09-01T00:00:00.000Z', 'county', 'a', 't', 'new')
        """)
    for area in ["register", "oversight"] {
      try db.execute(
        sql: "INSERT INTO revision_area (id, org_code, class) VALUES (1, ?, ?)", arguments: [code, area])
    }
    try db.execute(
      sql: "INSERT INTO org (org_code, name, kind, county_code, rev) VALUES (?, ?, '小学', ?, 1)",
      arguments: [code, school, county])
    for id in ["o1", "w1"] {
      try db.execute(
        sql: """
          INSERT INTO verdict (org_code, id, subject_table, subject_key, result, verified_on, reason, rev)
          VALUES (?1, ?2, 'rectification', ?1 || '/' || ?2, '退回', '2022-10-02', '未完成', 1)
          """, arguments: [code, id])
    }
  }
}
