internal import GRDB
internal import YiceModel

/// Decision 0065.
extension Undo {
  /// The action of revisions that carry what an undo gives back beside the row that the table shows.
  static let otherVersion = "undo-version"
  /// How the note of such a revision begins; the undo's own follows.
  static let otherNote = "放回另一个版本："

  /// Rows that this revision changed or removed, as they were. Where it decided between versions, the one the table
  /// showed before comes back under the undo's revision, and each other under one of its own: to every other file they
  /// are versions that nobody has decided on. Versions that came since stay.
  /// - Returns: rows with several versions now.
  func restore(_ table: CatalogTable, _ writer: RevisionWriter) throws -> Int {
    let replaced = try replacedVersions(table, writer.db)
    guard !replaced.isEmpty else { return 0 }
    try Authority.require(writer.file.role, in: table) { _ in table.schoolWrites?.value }
    let companions = try companions(writer.db)
    var reopened = 0
    for (key, versions) in replaced {
      var live = try LiveVersions(writer.db, table, rowKey: key)
      // What this revision left; or the same content under a later one, which was itself taken back.
      let undone =
        live.versions.first { $0.rev == revision } ?? (versions[0].isRemoved ? nil : live.versions.first)
      let going = live.versions.filter { $0.rev == undone?.rev || companions.contains($0.rev) }
      let staying = live.versions.filter { version in !going.contains(version) }
      var contents = Set(staying.map(\.content))
      var coming: [LiveVersions.Version] = []
      for version in versions where contents.insert(version.content).inserted {
        coming.append(
          .init(
            rev: coming.isEmpty ? writer.rev : try writer.earlierRevision(Undo.otherVersion, table),
            content: version.content))
      }
      for version in going {
        try writer.keep(version, table, key, kind: coming.isEmpty ? "delete" : "update")
      }
      try live.replace(writer.db, going: Set(going.map(\.rev)), coming: coming, by: writer)
      writer.count(versions[0].isRemoved ? .new : .changed, table)
      if contents.count > 1 { reopened += 1 }
    }
    return reopened
  }

  /// Rows that this revision added, of which a version from elsewhere waits: that one is the row then, under its own
  /// revision. Also where the added version is the one that waits.
  func removeBesideOthers(_ table: CatalogTable, _ writer: RevisionWriter) throws {
    let keys = try String.fetchAll(
      writer.db,
      sql: """
        SELECT s.row_key FROM sibling AS s JOIN \(table.name) AS t ON \(table.keyMatch(of: "t.", inJSON: "s.row_key"))
          WHERE s.table_name = '\(table.name)' AND (s.rev = ?1 OR t.rev = ?1) AND NOT EXISTS (
            SELECT 1 FROM change AS c
            WHERE c.rev = ?1 AND c.table_name = '\(table.name)' AND c.row_key = s.row_key AND c.void = 0)
          GROUP BY s.row_key
        """, arguments: [revision])
    guard !keys.isEmpty else { return }
    try Authority.require(writer.file.role, in: table) { _ in table.schoolWrites?.value }
    for key in keys {
      var live = try LiveVersions(writer.db, table, rowKey: key)
      guard let added = live.versions.first(where: { $0.rev == revision }) else { continue }
      try writer.keep(added, table, key, kind: "delete")
      try live.replace(writer.db, going: [revision], coming: [])
      writer.count(.changed, table)
    }
  }

  /// Revisions that carry what the undone revision, an undo itself, gave back beside the row that the table shows.
  private func companions(_ db: Database) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT c.id FROM revision AS r JOIN revision AS c ON c.action = ?2 AND c.note = ?3 || r.note AND c.role = r.role
        WHERE r.id = ?1 AND r.action = 'undo'
        """, arguments: [revision, Undo.otherVersion, Undo.otherNote])
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
        WHERE c.rev = ? AND c.table_name = ? AND c.void = 0 ORDER BY c.row_key
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
  func earlierRevision(_ action: String, _ table: CatalogTable) throws -> Int64 {
    let id = rev > 1 << 40 ? Int64.random(in: 1..<rev) : RandomID.revision()
    try recordFurther(id, action, Undo.otherNote + (note ?? ""), table)
    return id
  }
}
