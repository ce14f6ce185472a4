/// A condition that a row must meet, as SQL, so that the keyboard, import, merge and `check` ask the same question.
package struct RowRule: Sendable {
  /// SQL over the row `n`; `{db}` stands for the schema (`main`, `inbox`) that other tables are looked up in.
  package let condition: String
  /// Columns of the row that the condition reads: it is asked again when one of them changes.
  package let columns: [String]
  /// What is missing or wrong, in Chinese, as the end of 「还缺：…」.
  package let missing: String

  init(_ condition: String, reads columns: [String], missing: String) {
    self.condition = condition
    self.columns = columns
    self.missing = missing
  }

  /// The condition with tables of that schema.
  package func sql(in schema: String) -> String {
    var text = ""
    var rest = Substring(condition)
    while let mark = rest.firstRange(of: "{db}") {
      text += rest[..<mark.lowerBound] + schema
      rest = rest[mark.upperBound...]
    }
    return text + rest
  }
}

// MARK: - Common rules

extension RowRule {
  /// The column must be filled.
  static func filled(_ column: String, _ label: String) -> RowRule {
    RowRule("n.\(column) IS NOT NULL", reads: [column], missing: label)
  }

  /// The column must be empty.
  static func empty(_ column: String, _ label: String) -> RowRule {
    RowRule("n.\(column) IS NULL", reads: [column], missing: "“\(label)”应为空")
  }

  /// A date is not before an earlier one, where both are filled.
  static func order(_ earlier: String, _ first: String, _ later: String, _ second: String) -> RowRule {
    RowRule(
      "(n.\(earlier) IS NULL OR n.\(later) IS NULL OR n.\(later) >= n.\(earlier))", reads: [earlier, later],
      missing: "“\(second)”不能早于“\(first)”")
  }

  /// A text in the row says what proves it, or a file is attached to the row.
  static func evidence(_ column: String, of table: String, key: [String]) -> RowRule {
    let subject = key.map { "n.\($0)" }.joined(separator: " || '/' || ")
    return RowRule(
      """
      (n.\(column) IS NOT NULL OR EXISTS (SELECT 1 FROM {db}.evidence AS e
        WHERE e.org_code = n.org_code AND e.subject_table = '\(table)' AND e.subject_key = \(subject)))
      """, reads: [column], missing: "佐证材料（填写说明，或用 yice evidence add 附上文件）")
  }

  /// A verdict of that result, with a reason, and no later one (`VerdictOrder`).
  static func verdict(_ result: String, of table: String, key: [String], missing: String) -> RowRule {
    let subject = key.map { "n.\($0)" }.joined(separator: " || '/' || ")
    func verdicts(_ alias: String) -> String {
      """
      FROM {db}.verdict AS \(alias)
        WHERE \(alias).org_code = n.org_code AND \(alias).subject_table = '\(table)' AND \(alias).subject_key = \(subject)
      """
    }
    return RowRule(
      """
      EXISTS (SELECT 1 \(verdicts("v")) AND v.result = '\(result)' AND v.reason IS NOT NULL
        AND NOT EXISTS (SELECT 1 \(verdicts("w"))
          AND \(VerdictOrder.moment("w.", in: "{db}")) > \(VerdictOrder.moment("v.", in: "{db}"))))
      """, reads: [], missing: missing)
  }
}
