package import GRDB
internal import YiceModel

extension Undo {
  /// A write without right, taken back in the file where it was made: the versions that it replaced return as they were,
  /// under their own revisions, and its lines are set aside. Nobody else ever took it, so nothing is minted.
  /// - Returns: how many rows were given back.
  func takeBackTrespasses(_ table: CatalogTable, _ writer: RevisionWriter) throws -> Int {
    guard writer.file.role.isOneSchool else { return 0 }
    let db = writer.db
    var count = 0
    for write in try Trespass.of(revision, table, db) {
      var live = try LiveVersions(db, table, rowKey: write.rowKey)
      let lines = try Row.fetchAll(
        db,
        sql: """
          SELECT before_rev, before, kind FROM change
          WHERE rev = ?1 AND table_name = ?2 AND row_key = ?3 AND void = 0
          """, arguments: [revision, table.name, write.rowKey])
      let isLive = live.versions.contains { $0.rev == revision }
      // Replaced since: whoever undoes is told so by the check that follows.
      guard isLive || lines.contains(where: { $0["kind"] == "delete" }) else { continue }
      var returning: [LiveVersions.Version] = []
      for line in lines {
        let before: Int64 = line["before_rev"]
        let isReplacedElsewhere = try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM change WHERE table_name = ?2 AND row_key = ?3 AND before_rev = ?4
              AND rev <> ?1 AND void = 0)
            """, arguments: [revision, table.name, write.rowKey, before])
        if isReplacedElsewhere != true { returning.append(.init(rev: before, content: line["before"])) }
      }
      try Trespass.setAside(write.rowKey, table, revision, live.versions.first { $0.rev == revision }, db)
      try live.replace(db, going: [revision], coming: returning)
      count += 1
    }
    if count > 0 { writer.hasRestored = true }
    return count
  }
}

extension Trespass {
  /// Sets the lines of a write aside, and keeps what it wrote for people to see.
  static func setAside(
    _ rowKey: String, _ table: CatalogTable, _ revision: Int64, _ version: LiveVersions.Version?,
    _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE change SET void = 1 WHERE rev = ? AND table_name = ? AND row_key = ?",
      arguments: [revision, table.name, rowKey])
    guard let version else { return }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO change (rev, table_name, row_key, before_rev, org_code, kind, before, void)
        VALUES (?1, ?2, ?3, ?1, json_extract(?4, '$.org_code'), 'update', ?4, 1)
        """, arguments: [revision, table.name, rowKey, version.content])
  }

  /// Sets all of a key aside, which another file's word takes the place of.
  package static func setAside(_ rowKey: String, _ table: CatalogTable, _ db: Database) throws {
    var live = try LiveVersions(db, table, rowKey: rowKey)
    try db.execute(
      sql: "UPDATE change SET void = 1 WHERE table_name = ? AND row_key = ?", arguments: [table.name, rowKey])
    for version in live.versions {
      try setAside(rowKey, table, version.rev, version, db)
    }
    try live.replace(db, going: Set(live.versions.map(\.rev)), coming: [])
  }
}
