/// Why a report was not made.
package enum ReportRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// Only a school's page tells what changed.
  case sinceWithoutSchool
  case unknownRevision(Int64)
  case notOlder(String)
  case notItsPage(String)

  package var description: String {
    switch self {
    case .sinceWithoutSchool: "--since 用于学校的报告：请加上 --school，或用学校文件。"
    case .unknownRevision(let id): "文件里没有修订 \(id)。修订编号见 yice log 文件。"
    case .notOlder(let name): "\(name) 不是本文件的旧副本：没有一次共同的修订。"
    case .notItsPage(let name): "\(name) 不是这所学校的报告网页，或没有记下做到哪一次修订；请改用日期，如 --since 2022-11-01。"
    }
  }
}
