internal import GRDB
internal import YiceModel
internal import YiceStore

/// Whom a report is of.
enum ReportSubject {
  /// The school; nil: the county.
  /// - Parameter word: name, short name or code of a school of the file, as a person typed it.
  static func school(_ db: Database, _ info: FileInfo, _ word: String?) throws -> String? {
    guard let word else { return info.role.isOneSchool ? info.orgCode : info.scopeOrg }
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
