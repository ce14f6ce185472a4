internal import YiceModel
internal import YiceStore

/// What the ledgers' own rules ask of rows that got into the file past them, through another program (Decision 0061).
extension CheckRule {
  /// One rule for what states need, one for dates in their order; the conditions are those of `TableRules`.
  static let ledgers: [CheckRule] = [
    CheckRule(
      id: "ledger-state", severity: .error,
      text: "“{ledger}”{row} 的状态是“{state}”，还缺：{lacking}；请补齐，或改回原来的状态（yice log 可以看到谁改的）",
      sql: union(TableRules.all.flatMap(needs))),
    CheckRule(
      id: "ledger-dates", severity: .error, text: "“{ledger}”{row}：{lacking}；请更正",
      sql: union(TableRules.all.flatMap(lasting))),
  ]

  private static func needs(_ rules: TableRules) -> [String] {
    guard let table = TableCatalog.table(rules.table), let machine = rules.machine else { return [] }
    return machine.states.flatMap { state in
      rules.needs(in: state.name, table).map { need in
        query(table, state: "n.state", need, where: "coalesce(n.state, '') = '\(state.name)' AND ")
      }
    }
  }

  private static func lasting(_ rules: TableRules) -> [String] {
    guard let table = TableCatalog.table(rules.table) else { return [] }
    return rules.rules.map { query(table, state: "NULL", $0, where: "") }
  }

  /// Rows that do not meet a condition. Words of the rules hold no quotes; they are the program's own.
  private static func query(_ table: CatalogTable, state: String, _ rule: RowRule, where more: String)
    -> String
  {
    """
    SELECT n.org_code AS org_code, '\(table.label)' AS ledger, \(table.keyText(of: "n.")) AS row, \(state) AS state,
      '\(rule.missing)' AS lacking
    FROM main.\(table.name) AS n WHERE \(more)NOT coalesce((\(rule.sql(in: "main"))), 0)
    """
  }

  private static func union(_ queries: [String]) -> String {
    "-- Rows that do not meet what YiceStore's TableRules ask, a SELECT a condition.\n"
      + queries.joined(separator: "\nUNION ALL\n") + "\nORDER BY org_code, ledger, row, lacking"
  }
}
