/// 学段. Stored in Chinese, as people read it.
package enum Stage: String, Sendable, CaseIterable, Comparable {
  case kindergarten = "幼儿"
  case primary = "小学"
  case junior = "初中"
  case senior = "高中"

  /// English name, used in profiles and JSON.
  package var english: String {
    switch self {
    case .kindergarten: "kindergarten"
    case .primary: "primary"
    case .junior: "junior"
    case .senior: "senior"
    }
  }

  /// A stage from its Chinese or English name; nil when it is neither.
  package init?(word: String) {
    guard let stage = Stage.allCases.first(where: { $0.rawValue == word || $0.english == word })
    else { return nil }
    self = stage
  }

  /// The stages of compulsory education, the only ones that are judged.
  package static let compulsory: [Stage] = [.primary, .junior]

  package static func < (left: Stage, right: Stage) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
