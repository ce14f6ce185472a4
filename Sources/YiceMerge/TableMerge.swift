internal import GRDB
internal import YiceModel
internal import YiceStore

/// The survivors rule on one table, set by set (merge.md):
///
///     survivors = (x ∩ y) ∪ { v ∈ x : v.rev ∉ B.revisions } ∪ { v ∈ y : v.rev ∉ A.revisions }
///
/// A is this file, B the file attached as `inbox`; `temp.fresh` holds B.revisions ∖ A.revisions.
/// Only what B's fresh revisions wrote or deleted can change A, so the work starts from them. Keys with one version on
/// each side are settled by SQL; keys with siblings, and keys where both versions survive, one by one (`Siblings`).
struct TableMerge {
  /// A delta does not suffice: the file must be attached.
  struct NeedsWholeFile: Error {}

  let db: Database
  let table: CatalogTable
  let inbox: String
  let scope: MergeScope
  let otherRole: Role
  let fileName: String
  /// How many rows B has in scope, where only a part of them is at hand; nil: count them.
  let theirCount: Int?
  /// We hold nothing of this table in scope, and all that B knows is new to us.
  let isFirstMeeting: Bool
  let hasSiblings: Bool

  private var t: String { table.name }
  private var match: String { table.keyMatch("a.", "b.") }

  func run(_ result: inout MergeResult) throws -> MergeCounts {
    var counts = MergeCounts()
    let authority = Authority.allows(otherRole, in: table)
    if let vetting, authority || (table.schoolWrites != nil && otherRole == .school) {
      counts.leftOut = try listRefused(vetting, &result.leftOut)
    } else if !authority {
      counts.leftOut = try listLeftOut(&result.leftOut) + listKept(&result.leftOut)
      return counts
    }
    if authority, isFirstMeeting {
      counts.new = try execute(
        "INSERT INTO main.\(t) SELECT b.* FROM \(inbox).\(t) AS b WHERE true\(scope.filter("b."))\(accepted("b."))\(sound)"
      )
      return counts
    }
    let hasSpecial = try collectSpecialKeys()
    counts.keptEdits = try countKeptEdits()
    counts.changed = try replaceSuperseded(hasSpecial)
    counts.new = try insertNew(hasSpecial)
    counts.removed = try removeVanished(hasSpecial)
    if !removable("a.").isEmpty { counts.leftOut += try listKept(&result.leftOut) }
    if hasSpecial {
      counts += try Siblings(db: db, table: table, inbox: inbox, vetting: vetting).settle()
    }
    return counts
  }

  private func execute(_ sql: String) throws -> Int {
    try db.run(sql)
    return db.changesCount
  }
}

// MARK: - Authority

extension TableMerge {
  /// Tables with rules, and those that the sender may write in part, are looked at row by row.
  private var vetting: MoveVetting? {
    TableRules.of(table).map {
      MoveVetting(db: db, table: table, inbox: inbox, rules: $0, scope: scope, otherRole: otherRole)
    }
  }

  /// Only rows that were not refused.
  private func accepted(_ alias: String) -> String {
    vetting == nil ? "" : " AND \(table.keyJSON(of: alias)) NOT IN (SELECT row_key FROM temp.refused)"
  }

  /// Only rows that the sender may remove.
  private func removable(_ alias: String) -> String {
    let foreign =
      Authority.allows(otherRole, in: table)
      ? nil : table.schoolWrites.map { " AND \(alias)\($0.column) = '\($0.value)'" }
    guard let machine = vetting?.rules.machine else { return foreign ?? "" }
    let states = machine.states.map(\.name).filter { machine.mayRemove(otherRole, in: $0) }
    let inState =
      " AND coalesce(\(alias)state, '') IN (" + states.map { "'\($0)'" }.joined(separator: ", ") + ")"
    return inState + (foreign ?? "")
  }

  private func listRefused(_ vetting: MoveVetting, _ list: inout [Finding]) throws -> Int {
    try MoveVetting.empty(db)
    // What a state needs may lie in rows that did not change.
    if theirCount != nil, try vetting.hasNews { throw NeedsWholeFile() }
    let count = try vetting.run()
    guard count > 0, list.count < MergeResult.listLimit else { return count }
    for refusal in try vetting.refusals(limit: MergeResult.listLimit - list.count) {
      list.append(
        Finding(
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label), value: refusal.key,
          "越权或不合规定：\(refusal.reason)，这一行没有合并"))
    }
    return count
  }

  /// Rows new to us that the sender had no right to write.
  private func listLeftOut(_ list: inout [Finding]) throws -> Int {
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
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label), value: key,
          "越权：“\(table.label)”由\(table.writers.label)填写，\(otherRole.label)文件里的改动没有合并"))
    }
    return count
  }
}

