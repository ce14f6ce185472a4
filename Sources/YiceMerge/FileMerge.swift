internal import GRDB
internal import YiceModel
internal import YiceStore

/// One file's merge, inside its transaction, with the file attached as `inbox`.
struct FileMerge {
  let db: Database
  let name: String
  let info: FileInfo
  let own: FileInfo
  let scope: MergeScope

  func run(_ result: inout MergeResult) throws {
    let fresh = try learnRevisions()
    guard !fresh.isEmpty else {
      result.status = .nothingNew
      return
    }
    // Histories travel first, so that every version the merge replaces is already kept.
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO main.change SELECT c.* FROM inbox.change AS c
        WHERE c.rev IN (SELECT rev FROM temp.fresh)\(scope.filter("c."))
        """)
    try db.execute(sql: "INSERT OR IGNORE INTO main.evidence_blob SELECT * FROM inbox.evidence_blob")
    for table in TableCatalog.tables {
      let merge = TableMerge(db: db, table: table, scope: scope, otherRole: info.role, fileName: name)
      do {
        result.counts += try merge.run(&result.leftOut)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw MergeRefusal.badRow(name, table: table.label, detail: error.message ?? "CHECK")
      }
    }
    try rememberRevisions(fresh)
    try recordReceipt(result.counts)
  }

  /// Revisions that the other file knows and we do not, into `temp.fresh`; those both know, into `temp.shared`.
  private func learnRevisions() throws -> [Int64] {
    try db.execute(
      sql: """
        CREATE TEMP TABLE IF NOT EXISTS fresh (rev INTEGER PRIMARY KEY);
        DELETE FROM temp.fresh;
        INSERT INTO temp.fresh SELECT id FROM inbox.revision
          WHERE id NOT IN (SELECT id FROM main.revision);
        """)
    return try Int64.fetchAll(db, sql: "SELECT rev FROM temp.fresh")
  }

  private func rememberRevisions(_ fresh: [Int64]) throws {
    try db.execute(
      sql: "INSERT INTO main.revision SELECT * FROM inbox.revision WHERE id IN (SELECT rev FROM temp.fresh)")
    try RevisionDigest.store(fresh.reduce(try RevisionDigest.stored(db), ^), in: db)
  }

  private func recordReceipt(_ counts: MergeCounts) throws {
    let latest = try Row.fetchOne(
      db, sql: "SELECT id, at FROM inbox.revision ORDER BY at DESC, id DESC LIMIT 1")
    let latestID: Int64? = latest?["id"]
    let latestAt: String? = latest?["at"]
    try db.execute(
      sql: """
        INSERT INTO received (at, file_name, org_code, org_name, role, file_id, revision_digest, latest_revision,
          latest_at, rows_new, rows_changed, rows_removed, rows_conflict, rows_left_out)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Moment.now(), name, info.orgCode, info.orgName, info.role.rawValue, info.fileID,
        String(try RevisionDigest.stored(db, schema: "inbox")), latestID, latestAt,
        counts.new, counts.changed, counts.removed, counts.conflicts, counts.leftOut,
      ])
  }
}
