package import GRDB
internal import YiceModel

/// 领导小组 as a notice lists it: 组长 first, then the deputies, the office, the members, and duties of departments that
/// name nobody.
package enum GroupOrder {
  /// 组内职务, the highest first.
  private static let ranks = [
    "第一组长", "组长", "常务副组长", "副组长", "秘书长", "办公室主任", "办公室副主任", "办公室", "成员", "联络员",
  ]

  /// - Parameter rows: of `person_unit`, with org_code, id and role.
  package static func sorted(_ rows: [Row]) -> [Row] {
    rows.map { row in
      (row: row, rank: rank(row["role"]), org: row["org_code"] as String, id: NaturalOrder(row["id"]))
    }
    .sorted { ($0.org, $0.rank, $0.id) < ($1.org, $1.rank, $1.id) }.map(\.row)
  }

  /// Of the longest word that the post holds: 常务副组长 is no 组长.
  private static func rank(_ role: String?) -> Int {
    guard let role else { return ranks.count }
    let known = ranks.enumerated().filter { role.contains($0.element) }
    return known.max { $0.element.count < $1.element.count }?.offset ?? ranks.count
  }
}
