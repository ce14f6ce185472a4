internal import GRDB
internal import YiceModel
internal import YiceStore

/// Rows that only one side holds any more.
extension TableMerge {
  /// A version that the other side has seen and no longer holds goes. B's history names the deleted keys; only where the
  /// numbers of rows then still differ by more than what either side cannot know of the other, every key is compared.
  func removeVanished(_ hasSpecial: Bool) throws -> Int {
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
  func listKeptEdits(_ list: inout [Finding]) throws -> Int {
    let deletedThere = """
      SELECT DISTINCT c.row_key
      FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev AND c.table_name = '\(t)'
        CROSS JOIN main.\(t) AS a ON \(table.keyMatch(of: "a.", inJSON: "c.row_key"))
      WHERE c.kind = 'delete' AND NOT \(seenByThem("a."))
        AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(match))\(scope.filter("a."))
      """
    let deletedHere = """
      SELECT DISTINCT c.row_key
      FROM temp.fresh AS f CROSS JOIN \(inbox).\(t) AS b ON b.rev = f.rev
        CROSS JOIN main.change AS c ON c.table_name = '\(t)' AND c.row_key = \(table.keyJSON(of: "b."))
      WHERE c.kind = 'delete' AND c.rev NOT IN (SELECT id FROM \(inbox).revision)
        AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(match))\(scope.filter("b."))
      """
    var count = 0
    for (sql, words) in [
      (deletedThere, "“\(fileName)”删除了这一行，本文件改过它：改动已保留"), (deletedHere, "本文件删除了这一行，“\(fileName)”改过它：改动已保留"),
    ] {
      let keys = try String.fetchCursor(db.cachedStatement(sql: sql))
      while let key = try keys.next() {
        count += 1
        guard list.count < MergeResult.listLimit else { continue }
        list.append(
          Finding(
            .warning, "kept-edit", at: SourceLocation(file: fileName, sheet: table.label),
            value: try RowVersions.name(db, table, json: key),
            "删改并存：\(words)，确实要删的请再删一次"))
      }
    }
    return count
  }
}
