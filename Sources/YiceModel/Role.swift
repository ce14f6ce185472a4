/// What a file says it is, and so whose authority it carries.
package enum Role: String, Sendable, CaseIterable {
  case school
  case inspection
  case county
  case city
  case province

  /// Chinese name, as people read and type it.
  package var label: String {
    switch self {
    case .school: "学校"
    case .inspection: "督查"
    case .county: "县级"
    case .city: "市级"
    case .province: "省级"
    }
  }

  /// A role from its English or Chinese name; nil when it is neither.
  package init?(word: String) {
    guard let role = Role.allCases.first(where: { $0.rawValue == word || $0.label == word }) else {
      return nil
    }
    self = role
  }

  /// Whether the file holds the rows of one school only.
  package var isOneSchool: Bool { self == .school || self == .inspection }
}
