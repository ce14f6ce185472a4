internal import GRDB
package import YiceIndicators
package import YiceModel
package import YiceStandards
internal import YiceStore

extension WorkedYear {
  /// What `check` tells of a file: what its tables say against each other, and what a county wrote of its funds against the
  /// funds themselves; errors first.
  package func check(_ question: Question) throws -> [Finding] {
    let isSchool = question.file.role.isOneSchool
    let found = try check(wholeCounty: !isSchool)
    guard !isSchool else { return found }
    return try (found + GrowthStanding.findings(db(), self, question)).enumerated()
      .sorted { ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset) }.map(\.element)
  }
}
