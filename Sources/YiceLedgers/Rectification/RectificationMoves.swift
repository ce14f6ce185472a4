internal import GRDB
package import YiceStore

/// What is done with one entry of 整改清单. Every step writes through the ledger's state machine.
package struct RectificationMoves {
  package let key: RowKey
  private let writer: RevisionWriter

  /// - Parameter word: the entry's id, with or without its school before it.
  /// - Throws: `RecordError.notFound`, `LedgerError.severalEntries`.
  package init(_ word: String, _ writer: RevisionWriter) throws {
    self.writer = writer
    key = try EntryKey.find(word, in: .rectification, writer.db, writer.file)
  }

  private var id: DatabaseValue { key.values[1] }
  private var org: DatabaseValue { key.values[0] }

  /// Adds a progress entry; an entry that waits or came back begins (again).
  package func progress(_ text: String, on date: String, by name: String?, evidence: String?) throws {
    try writer.add(
      .rectificationProgress,
      [
        "org_code": org, "rectification_id": id, "reported_on": date, "progress": text, "reported_by": name,
        "evidence": evidence,
      ])
    let state = try String.fetchOne(
      writer.db, sql: "SELECT state FROM rectification WHERE org_code = ? AND id = ?", arguments: [org, id])
    if state == "待整改" || state == "退回" { try writer.set(.rectification, key, ["state": "整改中"]) }
  }

  /// Says that it is done and asks for verification.
  package func submit(doneOn: String, evidence: String?) throws {
    var values: RowValues = ["state": "待核验", "done_on": doneOn]
    if let evidence { values.set("evidence", evidence) }
    try writer.set(.rectification, key, values)
  }

  /// Verified: struck off.
  package func strike(by verifier: String?, unit: String?, on date: String, reason: String?) throws {
    try addVerdict("通过", by: verifier, unit: unit, on: date, reason: reason)
    try writer.set(
      .rectification, key,
      ["state": "已销号", "struck_on": date, "verifier": verifier, "verifier_unit": unit])
  }

  /// Sent back with a reason.
  package func sendBack(by verifier: String?, unit: String?, on date: String, reason: String) throws {
    try addVerdict("退回", by: verifier, unit: unit, on: date, reason: reason)
    try writer.set(.rectification, key, ["state": "退回"])
  }

  /// Struck off too early: open again.
  package func reopen(by verifier: String?, unit: String?, on date: String, reason: String) throws {
    try addVerdict("退回", by: verifier, unit: unit, on: date, reason: reason)
    try writer.set(.rectification, key, ["state": "整改中"])
  }

  private func addVerdict(
    _ result: String, by verifier: String?, unit: String?, on date: String, reason: String?
  )
    throws
  {
    try writer.add(
      .verdict,
      [
        "org_code": org, "subject_table": "rectification", "subject_key": key.subject, "result": result,
        "verified_on": date, "verifier": verifier, "verifier_unit": unit, "reason": reason,
      ])
  }
}
