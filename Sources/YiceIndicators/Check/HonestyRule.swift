internal import CYice

/// One question of 数据真实性: what makes a figure larger than it is, school by school. Decision 0197.
///
/// Source: 弄虚作假 is a veto (教督〔2017〕6号); what is looked at are the registers behind R1–R6.
package struct HonestyRule: Sendable {
  /// What is looked at, in a few words.
  package let title: String
  /// Name of the register's table.
  package let register: String
  /// Indicators that would be too large, e.g. R1、R2.
  package let indicator: String
  /// A row a school, with the words for it.
  package let rule: CheckRule

  /// The queries of Sources/YiceIndicators/SQL/honesty, in the order of their names.
  package static let all = CheckRule.carried(yice_honesty_sql()).compactMap(HonestyRule.init)

  /// nil when the head lacks a part.
  private init?(_ rule: CheckRule) {
    guard let title = CheckRule.head("title", of: rule.sql), let indicator = rule.indicator,
      let register = CheckRule.head("register", of: rule.sql)
    else { return nil }
    self.title = title
    self.register = register
    self.indicator = indicator
    self.rule = rule
  }
}
