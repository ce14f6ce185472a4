internal import GRDB
internal import YiceModel
internal import YiceStore

/// Who may write what: rows that the sender had no right to write or delete are left out and listed.
extension TableMerge {
  /// Tables with rules, and those that the sender may write in part, are looked at row by row.
  var vetting: MoveVetting? {
    TableRules.of(table).map {
      MoveVetting(db: db, table: table, inbox: inbox, rules: $0, scope: scope, otherRole: otherRole)
    }
  }

  /// Only rows that were not refused.
  func accepted(_ alias: String) -> String {
    vetting == nil ? "" : " AND \(table.keyJSON(of: alias)) NOT IN (SELECT row_key FROM temp.refused)"
  }

  /// Only rows that the sender may remove.
  func removable(_ alias: String) -> String {
    let foreign =
      Authority.allows(otherRole, in: table)
      ? nil : table.schoolWrites.map { " AND \(alias)\($0.column) = '\($0.value)'" }
    guard let machine = vetting?.rules.machine else { return foreign ?? "" }
    let states = machine.states.map(\.name).filter { machine.mayRemove(otherRole, in: $0) }
    let inState =
      " AND coalesce(\(alias)state, '') IN (" + states.map { "'\($0)'" }.joined(separator: ", ") + ")"
    return inState + (foreign ?? "")
  }

  func listRefused(_ vetting: MoveVetting, _ list: inout [Finding]) throws -> Int {
    try MoveVetting.empty(db)
    // What a state needs may lie in rows that did not change.
    if theirCount != nil, try vetting.hasNews { throw NeedsWholeFile() }
    let count = try vetting.run()
    guard count > 0, list.count < MergeResult.listLimit else { return count }
    for refusal in try vetting.refusals(limit: MergeResult.listLimit - list.count) {
      list.append(
        Finding(
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label),
          value: try RowVersions.name(db, table, json: refusal.key),
          "越权或不合规定：\(refusal.reason)，这一行没有合并"))
    }
    return count
  }

  /// Rows new to us that the sender had no right to write.
  func listLeftOut(_ list: inout [Finding]) throws -> Int {
    let from = """
      FROM temp.fresh AS f CROSS JOIN \(inbox).\(t) AS b ON b.rev = f.rev
      WHERE true\(scope.filter("b."))
      """
    let count = try Int.fetchOne(db, cached: "SELECT count(*) \(from)") ?? 0
    guard count > 0, list.count < MergeResult.listLimit else { return count }
    for key in try String.fetchAll(
      db, sql: "SELECT \(table.keyJSON(of: "b.")) \(from) LIMIT \(MergeResult.listLimit - list.count)")
    {
      list.append(
        Finding(
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label),
          value: try RowVersions.name(db, table, json: key),
          "越权：“\(table.label)”由\(table.writers.label)填写，\(otherRole.label)文件里的改动没有合并"))
    }
    return count
  }

  /// Rows that the sender deleted without the right to: they stay, and a person is told.
  func listKept(_ list: inout [Finding]) throws -> Int {
    let from = """
      FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev AND c.table_name = '\(t)'
        CROSS JOIN main.\(t) AS a ON \(table.keyMatch(of: "a.", inJSON: "c.row_key"))
      WHERE c.kind = 'delete' AND \(seenByThem("a."))
        AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(match))\(scope.filter("a."))
      """
    let count = try Int.fetchOne(db, cached: "SELECT count(DISTINCT c.row_key) \(from)") ?? 0
    guard count > 0, list.count < MergeResult.listLimit else { return count }
    for key in try String.fetchAll(
      db, sql: "SELECT DISTINCT c.row_key \(from) LIMIT \(MergeResult.listLimit - list.count)")
    {
      list.append(
        Finding(
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label),
          value: try RowVersions.name(db, table, json: key),
          "越权：\(otherRole.label)文件里删除了这一行，但\(otherRole.label)不能删除它，这里仍然保留"))
    }
    return count
  }
}
