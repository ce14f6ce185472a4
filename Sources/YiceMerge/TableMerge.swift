internal import GRDB
internal import YiceModel
internal import YiceStore

/// The survivors rule on one table, set by set (merge.md):
///
///     survivors = (x ∩ y) ∪ { v ∈ x : v.rev ∉ B.revisions } ∪ { v ∈ y : v.rev ∉ A.revisions }
///
/// A is this file, B the file attached as `inbox`; `temp.fresh` holds B.revisions ∖ A.revisions.
/// Keys with one version on each side are settled by SQL over the whole table; keys with siblings, and keys where both
/// versions survive, one by one (`Siblings`).
struct TableMerge {
  let db: Database
  let table: CatalogTable
  let scope: MergeScope
  let otherRole: Role
  let fileName: String

  private var t: String { table.name }
  private var match: String { table.keyMatch("a.", "b.") }

  func run(_ leftOut: inout [Finding]) throws -> MergeCounts {
    var counts = MergeCounts()
    let authority = Authority.allows(otherRole, in: table)
    if !authority {
      counts.leftOut = try listLeftOut(&leftOut)
      guard table.schoolWrites != nil, otherRole == .school else { return counts }
    }
    if authority, try isFirstMeeting() {
      counts.new = try execute(
        "INSERT INTO main.\(t) SELECT b.* FROM inbox.\(t) AS b WHERE true\(scope.filter("b."))")
      return counts
    }
    try collectSpecialKeys()
    let hasSpecial = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM temp.special)") ?? false
    try keepUnrecorded(hasSpecial)
    counts.removed = try removeVanished(hasSpecial)
    counts.changed = try replaceSuperseded(hasSpecial)
    counts.new = try insertNew(hasSpecial)
    if hasSpecial { counts += try Siblings(db: db, table: table).settle() }
    return counts
  }

  private func execute(_ sql: String) throws -> Int {
    try db.execute(sql: sql)
    return db.changesCount
  }
}

// MARK: - Authority

extension TableMerge {
  /// For a table that the sender may write in part: only rows of that part. Empty otherwise.
  private func own(_ alias: String) -> String {
    guard !Authority.allows(otherRole, in: table), let condition = table.schoolWrites else { return "" }
    return " AND \(alias)\(condition.column) = '\(condition.value)'"
  }

  /// Rows new to us that the sender had no right to write.
  private func listLeftOut(_ list: inout [Finding]) throws -> Int {
    let exempt = table.schoolWrites.map { " AND b.\($0.column) <> '\($0.value)'" } ?? ""
    let from = """
      FROM inbox.\(t) AS b JOIN temp.fresh ON fresh.rev = b.rev
      WHERE true\(scope.filter("b."))\(otherRole == .school ? exempt : "")
      """
    let count = try Int.fetchOne(db, sql: "SELECT count(*) \(from)") ?? 0
    guard count > 0, list.count < MergeResult.listLimit else { return count }
    for key in try String.fetchAll(
      db, sql: "SELECT \(table.keyJSON(of: "b.")) \(from) LIMIT \(MergeResult.listLimit - list.count)")
    {
      list.append(
        Finding(
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label), value: key,
          "越权：“\(table.label)”由\(table.writers.label)填写，\(otherRole.label)文件里的改动没有合并"))
    }
    return count
  }
}

// MARK: - Sets

