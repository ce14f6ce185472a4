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
  /// Only a school's page tells what changed.
  case sinceWithoutSchool
  case unknownRevision(Int64)
  case notOlder(String)
  case notItsPage(String)

  package var description: String {
    switch self {
    case .unknownSchool(let word):
      "文件里没有叫“\(word)”的学校。请写全名、简称或 10 位学校标识码，可用 yice list 文件 学校 查看。"
    case .sinceWithoutSchool: "--since 用于学校的报告：请加上 --school，或用学校文件。"
    case .unknownRevision(let id): "文件里没有修订 \(id)。修订编号见 yice log 文件。"
    case .notOlder(let name): "\(name) 不是本文件的旧副本：没有一次共同的修订。"
    case .notItsPage(let name): "\(name) 不是这所学校的报告网页，或没有记下做到哪一次修订；请改用日期，如 --since 2022-11-01。"
    case .severalSchools(let word, let codes):
      "叫“\(word)”的学校有 \(codes.count) 所：\(codes.joined(separator: "、"))。请改用学校标识码。"
    }
  }
}