extension TableMerge {
  /// Rows that the sender deleted without the right to: they stay, and a person is told.
  private func listKept(_ list: inout [Finding]) throws -> Int {
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
          .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label), value: key,
          "越权：\(otherRole.label)文件里删除了这一行，但\(otherRole.label)不能删除它，这里仍然保留"))
    }
    return count
  }
}

// MARK: - Sets

extension TableMerge {
  /// Keys that need a look one by one: siblings on either side, or both versions survive.
  private func collectSpecialKeys() throws -> Bool {
    try db.run("DELETE FROM temp.special")
    if hasSiblings {
      try db.run(
        """
        INSERT OR IGNORE INTO temp.special
          SELECT s.row_key FROM main.sibling AS s WHERE s.table_name = '\(t)'\(scope.filter("s."))
          UNION SELECT s.row_key FROM \(inbox).sibling AS s WHERE s.table_name = '\(t)'\(scope.filter("s."))
        """)
    }
    try db.run(
      """
      INSERT OR IGNORE INTO temp.special
        SELECT \(table.keyJSON(of: "b."))
        FROM temp.fresh AS f CROSS JOIN \(inbox).\(t) AS b ON b.rev = f.rev CROSS JOIN main.\(t) AS a ON \(match)
        WHERE a.rev <> b.rev AND NOT \(seenByThem("a."))
          \(scope.filter("b."))\(accepted("b."))\(sound)
      """)
    return try Bool.fetchOne(db, cached: "SELECT EXISTS (SELECT 1 FROM temp.special)") ?? false
  }

  private func seenByThem(_ alias: String) -> String {
    "EXISTS (SELECT 1 FROM \(inbox).revision AS r WHERE r.id = \(alias)rev)"
  }

  private func ordinary(_ alias: String, _ hasSpecial: Bool) -> String {
    hasSpecial ? " AND \(table.keyJSON(of: alias)) NOT IN (SELECT row_key FROM temp.special)" : ""
  }

  /// A version that the other side has seen, and replaced by one new to us.
  private func superseded(_ hasSpecial: Bool) -> String {
    """
    temp.fresh AS f CROSS JOIN \(inbox).\(t) AS b ON b.rev = f.rev CROSS JOIN main.\(t) AS a ON \(match)
    WHERE a.rev <> b.rev AND \(seenByThem("a."))
      \(scope.filter("a."))\(accepted("b."))\(ordinary("a.", hasSpecial))
    """
  }

  private func replaceSuperseded(_ hasSpecial: Bool) throws -> Int {
    try keepUnrecorded("SELECT b.rev", "update", from: superseded(hasSpecial))
    return try execute(
      "INSERT OR REPLACE INTO main.\(t) (\(table.columnList()), rev) "
        + "SELECT \(table.columnList("b.")), b.rev FROM \(superseded(hasSpecial))\(sound)")
  }

  /// A version we have never seen, of a key we do not hold.
  private func insertNew(_ hasSpecial: Bool) throws -> Int {
    try execute(
      """
      INSERT INTO main.\(t) (\(table.columnList()), rev)
      SELECT \(table.columnList("b.")), b.rev
      FROM temp.fresh AS f CROSS JOIN \(inbox).\(t) AS b ON b.rev = f.rev
      WHERE NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(match))
        \(scope.filter("b."))\(accepted("b."))\(ordinary("b.", hasSpecial))\(sound)
      """)
  }

  /// Ends the statement at a text that holds a NUL or broken UTF-8: CHECKs look no further than the NUL.
  private var sound: String {
    " AND yice_require_sound(\(Intake.texts(table).map { "b.\($0)" }.joined(separator: ", ")))"
  }

  /// A version that the other side has seen and no longer holds goes. B's history names the deleted keys; only where the
  /// numbers of rows then still differ by more than what either side cannot know of the other, every key is compared.
  private func removeVanished(_ hasSpecial: Bool) throws -> Int {
    let named = """
      \(t) AS a WHERE (\(table.key.map { "a.\($0)" }.joined(separator: ", "))) IN (
        SELECT \(table.key.map { "a.\($0)" }.joined(separator: ", ")) FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev AND c.table_name = '\(t)'
          CROSS JOIN main.\(t) AS a ON \(table.keyMatch(of: "a.", inJSON: "c.row_key"))
        WHERE c.kind = 'delete')
      """
    var removed = try remove(named, hasSpecial)
    let (ours, theirs) = (try count("main"), try theirCount ?? count(inbox))
    guard ours != theirs else { return removed }
    // The keys that B holds are not all at hand.
    if theirCount != nil { throw NeedsWholeFile() }
    guard ours - (try unknownToThem()) != theirs - (try deletedUnknownToThem()) else { return removed }
    removed += try remove("\(t) AS a WHERE true", hasSpecial)
    return removed
  }

