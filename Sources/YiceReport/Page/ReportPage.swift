package import GRDB
package import YiceIndicators
internal import YiceModel
package import YiceStore

/// One self-contained HTML page: of the county, or of one school (一校一册 on paper). It asks for nothing from the
/// network and holds no script but its own for sorting.
package enum ReportPage {
  /// - Parameter earlier: figures of other years, oldest first, for the trend.
  /// - Throws: `DatabaseError`, `ReportRefusal`.
  package static func html(
    _ db: Database, info: FileInfo, figures: CountyFigures, earlier: [CountyFigures] = [],
    options: ReportOptions = ReportOptions()
  ) throws -> String {
    let school = try ReportPage.school(db, info, options)
    let context = try PageContext(db, info: info, figures: figures, school: school, options: options)
    if let school { return try SchoolPage.document(context, school: school).text }
    return try CountyPage.document(context, earlier: earlier).text
  }

  /// The school the page is of; nil: the county.
  static func school(_ db: Database, _ info: FileInfo, _ options: ReportOptions) throws -> String? {
    guard let word = options.school else {
      return info.role.isOneSchool ? info.orgCode : info.scopeOrg
    }
    let codes = try String.fetchAll(
      db,
      sql: """
        SELECT org_code FROM org WHERE length(org_code) = 10 AND (org_code = ?1 OR name = ?1 OR short_name = ?1)
        ORDER BY org_code
        """, arguments: [word])
    guard let code = codes.first else { throw ReportRefusal.unknownSchool(word) }
    guard codes.count == 1 else { throw ReportRefusal.severalSchools(word, codes) }
    return code
  }
}

/// Why a report was not made.
package enum ReportRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownSchool(String)
  case severalSchools(String, [String])

  package var description: String {
    switch self {
    case .unknownSchool(let word):
      "文件里没有叫“\(word)”的学校。请写全名、简称或 10 位学校标识码，可用 yice list 文件 学校 查看。"
    case .severalSchools(let word, let codes):
      "叫“\(word)”的学校有 \(codes.count) 所：\(codes.joined(separator: "、"))。请改用学校标识码。"
    }
  }
}
