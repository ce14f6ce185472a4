package import GRDB
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// 勾稽检查: what does not fit together in a file, for one school year.
package enum Check {
  /// Findings by rule, errors first. The rules read the amounts that the figures were worked out from.
  /// - Parameters:
  ///   - wholeCounty: false in a school's own file, where the school it is 并入 cannot be looked up.
  ///   - county: code of the county, in a city's or a province's file.
  static func findings(
    _ db: Database, _ figures: CountyFigures, wholeCounty: Bool, county: String?
  ) throws -> [Finding] {
    var findings = figures.findings
    if !wholeCounty {
      for index in findings.indices where findings[index].code == "inclusion-target" {
        findings[index].severity = .note
      }
    }
    let names = try schoolNames(db)
    let own = try String.fetchSet(db, sql: "SELECT org_code FROM school")
    for rule in CheckRule.all {
      for row in try Row.fetchAll(db, sql: rule.sql) {
        let code: String = row["org_code"]
        guard county == nil || code == county || own.contains(code) else { continue }
        let school = names[code].map { "\($0)（\(code)）" } ?? code
        findings.append(
          Finding(rule.severity, rule.id, at: SourceLocation(), "\(school)：\(fill(rule.text, from: row))。"))
      }
    }
    findings += try statements(db, year: figures.year, own: own, county: county, names)
    return findings.enumerated().sorted {
      ($0.element.severity, $0.offset) < ($1.element.severity, $1.offset)
    }.map(\.element)
  }

  /// Statements that another program wrote and no register would take; those below 0 are `statement-negative`.
  private static func statements(
    _ db: Database, year: Int, own: Set<String>, county: String?, _ names: [String: String]
  ) throws -> [Finding] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, element, stage, value FROM statement WHERE school_year = ? AND value >= 0
        ORDER BY org_code, element, stage
        """, arguments: [year]
    ).compactMap { row in
      let code: String = row["org_code"]
      guard county == nil || code == county || own.contains(code),
        let element = Element.named(row["element"]),
        let problem = StatementRange.problem(row["value"], of: element)
      else { return nil }
      let school = names[code].map { "\($0)（\(code)）" } ?? code
      return Finding(
        .error, "statement-range", at: SourceLocation(column: "数值"), value: shown(row["value"]),
        "\(school)：\(row["stage"] as String)填报 \(shown(row["value"]))，\(problem)；请改正。")
    }
  }

  private static func schoolNames(_ db: Database) throws -> [String: String] {
    var names: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT org_code, name FROM org") {
      names[row["org_code"]] = row["name"]
    }
    return names
  }

  /// A rule's text with {column} replaced by the row's values.
  package static func fill(_ text: String, from row: Row) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let value: DatabaseValue = row[String(rest[rest.index(after: open)..<close])]
      result += shown(value)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func shown(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .int64(let number): String(number)
    case .double(let number): number == number.rounded() ? String(Int64(number)) : String(number)
    case .string(let text): text
    default: "—"
    }
  }
}