  /// Rows that we hold and they do not, in versions that they have never seen.
  private func unknownToThem() throws -> Int {
    try Int.fetchOne(
      db,
      cached: """
        SELECT count(*) FROM main.revision AS r CROSS JOIN main.\(t) AS a ON a.rev = r.id
        WHERE r.id NOT IN (SELECT id FROM \(inbox).revision)
          AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(match))\(scope.filter("a."))
        """) ?? 0
  }

  /// Rows that they hold, and that we deleted without their knowing.
  private func deletedUnknownToThem() throws -> Int {
    try Int.fetchOne(
      db,
      cached: """
        SELECT count(*) FROM (
          SELECT DISTINCT c.row_key FROM main.revision AS r CROSS JOIN main.change AS c ON c.rev = r.id
            CROSS JOIN \(inbox).\(t) AS b ON \(table.keyMatch(of: "b.", inJSON: "c.row_key"))
          WHERE r.id NOT IN (SELECT id FROM \(inbox).revision)
            AND c.table_name = '\(t)' AND c.kind = 'delete'
            AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(match))\(scope.filter("b.")))
        """) ?? 0
  }

  private func remove(_ rows: String, _ hasSpecial: Bool) throws -> Int {
    let from = """
      main.\(rows) AND \(seenByThem("a."))
        AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(match))
        \(scope.filter("a."))\(removable("a."))\(ordinary("a.", hasSpecial))
      """
    try keepUnrecorded("SELECT \(latestFresh)", "delete", from: from)
    return try execute("DELETE FROM \(from)")
  }

  private func count(_ schema: String) throws -> Int {
    try Int.fetchOne(
      db, cached: "SELECT count(*) FROM \(schema).\(t) AS t WHERE true\(scope.filter("t."))") ?? 0
  }

  /// Rows that one side deleted while the other, not knowing, changed them: the change is kept, and a person is told.
  private func countKeptEdits() throws -> Int {
    let deletedThere = """
      SELECT count(DISTINCT c.row_key)
      FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev AND c.table_name = '\(t)'
        CROSS JOIN main.\(t) AS a ON \(table.keyMatch(of: "a.", inJSON: "c.row_key"))
      WHERE c.kind = 'delete' AND NOT \(seenByThem("a."))
        AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(match))\(scope.filter("a."))
      """
    let deletedHere = """
      SELECT count(DISTINCT c.row_key)
      FROM temp.fresh AS f CROSS JOIN \(inbox).\(t) AS b ON b.rev = f.rev
        CROSS JOIN main.change AS c ON c.table_name = '\(t)' AND c.row_key = \(table.keyJSON(of: "b."))
      WHERE c.kind = 'delete' AND c.rev NOT IN (SELECT id FROM \(inbox).revision)
        AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(match))\(scope.filter("b."))
      """
    return (try Int.fetchOne(db, cached: deletedThere) ?? 0)
      + (try Int.fetchOne(db, cached: deletedHere) ?? 0)
  }

}

// MARK: - Histories that were cut

extension TableMerge {
  private var latestFresh: String {
    """
    (SELECT r.id FROM temp.fresh AS f CROSS JOIN \(inbox).revision AS r ON r.id = f.rev
      ORDER BY r.at DESC, r.id DESC LIMIT 1)
    """
  }

  /// Keeps versions that go although the other file's history does not hold them (it may have been cut by hand):
  /// nothing is lost silently.
  private func keepUnrecorded(_ rev: String, _ kind: String, from: String) throws {
    try db.run(
      """
      INSERT OR IGNORE INTO main.change (rev, table_name, row_key, before_rev, org_code, kind, before)
        \(rev), '\(t)', \(table.keyJSON(of: "a.")), a.rev, a.org_code, '\(kind)', \(table.rowJSON(of: "a."))
        FROM \(from) AND NOT EXISTS (SELECT 1 FROM main.change AS c WHERE c.table_name = '\(t)'
          AND c.row_key = \(table.keyJSON(of: "a.")) AND c.before_rev = a.rev)
      """)
  }
}
