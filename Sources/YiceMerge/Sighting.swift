internal import GRDB
internal import YiceModel
internal import YiceStore

/// What a received file knew, for the list of what was received.
struct Sighting: Sendable {
  /// Of the revisions it knew.
  let digest: String
  /// The newest of them by time.
  let latestRevision: Int64?
  let latestAt: String?

  /// Of a file on its own connection.
  init(_ db: Database) throws {
    try self.init(
      db, digest: try RevisionDigest.stored(db),
      "SELECT id, at FROM revision ORDER BY at DESC, id DESC LIMIT 1")
  }

  /// Of an attached file, all of whose revisions we know by now.
  init(_ db: Database, inbox: String) throws {
    try self.init(
      db, digest: try RevisionDigest.stored(db, schema: inbox),
      """
      SELECT m.id, m.at FROM \(inbox).revision AS r CROSS JOIN main.revision AS m ON m.id = r.id
      ORDER BY m.at DESC, m.id DESC LIMIT 1
      """)
  }

  private init(_ db: Database, digest: Int64, _ latest: String) throws {
    self.digest = String(digest)
    let row = try Row.fetchOne(db.cachedStatement(sql: latest))
    latestRevision = row?["id"]
    latestAt = row?["at"]
  }

  /// Adds the line; a file that was received in this very state before adds none.
  /// - Returns: whether a line was added.
  @discardableResult
  func record(_ db: Database, _ name: String, _ info: FileInfo, _ counts: MergeCounts) throws -> Bool {
    try db.run(
      """
      INSERT INTO received (at, file_name, org_code, org_name, role, file_id, revision_digest, latest_revision,
        latest_at, rows_new, rows_changed, rows_removed, rows_conflict, rows_left_out)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14
      WHERE NOT EXISTS (SELECT 1 FROM received WHERE file_id = ?6 AND revision_digest = ?7)
      """,
      [
        Moment.now(), name, info.scopeOrg ?? info.orgCode, info.orgName, info.role.rawValue, info.fileID,
        digest,
        latestRevision, latestAt, counts.new, counts.changed, counts.removed, counts.conflicts,
        counts.leftOut,
      ])
    return db.changesCount > 0
  }
}
