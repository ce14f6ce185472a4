package import YiceModel

/// What kind of rows an area holds. An area is the rows of one org in tables of one class (merge.md, Definitions): it
/// travels between files whole, with its history and its lines of `revision_area`, or not at all.
package enum AreaClass: String, Sendable, CaseIterable {
  /// What a school keeps of itself: registers, statements, its standardization ledger.
  case register
  /// What the bureau issues; and every row whose org is a county, whatever its table.
  case bureau
  /// What is said of a school by those who look at it: opinions, verdicts.
  case oversight
  /// What school and reviewers write together: orders and answers, oversized classes, evidence.
  case shared

  /// Roles of files that have the word in areas of this class: their own list of revisions says what they have seen.
  /// Elsewhere a file has seen only the versions that it shows.
  package func hasWord(_ role: Role) -> Bool {
    switch (self, role) {
    case (.register, .county), (.register, .school), (.bureau, .county): true
    default: false
    }
  }

  /// Who may write rows of a school in a table of this class, as far as the class alone says; nil: the table says more.
  package var roles: Set<Role>? {
    switch self {
    case .register: Writers.register.roles
    case .bureau: Writers.bureau.roles
    case .oversight: Writers.review.roles
    case .shared: nil
    }
  }
}

extension CatalogTable {
  /// The class of a school's rows in this table; a county's rows are `bureau`.
  package var areaClass: AreaClass {
    if schoolWrites != nil { return .shared }
    return AreaClass.allCases.first { $0.roles == writers.roles } ?? .shared
  }
}

extension TableCatalog {
  /// The tables of a class.
  package static func tables(of areaClass: AreaClass) -> [CatalogTable] {
    tables.filter { $0.areaClass == areaClass }
  }
}
