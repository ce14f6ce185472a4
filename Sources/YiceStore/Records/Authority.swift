package import YiceModel

/// Who may write which rows; the same rule at the keyboard, at import and at the merge.
package enum Authority {
  /// - Parameter value: the row's value of a column, for tables a school may write in part.
  package static func allows(
    _ role: Role, in table: CatalogTable, value: (String) -> String? = { _ in nil }
  ) -> Bool {
    if table.writers.roles.contains(role) { return true }
    guard role == .school, let condition = table.schoolWrites else { return false }
    return value(condition.column) == condition.value
  }

  /// Whether a role may make just this change in a row that it otherwise may not write.
  package static func allowsAnswer(_ role: Role, in table: CatalogTable, changing columns: [String]) -> Bool {
    role == .school && !columns.isEmpty && columns.allSatisfy { table.schoolColumns.contains($0) }
  }

  /// - Throws: `RecordError.notAllowed`.
  package static func require(
    _ role: Role, in table: CatalogTable, value: (String) -> String? = { _ in nil }
  ) throws {
    guard allows(role, in: table, value: value) else {
      throw RecordError.notAllowed(table: table.label, role: role.label, writers: table.writers.label)
    }
  }
}
