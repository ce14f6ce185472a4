internal import GRDB
internal import YiceModel

extension Undo {
  /// The action of revisions that carry what an undo gives back beside the row that the table shows.
  static let otherVersion = "undo-version"

  /// Rows that this revision changed or removed, as they were. Where it decided between versions, the table shows the
  /// one it showed before, and the others wait beside it, each under a revision of its own: to every other file they
  /// are versions that nobody has decided on.
  /// - Returns: rows with such versions.
  func restore(_ table: CatalogTable, _ writer: RevisionWriter) throws -> Int {
    let replaced = try replacedVersions(table, writer.db)
    guard !replaced.isEmpty else { return 0 }
    try Authority.require(writer.file.role, in: table) { _ in table.schoolWrites?.value }
    let hasSiblings = try Bool.fetchOne(
      writer.db, sql: "SELECT EXISTS (SELECT 1 FROM sibling WHERE table_name = ?)", arguments: [table.name])
    var reopened = 0
    for (key, versions) in replaced {
      guard let shown = versions.first, let rowKey = try RowVersions.key(writer.db, table, json: key) else {
        throw RecordError.notFound(table: table.label, row: key)
      }
      try writer.keepBefore(table, rowKey, kind: "update", withSiblings: hasSiblings == true)
      try writer.db.execute(
        sql: """
          INSERT OR REPLACE INTO \(table.name) (\(table.columnList()), rev)
          VALUES (\(table.columnsFromJSON("?1")), ?2)
          """, arguments: [shown.content, writer.rev])
      writer.count(shown.isRemoved ? .new : .changed, table)
      var contents: Set = [shown.content]
      for version in versions.dropFirst() where contents.insert(version.content).inserted {
        try writer.db.execute(
          sql: """
            INSERT INTO sibling (table_name, row_key, rev, org_code, content)
            VALUES (?1, ?2, ?3, json_extract(?4, '$.org_code'), ?4)
            """,
          arguments: [table.name, key, try writer.earlierRevision(Undo.otherVersion), version.content])
      }
      if contents.count > 1 { reopened += 1 }
    }
    return reopened
  }

  private struct Version {
    let content: String
    let isRemoved: Bool
    /// What decides which version the table shows (merge.md): authority, then time, then id.
    let rank: (Int, String, Int64)
  }

  /// By key, in the order of the keys; the version that the table showed comes first.
  private func replacedVersions(_ table: CatalogTable, _ db: Database) throws -> [(
    key: String, versions: [Version]
  )] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.row_key, c.before, c.kind, c.before_rev, r.role, r.at
        FROM change AS c LEFT JOIN revision AS r ON r.id = c.before_rev
        WHERE c.rev = ? AND c.table_name = ? ORDER BY c.row_key
        """, arguments: [revision, table.name])
    var replaced: [(key: String, versions: [Version])] = []
    while let row = try rows.next() {
      let role = (row["role"] as String?).flatMap(Role.init(rawValue:))
      let isAllowed = role.map { Authority.allows($0, in: table) } ?? false
      let version = Version(
        content: row["before"], isRemoved: row["kind"] == "delete",
        rank: (isAllowed ? 1 : 0, row["at"] ?? "", row["before_rev"]))
      let key: String = row["row_key"]
      if replaced.last?.key == key {
        replaced[replaced.count - 1].versions.append(version)
      } else {
        replaced.append((key, [version]))
      }
    }
    for index in replaced.indices { replaced[index].versions.sort { $0.rank > $1.rank } }
    return replaced
  }
}

extension RevisionWriter {
  /// Records one more revision of the same hand, which comes before this writer's own where two are of one moment.
  func earlierRevision(_ action: String) throws -> Int64 {
    let id = rev > 1 << 40 ? Int64.random(in: 1..<rev) : RandomID.revision()
    try record(id, action, "放回另一个版本：" + (note ?? ""))
    return id
  }
}
