package import YiceModel

/// Who may write a table: at the keyboard, by import and by merge.
package struct Writers: Sendable, Hashable {
  /// Roles of files in which it may be written.
  package let roles: Set<Role>
  /// As a message says it.
  package let label: String
  /// As schema.sql says it.
  package let comment: String

  /// Registers, statements and ledger lines: the school, and the bureau as a correction.
  package static let register = Writers(
    roles: [.school, .county, .city, .province], label: "学校（教育局可更正）",
    comment: "the school, the bureau as a correction")
  /// What the bureau issues: standards, tasks, policies.
  package static let bureau = Writers(
    roles: [.county, .city, .province], label: "教育局", comment: "the bureau only")
  /// Verdicts, opinions, rectification orders.
  package static let review = Writers(
    roles: [.inspection, .county, .city, .province], label: "教育局和督查",
    comment: "bureau and inspection")
  /// Later head counts of oversized classes.
  package static let headCount = Writers(
    roles: [.school, .inspection, .county, .city, .province], label: "学校、教育局和督查",
    comment: "school, bureau and inspection")
  /// Appended answers and evidence.
  package static let everyone = Writers(roles: Set(Role.allCases), label: "各方", comment: "everyone")
}
