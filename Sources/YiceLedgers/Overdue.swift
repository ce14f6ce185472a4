package import YiceStore

/// Whether an entry is overdue on a day, the same for pages, status, lists and forms: its day has passed and what was
/// due is not done. SQL over one row; `:today` is the day.
package enum Overdue {
  /// 整改清单: one handed in late stays overdue until it is verified; one handed in on time is not, however long the
  /// verification takes. `r` is the row.
  package static let rectification =
    "(\(TableRules.isOn(.rectification, of: "r.")) AND r.due_on < \(rectificationEnd))"

  /// The day up to which an entry of 整改清单 is late.
  static let rectificationEnd =
    "CASE WHEN r.state = '待核验' THEN coalesce(r.done_on, :today) ELSE :today END"

  /// 大班额台账 and 大校额台账: still on the ledger after 计划销号时间.
  package static func oversized(_ table: CatalogTable) -> String {
    "(\(TableRules.isOn(table)) AND due_on < :today)"
  }

  /// 一校一册: 有缺口 after 计划完成; a line that is 未填 may be met.
  static let standardization = "(\(LineStanding.short) AND i.due_on < :today)"

  static let task = "(coalesce(done, 0) = 0 AND due_on < :today)"
}
