package import GRDB
internal import YiceStore

/// What the ledgers put on the first screen.
package struct LedgerStanding: Sendable {
  /// Entries of the 大班额 ledger not struck off, and those that are back (反弹).
  package let oversizedOpen: Int
  package let oversizedBack: Int
  package let rectificationOpen: Int
  /// By the day they were due.
  package let rectificationOverdue: [RectificationQuery.Entry]

  /// - Parameter day: YYYY-MM-DD, the day that overdue is judged on.
  package init(_ db: Database, on day: String) throws {
    func count(_ table: String, _ condition: String) throws -> Int {
      try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
    }
    oversizedOpen = try count("oversized_class", TableRules.isOn(.oversizedClass))
    oversizedBack = try count("oversized_class", "state = '反弹'")
    rectificationOpen = try count("rectification", TableRules.isOn(.rectification))
    var query = RectificationQuery(today: day)
    query.onlyOverdue = true
    rectificationOverdue = try query.entries(db).sorted {
      ($0.dueOn ?? "", $0.orgCode, $0.id) < ($1.dueOn ?? "", $1.orgCode, $1.id)
    }
  }
}
