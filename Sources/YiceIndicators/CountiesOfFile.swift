package import GRDB
package import YiceModel

/// The counties of a city's or a province's file. What 教督〔2017〕6号 (县域义务教育优质均衡发展督导评估办法) judges is a county,
/// so nothing is worked out across them. Decision 0058.
package struct CountiesOfFile: YiceError, Equatable {
  package struct County: Sendable, Equatable {
    package let code: String
    package let name: String
    package let schools: Int
  }

  /// By code.
  package let counties: [County]
  /// Schools whose 县级行政区划代码 is not filled in.
  package let unplaced: Int

  /// nil for any other file, and for a file without schools. One county is listed too: its limits are its own, and the
  /// next may join any day.
  package init?(_ db: Database) throws {
    let role = try String.fetchOne(db, sql: "SELECT value FROM file_info WHERE key = 'role'")
    guard role == Role.city.rawValue || role == Role.province.rawValue else { return nil }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.county_code, coalesce(max(c.name), s.county_code) AS name, count(*) AS schools
        FROM org AS s LEFT JOIN org AS c ON c.org_code = s.county_code
        WHERE s.kind <> '教育行政部门' GROUP BY s.county_code ORDER BY s.county_code
        """)
    counties = rows.compactMap { row in
      (row["county_code"] as String?).map { County(code: $0, name: row["name"], schools: row["schools"]) }
    }
    unplaced = rows.first { ($0["county_code"] as String?) == nil }.map { $0["schools"] } ?? 0
    guard !rows.isEmpty else { return nil }
  }

  package var exitStatus: ExitStatus { .usage }

  package var description: String {
    let list = counties.map { "\($0.code) \($0.name)" }.joined(separator: "、")
    return "文件里有 \(counties.count) 个县的学校（\(list)），指标按县计算。请用 yice indicators 文件 看各县，"
      + "用 --county 代码 看一个县；其余命令请在各县的文件里用。"
  }
}
