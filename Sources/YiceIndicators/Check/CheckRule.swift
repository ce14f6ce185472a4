internal import CYice
package import YiceModel

/// One rule of `check`: a query whose rows are what is wrong, with severity and text as data in its head.
package struct CheckRule: Sendable {
  /// Name of its file, the finding's code.
  package let id: String
  package let severity: Finding.Severity
  /// What a person reads; {column} stands for the row's value.
  package let text: String
  package let sql: String
  /// The indicator that is wrong with it, e.g. R4; nil where it touches no single one.
  package let indicator: String?

  /// Every rule; of 数据真实性 those that find a slip, the others are no finding by themselves.
  package static let all = files + ledgers + HonestyRule.all.map(\.rule).filter { $0.severity < .note }

  /// The rules of Sources/YiceIndicators/SQL/check, in the order of their names.
  package static let files = carried(yice_check_sql())

  /// The rules that the program carries in a list that ends with an empty entry.
  static func carried(_ list: UnsafePointer<YiceText>?) -> [CheckRule] {
    var rules: [CheckRule] = []
    guard var entry = list else { return rules }
    while let name = entry.pointee.name, let text = entry.pointee.text {
      if let rule = CheckRule(id: String(cString: name), sql: String(cString: text)) { rules.append(rule) }
      entry += 1
    }
    return rules
  }

  init(id: String, severity: Finding.Severity, text: String, sql: String) {
    self.id = id
    self.severity = severity
    self.text = text
    self.sql = sql
    indicator = nil
  }

  /// What the head of a query says under a key; nil where it says nothing.
  static func head(_ key: String, of sql: String) -> String? {
    sql.split(separator: "\n").first { $0.hasPrefix("-- \(key): ") }.map {
      String($0.dropFirst(key.count + 5))
    }
  }

  /// nil when the head lacks the severity or the text.
  init?(id: String, sql: String) {
    func head(_ key: String) -> String? { CheckRule.head(key, of: sql) }
    guard let severity = head("severity").flatMap(Finding.Severity.init(rawValue:)), let text = head("text")
    else {
      return nil
    }
    self.id = id
    self.severity = severity
    self.text = text
    self.sql = sql
    indicator = head("indicator")
  }
}
