package import GRDB
internal import YiceModel

/// The live versions of one row: the one that the table shows, and those that wait beside it in `sibling`.
///
/// All that changes them goes through `replace`, so that a key with waiting versions always has a row.
package struct LiveVersions {
  package struct Version: Sendable, Equatable {
    package let rev: Int64
    /// JSON object, as `sibling.content` keeps it.
    package let content: String

    package init(rev: Int64, content: String) {
      self.rev = rev
      self.content = content
    }
  }

  package let table: CatalogTable
  /// JSON array of the key's values.
  package let rowKey: String
  /// The one shown first.
  package private(set) var versions: [Version]

  /// - Parameter schema: where the table and its siblings stand.
  package init(_ db: Database, _ table: CatalogTable, rowKey: String, schema: String = "main") throws {
    self.table = table
    self.rowKey = rowKey
    versions = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT t.rev AS rev, \(table.rowJSON(of: "t.")) AS content FROM \(schema).\(table.name) AS t
            WHERE \(table.keyMatch(of: "t.", inJSON: "?1"))
          UNION ALL
          SELECT rev, content FROM \(schema).sibling WHERE table_name = '\(table.name)' AND row_key = ?1
          """), arguments: [rowKey]
    ).map { Version(rev: $0["rev"], content: $0["content"]) }
  }

  /// Takes versions away and puts others in; the table shows the one that ranks first. The history is the caller's.
  /// - Parameter writer: whose revision is being written, and so the newest.
  package mutating func replace(
    _ db: Database, going: Set<Int64>, coming: [Version], by writer: RevisionWriter? = nil
  ) throws {
    let left = versions.filter { !going.contains($0.rev) }
    let next = left + coming.filter { new in !left.contains { $0.rev == new.rev } }
    let shownBefore = versions.first
    defer { versions = next }
    try db.cachedStatement(sql: "DELETE FROM main.sibling WHERE table_name = ? AND row_key = ?")
      .execute(arguments: [table.name, rowKey])
    guard let shown = try LiveVersions.first(of: next, table, db, writer) else {
      try db.cachedStatement(
        sql: "DELETE FROM main.\(table.name) AS t WHERE \(table.keyMatch(of: "t.", inJSON: "?1"))"
      ).execute(arguments: [rowKey])
      return
    }
    if shown != shownBefore { try LiveVersions.show(shown, table, db) }
    for version in next where version.rev != shown.rev {
      try db.cachedStatement(
        sql: """
          INSERT INTO main.sibling (table_name, row_key, rev, org_code, content)
          VALUES (?1, ?2, ?3, json_extract(?4, '$.org_code'), ?4)
          """
      ).execute(arguments: [table.name, rowKey, version.rev, version.content])
    }
  }

  /// Writes the version into the table.
  static func show(_ version: Version, _ table: CatalogTable, _ db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO main.\(table.name) (\(table.columnList()), rev)
        VALUES (\(table.columnsFromJSON("?1")), ?2)
        """
    ).execute(arguments: [version.content, version.rev])
  }

  /// The version that a table shows: a writer with authority first, then the later moment, then the larger id; the same in
  /// every file.
  private static func first(
    of versions: [Version], _ table: CatalogTable, _ db: Database, _ writer: RevisionWriter?
  ) throws -> Version? {
    guard versions.count > 1 else { return versions.first }
    let ranked = try versions.map { version in
      if let writer, version.rev == writer.rev {
        return (version, (Authority.allows(writer.file.role, in: table) ? 1 : 0, Moment.now(), Int64.max))
      }
      let maker = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT role, at FROM main.revision WHERE id = ?"), arguments: [version.rev])
      let isAllowed = (maker?["role"] as String?).flatMap(Role.init(rawValue:)).map {
        Authority.allows($0, in: table)
      }
      return (version, (isAllowed == true ? 1 : 0, maker?["at"] as String? ?? "", version.rev))
    }
    return ranked.max { $0.1 < $1.1 }?.0
  }
}

extension RevisionWriter {
  /// Keeps a version that this revision replaces or removes in the history.
  func keep(_ version: LiveVersions.Version, _ table: CatalogTable, _ rowKey: String, kind: String) throws {
    guard version.rev != rev else { return }
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        VALUES (?1, ?2, ?3, ?4, json_extract(?6, '$.org_code'), ?5, ?6)
        """
    ).execute(arguments: [rev, table.name, rowKey, version.rev, kind, version.content])
  }
}
