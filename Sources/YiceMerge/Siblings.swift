internal import GRDB
internal import YiceModel
internal import YiceStore

/// The survivors rule key by key, for the keys in `temp.special`: those with several live versions on a side or after
/// the merge.
struct Siblings {
  let db: Database
  let table: CatalogTable
  /// Name of the attached schema.
  let inbox: String
  /// Of a table with rules: versions that their sender may not write stay out.
  let vetting: MoveVetting?

  private struct Version {
    let rev: Int64
    let content: String
  }

  func settle() throws -> MergeCounts {
    var counts = MergeCounts()
    let unrefused = vetting == nil ? "" : "WHERE row_key NOT IN (SELECT row_key FROM temp.refused) "
    for key in try String.fetchAll(db, sql: "SELECT row_key FROM temp.special \(unrefused)ORDER BY row_key") {
      let x = try versions(of: key, in: "main")
      let y = try versions(of: key, in: inbox)
      let inY = Set(y.map(\.rev))
      let inX = Set(x.map(\.rev))
      var survivors: [Version] = []
      for version in x where try inY.contains(version.rev) || !isKnown(version.rev, in: inbox) {
        survivors.append(version)
      }
      for version in y where try !inX.contains(version.rev) && !isKnown(version.rev, in: "main") {
        // The row itself was judged with the others; a version beside it came in a state.
        if try version.rev == y.first?.rev || mayCome(version) { survivors.append(version) }
      }
      if survivors.isEmpty, try !x.allSatisfy(mayGo) { continue }
      try settle(key, from: x, to: survivors, &counts)
    }
    return counts
  }

  /// Whether the sender may remove a version in that state.
  private func mayGo(_ version: Version) throws -> Bool {
    guard let vetting, let machine = vetting.rules.machine else { return true }
    return machine.mayRemove(vetting.otherRole, in: try state(of: version))
  }

  private func state(of version: Version) throws -> String {
    try String.fetchOne(db, sql: "SELECT json_extract(?, '$.state')", arguments: [version.content]) ?? ""
  }

  private func settle(_ key: String, from x: [Version], to survivors: [Version], _ counts: inout MergeCounts)
    throws
  {
    let before = Set(x.map(\.rev))
    let after = Set(survivors.map(\.rev))
    guard before != after else { return }
    for version in x where !after.contains(version.rev) { try keep(version, key, removed: survivors.isEmpty) }
    try db.execute(
      sql: "DELETE FROM main.sibling WHERE table_name = ? AND row_key = ?", arguments: [table.name, key])
    let shownBefore = x.first
    guard let winner = try winner(survivors) else {
      try db.execute(
        sql: "DELETE FROM main.\(table.name) WHERE \(table.keyJSON()) = ?", arguments: [key])
      counts.removed += 1
      return
    }
    if shownBefore?.rev != winner.rev {
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO main.\(table.name) (\(table.columnList()), rev)
          VALUES (\(table.columnsFromJSON("?1")), ?2)
          """, arguments: [winner.content, winner.rev])
    }
    for version in survivors where version.rev != winner.rev {
      try db.execute(
        sql: """
          INSERT INTO main.sibling (table_name, row_key, rev, org_code, content)
          VALUES (?1, ?2, ?3, json_extract(?4, '$.org_code'), ?4)
          """, arguments: [table.name, key, version.rev, version.content])
    }
    if Set(survivors.map(\.content)).count > 1 {
      counts.conflicts += 1
    } else if x.isEmpty {
      counts.new += 1
    } else if shownBefore?.content != winner.content {
      counts.changed += 1
    }
  }

  /// The live versions of a key: the row shown first, then its siblings.
  private func versions(of key: String, in schema: String) throws -> [Version] {
    let match = table.key.enumerated().map { "\($0.element) = json_extract(?1, '$[\($0.offset)]')" }
      .joined(separator: " AND ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT rev, \(table.rowJSON()) AS content FROM \(schema).\(table.name) WHERE \(match)
        UNION ALL
        SELECT rev, content FROM \(schema).sibling WHERE table_name = '\(table.name)' AND row_key = ?1
        """, arguments: [key]
    ).map { Version(rev: $0["rev"], content: $0["content"]) }
  }

  /// Whether the sender may bring a version in that state at all.
  private func mayCome(_ version: Version) throws -> Bool {
    guard let vetting else { return true }
    return vetting.mayEnter(try state(of: version))
  }

  private func isKnown(_ rev: Int64, in schema: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM \(schema).revision WHERE id = ?)", arguments: [rev]) ?? false
  }

  /// The version the table shows: a writer with authority first, then the later time, then the larger id.
  private func winner(_ versions: [Version]) throws -> Version? {
    guard versions.count > 1 else { return versions.first }
    let ranked = try versions.map { version in
      let revision = try Row.fetchOne(
        db,
        sql: """
          SELECT role, at FROM main.revision WHERE id = ?1 UNION SELECT role, at FROM \(inbox).revision WHERE id = ?1
          """, arguments: [version.rev])
      let role = revision.flatMap { Role(rawValue: $0["role"]) }
      let allowed = role.map { Authority.allows($0, in: table) } ?? false
      return (version, (allowed ? 1 : 0, revision?["at"] as String? ?? "", version.rev))
    }
    return ranked.max { $0.1 < $1.1 }?.0
  }

  /// Keeps a version that goes, unless a history already holds it.
  private func keep(_ version: Version, _ key: String, removed: Bool) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO main.change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT (SELECT r.id FROM \(inbox).revision AS r JOIN temp.fresh ON fresh.rev = r.id
                ORDER BY r.at DESC, r.id DESC LIMIT 1),
          ?1, ?2, ?3, json_extract(?4, '$.org_code'), ?5, ?4
        WHERE NOT EXISTS (
          SELECT 1 FROM main.change WHERE table_name = ?1 AND row_key = ?2 AND before_rev = ?3)
        """,
      arguments: [table.name, key, version.rev, version.content, removed ? "delete" : "update"])
  }
}
