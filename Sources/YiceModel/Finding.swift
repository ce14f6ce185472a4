/// Something a person should know about their data: collected and shown together, never thrown.
package struct Finding: Sendable, Hashable {
  package enum Severity: String, Sendable, Comparable, CaseIterable {
    case error, warning, note

    package var label: String {
      switch self {
      case .error: "错误"
      case .warning: "提醒"
      case .note: "说明"
      }
    }

    package static func < (left: Severity, right: Severity) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  package var severity: Severity
  /// Stable short name of the kind of finding, e.g. `bad-number`.
  package var code: String
  package var location: SourceLocation
  /// The cell's text; nil where it is personal or there is none.
  package var value: String?
  /// What is wrong and what to do, in Chinese.
  package var message: String

  package init(
    _ severity: Severity, _ code: String, at location: SourceLocation, value: String? = nil,
    _ message: String
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.value = value
    self.message = message
  }
}

extension Finding: CustomStringConvertible {
  package var description: String {
    let place = location.description
    let shown = value.map { "“\($0)”" } ?? ""
    let head = [severity.label, place, shown].filter { !$0.isEmpty }.joined(separator: " ")
    return "\(head)：\(message)"
  }
}
