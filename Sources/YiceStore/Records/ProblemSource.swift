package import YiceModel

/// Who finds the problems that a file of some role puts on 整改清单, where nobody says: 问题来源.
package enum ProblemSource {
  private static let usual: [Role: String] = [.school: "自查", .county: "县检", .city: "市检", .province: "省检"]

  package static func usual(of role: Role) -> String { usual[role] ?? "县检" }
}
