internal import GRDB
internal import YiceModel
internal import YiceStore

/// Keys with several versions, and what people should know of.
extension TableMerge {
  /// Keys that need a look one by one: waiting versions on either side, or both sides' versions stay.
  func collectSpecial() throws -> Bool {
    try db.run(
      stratum.choose(
        .special, "a.",
        """
        FROM \(stratum.rows(.come)) AS v CROSS JOIN main.\(t) AS a ON \(table.keyMatch("a.", "v."))
        WHERE NOT \(stratum.has(.go, "a.", version: true))
        """))
    if hasSiblings {
      for schema in ["main", inbox] {
        try db.run(
          stratum.choose(
            .special, "v.",
            """
            FROM (SELECT * FROM \(stratum.rows(.come)) UNION SELECT * FROM \(stratum.rows(.go))) AS v
            WHERE EXISTS (SELECT 1 FROM \(schema).sibling AS s
              WHERE s.table_name = '\(t)' AND s.row_key = \(table.keyJSON(of: "v.")))
            """))
      }
    }
    return try Bool.fetchOne(db, cached: "SELECT EXISTS (SELECT 1 FROM \(stratum.rows(.special)))") ?? false
  }

  func settleSpecial() throws -> MergeCounts {
    var counts = MergeCounts()
    for key in try String.fetchAll(db, sql: "SELECT \(table.keyJSON()) FROM \(stratum.rows(.special))") {
      var live = try LiveVersions(db, table, rowKey: key)
      let going = try revisions(.go, key)
      let coming = try revisions(.come, key)
      let before = live.versions
      try live.replace(
        db, going: going,
        coming: try LiveVersions(db, table, rowKey: key, schema: inbox).versions.filter {
          coming.contains($0.rev)
        })
      if Set(live.versions.map(\.content)).count > 1 {
        counts.conflicts += 1
      } else if live.versions.isEmpty {
        counts.removed += 1
      } else if before.isEmpty {
        counts.new += 1
      } else if before.first?.content != live.versions.first?.content {
        counts.changed += 1
      }
    }
    return counts
  }

  private func revisions(_ chosen: Chosen, _ key: String) throws -> Set<Int64> {
    try Int64.fetchSet(
      db.cachedStatement(
        sql: "SELECT rev FROM \(stratum.rows(chosen)) AS v WHERE \(table.keyMatch(of: "v.", inJSON: "?1"))"),
      arguments: [key])
  }

  /// Keeps versions that go although no history holds them (it may have been cut by hand), set aside for people: nothing
  /// is lost silently, and nothing is said in another's name.
  func keepUnrecorded() throws {
    for (rows, content) in [
      ("main.\(t) AS a ON \(table.keyMatch("a.", "v."))", table.rowJSON(of: "a.")),
      ("main.sibling AS a ON a.table_name = '\(t)' AND a.row_key = \(table.keyJSON(of: "v."))", "a.content"),
    ] where hasSiblings || !rows.contains("sibling") {
      try db.run(
        """
        INSERT OR IGNORE INTO main.change (rev, table_name, row_key, before_rev, org_code, kind, before, void)
        SELECT v.rev, '\(t)', \(table.keyJSON(of: "v.")), v.rev, a.org_code, 'update', \(content), 1
        FROM \(stratum.rows(.go)) AS v CROSS JOIN \(rows) AND a.rev = v.rev
        WHERE NOT EXISTS (SELECT 1 FROM main.change AS c WHERE c.table_name = '\(t)'
          AND c.row_key = \(table.keyJSON(of: "v.")) AND c.before_rev = v.rev)
        """)
    }
  }

  /// Rows that one side deleted while the other, not knowing, changed them: the change is kept, and a person is told.
  /// Asked when it is decided what comes and goes, and nothing has been done yet.
  func listKeptEdits(_ list: inout [Finding]) throws -> Int {
    let deletedThere = """
      SELECT DISTINCT c.row_key
      FROM temp.arriving AS n CROSS JOIN \(inbox).change AS c
          ON c.rev = n.rev AND c.table_name = n.table_name AND c.row_key = n.row_key AND c.before_rev = n.before_rev
        CROSS JOIN main.\(t) AS a ON \(table.keyMatch(of: "a.", inJSON: "c.row_key"))
      WHERE n.table_name = '\(t)' AND c.kind = 'delete' AND \(stratum.travels("a.org_code"))
        AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(table.keyMatch("a.", "b.")))
        AND NOT \(stratum.has(.go, "a.", version: true))
      """
    let deletedHere = """
      SELECT DISTINCT c.row_key FROM \(stratum.rows(.come)) AS v
        CROSS JOIN main.change AS c ON c.table_name = '\(t)' AND c.row_key = \(table.keyJSON(of: "v."))
      WHERE c.kind = 'delete' AND c.void = 0
        AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(table.keyMatch("a.", "v.")))
        AND NOT EXISTS (SELECT 1 FROM \(inbox).change AS o WHERE o.rev = c.rev AND o.table_name = c.table_name
          AND o.row_key = c.row_key AND o.void = 0)
        AND NOT EXISTS (SELECT 1 FROM \(inbox).revision_area AS r WHERE r.id = c.rev)
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
