internal import GRDB
internal import YiceModel
internal import YiceStore

/// What a received file knew, for the list of what was received.
struct Sighting: Sendable {
  /// The state that it was in, see `FileState`.
  let state: String
  /// The newest revision it knows, by time.
  let latestRevision: Int64?
  let latestAt: String?

  init(_ db: Database, inbox: String) throws {
    state = try FileState.stored(db, schema: inbox)
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, at FROM \(inbox).revision ORDER BY at DESC, id DESC LIMIT 1"))
    latestRevision = row?["id"]
    latestAt = row?["at"]
  }

  /// Adds the line; a file that was received in this very state before adds none.
  /// - Returns: whether a line was added.
  @discardableResult
  func record(_ db: Database, _ name: String, _ info: FileInfo, _ counts: MergeCounts, _ proof: SenderProof?)
    throws -> Bool
  {
    try db.run(
      """
      INSERT INTO received (at, file_name, org_code, org_name, role, file_id, state, latest_revision,
        latest_at, rows_new, rows_changed, rows_removed, rows_conflict, rows_left_out, sender_proof)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15
      WHERE NOT EXISTS (SELECT 1 FROM received WHERE file_id = ?6 AND state = ?7)
      """,
      [
        Moment.now(), name, info.scopeOrg ?? info.orgCode, info.orgName, info.role.rawValue, info.fileID,
        state,
        latestRevision, latestAt, counts.new, counts.changed, counts.removed, counts.conflicts,
        counts.leftOut, proof?.json,
      ])
    return db.changesCount > 0
  }
}
