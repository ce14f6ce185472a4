internal import GRDB
internal import YiceModel
internal import YiceStore

/// Finds the rows of a received file that its sender had no right to write as they are: a move of the state that is
/// not the sender's, what only a verifier fills in, another's row. They go into `temp.refused` and stay out.
///
/// A row is held against the version that its sender started from: ours where the sender knew it, else the newest
/// version both knew, out of the sender's history. So two people who moved one entry without knowing of each other
/// are a conflict, and no trespass.
struct MoveVetting {
  let db: Database
  let table: CatalogTable
  /// Name of the attached schema.
  let inbox: String
  let rules: TableRules
  let scope: MergeScope
  let otherRole: Role

  /// One refused row.
  struct Refusal {
    let key: String
    let reason: String
  }

  static func empty(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS refused (row_key TEXT PRIMARY KEY, reason TEXT NOT NULL);
        DELETE FROM temp.refused;
        """)
  }

  /// Whether the file brings rows of the table that are new to us.
  var hasNews: Bool {
    get throws {
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM \(inbox).\(table.name) AS b
            WHERE b.rev IN (SELECT rev FROM temp.fresh)\(scope.filter("b.")))
          """) ?? false
    }
  }

  /// Fills `temp.refused`.
  /// - Returns: how many rows were refused.
  func run() throws -> Int {
    guard try hasNews else { return 0 }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO temp.refused
        WITH
          pair (f, t) AS (\(pairs)),
          sent AS (
            SELECT \(table.keyJSON(of: "b.")) AS row_key, \(state) AS state, b.rev AS rev,
              CASE WHEN a.rev IN (SELECT id FROM \(inbox).revision) THEN \(table.rowJSON(of: "a."))
                ELSE (SELECT c.before FROM \(inbox).change AS c
                  WHERE c.table_name = '\(table.name)' AND c.row_key = \(table.keyJSON(of: "b."))
                    AND c.rev IN (SELECT rev FROM temp.fresh) AND c.before_rev NOT IN (SELECT rev FROM temp.fresh)
                  LIMIT 1) END AS base
            FROM \(inbox).\(table.name) AS b LEFT JOIN main.\(table.name) AS a ON \(table.keyMatch("a.", "b."))
            WHERE b.rev IN (SELECT rev FROM temp.fresh) AND a.rev IS NOT b.rev\(scope.filter("b."))
          ),
          judged AS (
            SELECT sent.row_key AS row_key, \(verdict) AS reason
            FROM sent JOIN \(inbox).\(table.name) AS n ON \(table.keyJSON(of: "n.")) = sent.row_key
          )
        SELECT row_key, reason FROM judged WHERE reason IS NOT NULL
        """)
    return db.changesCount
  }

  func refusals(limit: Int) throws -> [Refusal] {
    try Row.fetchAll(db, sql: "SELECT row_key, reason FROM temp.refused ORDER BY row_key LIMIT \(limit)")
      .map { Refusal(key: $0["row_key"], reason: $0["reason"]) }
  }

  /// Whether anybody whose moves the file may carry can bring a row into that state.
  func mayEnter(_ state: String) -> Bool {
    guard let machine = rules.machine else { return true }
    return machine.states.contains { $0.name == state && $0.start.map(isCarried) == true }
      || machine.moves.contains { $0.to == state && isCarried($0.who) }
  }

  private func isCarried(_ who: Writers) -> Bool { !who.roles.isDisjoint(with: roles) }

  // MARK: - SQL

  /// Whose moves the file may carry: a school's file never carries the bureau's authority back.
  private var roles: Set<Role> { otherRole == .school ? [.school] : [.school, .inspection, otherRole] }

  /// Allowed (from, to); from NULL begins a row.
  private var pairs: String {
    guard let machine = rules.machine else { return "SELECT NULL, NULL WHERE 0" }
    var rows = machine.startable(by: roles, sender: otherRole).map { "(NULL, '\($0)')" }
    for (from, reached) in machine.reachable(by: roles, sender: otherRole) {
      rows += reached.map { "('\(from)', '\($0)')" }
    }
    return rows.isEmpty ? "SELECT NULL, NULL WHERE 0" : "VALUES " + rows.sorted().joined(separator: ", ")
  }

  /// A table may have rules, and no states.
  private var state: String { rules.machine == nil ? "''" : "coalesce(b.state, '')" }

  private var baseState: String {
    "CASE WHEN base IS NULL THEN NULL ELSE coalesce(json_extract(base, '$.state'), '') END"
  }

  /// CASE that gives the reason, NULL where the row may come.
  private var verdict: String {
    var cases: [String] = []
    if let machine = rules.machine {
      cases.append(
        """
        WHEN NOT EXISTS (SELECT 1 FROM pair WHERE f IS \(baseState) AND t = sent.state)
          THEN '状态不能由\(otherRole.label)从“' || coalesce(nullif(\(baseState), ''), '未填') || '”改为“' || sent.state || '”'
        """)
      cases += foreignCase
      if !machine.guardians.roles.contains(otherRole), !machine.guarded.isEmpty {
        let touched = machine.guarded.map {
          "(n.\($0) IS NOT NULL AND n.\($0) IS NOT json_extract(base, '$.\($0)'))"
        }
        cases.append(
          "WHEN \(touched.joined(separator: " OR ")) THEN '销号、核验的列由\(machine.guardians.label)填写'")
      }
      for state in machine.states {
        for need in rules.needs(in: state.name, table) {
          cases.append(
            """
            WHEN sent.state = '\(state.name)' AND \(baseState) IS NOT sent.state
              AND NOT coalesce(\(need.sql(in: inbox)), 0) THEN '要成为“\(state.name)”还缺：\(need.missing)'
            """)
        }
      }
    }
    if rules.machine == nil { cases += foreignCase }
    for rule in rules.rules {
      cases.append("WHEN NOT coalesce(\(rule.sql(in: inbox)), 0) THEN '\(rule.missing)'")
    }
    return cases.isEmpty ? "NULL" : "CASE " + cases.joined(separator: "\n") + " END"
  }

  private var foreignCase: [String] {
    foreign.map { ["WHEN \($0) THEN '不是\(otherRole.label)可以填写的行或列'"] } ?? []
  }

  /// A row that the sender may write only in part, and other than that part was changed.
  private var foreign: String? {
    guard !Authority.allows(otherRole, in: table), let condition = table.schoolWrites else { return nil }
    let own = "n.\(condition.column) = '\(condition.value)'"
    let rest = table.columns.filter { !table.schoolColumns.contains($0.name) }
    // What a state empties may be empty.
    let emptied = Set(rules.machine?.states.flatMap(\.clears) ?? [])
    let same = rest.map { column in
      let equal = "n.\(column.name) IS json_extract(base, '$.\(column.name)')"
      return emptied.contains(column.name) ? "(\(equal) OR n.\(column.name) IS NULL)" : equal
    }
    let ownBefore = "(base IS NULL OR json_extract(base, '$.\(condition.column)') = '\(condition.value)')"
    return "NOT ((\(own) AND \(ownBefore)) OR (base IS NOT NULL AND \(same.joined(separator: " AND "))))"
  }
}
