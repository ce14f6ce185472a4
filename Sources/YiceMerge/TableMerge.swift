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

  var t: String { table.name }
  var match: String { table.keyMatch("a.", "b.") }

  func run(_ result: inout MergeResult) throws -> MergeCounts {
    var counts = MergeCounts()
    let authority = Authority.allows(otherRole, in: table)
    if let vetting, authority || (table.schoolWrites != nil && otherRole == .school) {
      counts.leftOut = try listRefused(vetting, &result.findings)
    } else if !authority {
      counts.leftOut = try listLeftOut(&result.findings) + listKept(&result.findings)
      return counts
    }
    if authority, isFirstMeeting {
      counts.new = try execute(
        "INSERT INTO main.\(t) SELECT b.* FROM \(inbox).\(t) AS b WHERE true\(scope.filter("b."))\(accepted("b."))\(sound)"
      )
      return counts
    }
    let hasSpecial = try collectSpecialKeys()
    counts.keptEdits = try listKeptEdits(&result.findings)
    counts.changed = try replaceSuperseded(hasSpecial)
    counts.new = try insertNew(hasSpecial)
    counts.removed = try removeVanished(hasSpecial)
    if !removable("a.").isEmpty { counts.leftOut += try listKept(&result.findings) }
    if hasSpecial {
      counts += try Siblings(db: db, table: table, inbox: inbox, vetting: vetting).settle()
    }
    return counts
  }

  func execute(_ sql: String) throws -> Int {
    try db.run(sql)
    return db.changesCount
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

  func seenByThem(_ alias: String) -> String {
    "EXISTS (SELECT 1 FROM \(inbox).revision AS r WHERE r.id = \(alias)rev)"
  }

  func ordinary(_ alias: String, _ hasSpecial: Bool) -> String {
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
}

// MARK: - Histories that were cut

extension TableMerge {
  var latestFresh: String {
    """
    (SELECT r.id FROM temp.fresh AS f CROSS JOIN \(inbox).revision AS r ON r.id = f.rev
      ORDER BY r.at DESC, r.id DESC LIMIT 1)
    """
  }

  /// Keeps versions that go although the other file's history does not hold them (it may have been cut by hand):
  /// nothing is lost silently.
  func keepUnrecorded(_ rev: String, _ kind: String, from: String) throws {
    try db.run(
      """
      INSERT OR IGNORE INTO main.change (rev, table_name, row_key, before_rev, org_code, kind, before)
        \(rev), '\(t)', \(table.keyJSON(of: "a.")), a.rev, a.org_code, '\(kind)', \(table.rowJSON(of: "a."))
        FROM \(from) AND NOT EXISTS (SELECT 1 FROM main.change AS c WHERE c.table_name = '\(t)'
          AND c.row_key = \(table.keyJSON(of: "a.")) AND c.before_rev = a.rev)
      """)
  }
}