extension TableMerge {
  /// We hold nothing in the other file's scope and its revisions are all new: every row of it is new.
  private func isFirstMeeting() throws -> Bool {
    let known =
      try Bool.fetchOne(
        db, sql: "SELECT (SELECT count(*) FROM inbox.revision) <> (SELECT count(*) FROM temp.fresh)") ?? true
    guard !known else { return false }
    let rows =
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE true\(scope.filter("a.")))") ?? true
    let siblings =
      try Bool.fetchOne(
        db,
        sql: "SELECT EXISTS (SELECT 1 FROM inbox.sibling AS s WHERE s.table_name = ?\(scope.filter("s.")))",
        arguments: [t]) ?? true
    return !rows && !siblings
  }

  /// Keys that need a look one by one: siblings on either side, or both versions survive.
  private func collectSpecialKeys() throws {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS special (row_key TEXT PRIMARY KEY);
        DELETE FROM temp.special;
        INSERT OR IGNORE INTO temp.special
          SELECT s.row_key FROM main.sibling AS s WHERE s.table_name = '\(t)'\(scope.filter("s."))
          UNION SELECT s.row_key FROM inbox.sibling AS s WHERE s.table_name = '\(t)'\(scope.filter("s."))
          UNION
          SELECT \(table.keyJSON(of: "b."))
          FROM inbox.\(t) AS b JOIN main.\(t) AS a ON \(match)
          WHERE a.rev <> b.rev
            AND b.rev IN (SELECT rev FROM temp.fresh)
            AND NOT EXISTS (SELECT 1 FROM inbox.revision AS r WHERE r.id = a.rev)
            \(scope.filter("b."))\(own("b."))\(own("a."));
        """)
  }

  private func ordinary(_ alias: String, _ hasSpecial: Bool) -> String {
    hasSpecial ? " AND \(table.keyJSON(of: alias)) NOT IN (SELECT row_key FROM temp.special)" : ""
  }

  /// A version that the other side has seen and no longer holds goes; here those that vanished altogether.
  private func vanished(_ hasSpecial: Bool) -> String {
    """
    EXISTS (SELECT 1 FROM inbox.revision AS r WHERE r.id = a.rev)
      AND NOT EXISTS (SELECT 1 FROM inbox.\(t) AS b WHERE \(match))
      \(scope.filter("a."))\(own("a."))\(ordinary("a.", hasSpecial))
    """
  }

  /// A version that the other side has seen, and replaced by one new to us.
  private func superseded(_ hasSpecial: Bool) -> String {
    """
    main.\(t) AS a JOIN inbox.\(t) AS b ON \(match)
    WHERE a.rev <> b.rev
      AND b.rev IN (SELECT rev FROM temp.fresh)
      AND EXISTS (SELECT 1 FROM inbox.revision AS r WHERE r.id = a.rev)
      \(scope.filter("a."))\(own("a."))\(own("b."))\(ordinary("a.", hasSpecial))
    """
  }

  /// Keeps versions that go although the other file's history does not hold them (it may have been cut by hand):
  /// nothing is lost silently.
  private func keepUnrecorded(_ hasSpecial: Bool) throws {
    let latest =
      "(SELECT r.id FROM inbox.revision AS r JOIN temp.fresh ON fresh.rev = r.id ORDER BY r.at DESC, r.id DESC LIMIT 1)"
    func unrecorded(_ alias: String) -> String {
      """
       AND NOT EXISTS (SELECT 1 FROM main.change AS c WHERE c.table_name = '\(t)'
        AND c.row_key = \(table.keyJSON(of: alias)) AND c.before_rev = \(alias)rev)
      """
    }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO main.change (rev, table_name, row_key, before_rev, org_code, kind, before)
          SELECT \(latest), '\(t)', \(table.keyJSON(of: "a.")), a.rev, a.org_code, 'delete', \(table.rowJSON(of: "a."))
          FROM main.\(t) AS a WHERE \(vanished(hasSpecial))\(unrecorded("a."));
        INSERT OR IGNORE INTO main.change (rev, table_name, row_key, before_rev, org_code, kind, before)
          SELECT b.rev, '\(t)', \(table.keyJSON(of: "a.")), a.rev, a.org_code, 'update', \(table.rowJSON(of: "a."))
          FROM \(superseded(hasSpecial))\(unrecorded("a."));
        """)
  }

  private func removeVanished(_ hasSpecial: Bool) throws -> Int {
    try execute("DELETE FROM main.\(t) AS a WHERE \(vanished(hasSpecial))")
  }

  private func replaceSuperseded(_ hasSpecial: Bool) throws -> Int {
    try execute(
      "INSERT OR REPLACE INTO main.\(t) (\(table.columnList()), rev) "
        + "SELECT \(table.columnList("b.")), b.rev FROM \(superseded(hasSpecial))")
  }

  /// A version we have never seen, of a key we do not hold.
  private func insertNew(_ hasSpecial: Bool) throws -> Int {
    try execute(
      """
      INSERT INTO main.\(t) (\(table.columnList()), rev)
      SELECT \(table.columnList("b.")), b.rev FROM inbox.\(t) AS b
      WHERE b.rev IN (SELECT rev FROM temp.fresh)
        AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(match))
        \(scope.filter("b."))\(own("b."))\(ordinary("b.", hasSpecial))
      """)
  }
}
