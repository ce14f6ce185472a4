internal import GRDB
internal import YiceStore

/// Which versions come, and which go.
extension TableMerge {
  func decideComing() throws {
    for (rows, isSibling) in sources(in: inbox) {
      if hasWord.ours {
        try add(
          to: .come,
          """
          FROM temp.fresh AS f CROSS JOIN \(rows) AS b ON b.rev = f.rev AND b.org_code = f.org_code
          WHERE f.class = '\(stratum.areaClass.rawValue)' AND \(stratum.travels("b.org_code"))
            AND NOT \(live("b.", in: "main", isSibling))\(unsaid("b."))
          """)
        guard facts.hasLegacy else { continue }
        try add(
          to: .come,
          """
          FROM \(rows) AS b WHERE \(stratum.travels("b.org_code")) AND \(stratum.known("b.", in: inbox, legacy: true))
            AND NOT \(live("b.", in: "main", isSibling)) AND NOT \(stratum.shown("b.", in: "main"))\(unsaid("b."))
          """)
      } else {
        try add(
          to: .come,
          """
          FROM \(rows) AS b WHERE \(stratum.travels("b.org_code"))
            AND NOT \(live("b.", in: "main", isSibling)) AND NOT \(stratum.shown("b.", in: "main"))\(unsaid("b."))
          """)
      }
      if facts.healed.contains(t) {
        try add(
          to: .come,
          """
          FROM \(rows) AS b WHERE \(table.keyJSON(of: "b.")) IN (SELECT row_key FROM temp.healed WHERE table_name = '\(t)')
            AND \(stratum.travels("b.org_code"))
          """)
      }
    }
  }

  func decideGoing() throws {
    guard hasWord.theirs else { return try goByHistory() }
    // Where both go by their lists of revisions, only what is new to us can have replaced anything.
    guard hasWord.ours, !facts.hasLegacy else { return try goByKeys() }
    try add(
      to: .go,
      """
      FROM \(stratum.rows(.come)) AS n CROSS JOIN main.\(t) AS b ON \(table.keyMatch("n.", "b."))
      WHERE \(hasGone("b.", isSibling: false))
      """)
    try add(
      to: .go,
      """
      FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev AND c.table_name = '\(t)'
        CROSS JOIN main.\(t) AS b ON \(table.keyMatch(of: "b.", inJSON: "c.row_key"))
      WHERE f.class = '\(stratum.areaClass.rawValue)' AND c.kind = 'delete' AND \(hasGone("b.", isSibling: false))
      """)
    if hasSiblings {
      try add(
        to: .go, "FROM \(siblings(in: "main")) AS b WHERE \(hasGone("b.", isSibling: true))")
    }
    if try areRowsUnaccounted() { try goByKeys() }
  }

  /// Every key is compared.
  private func goByKeys() throws {
    for (rows, isSibling) in sources(in: "main") {
      try add(to: .go, "FROM \(rows) AS b WHERE \(hasGone("b.", isSibling: isSibling))")
    }
  }

  /// What the other side's history shows as written or replaced, and it no longer holds.
  private func goByHistory() throws {
    for (rows, isSibling) in sources(in: "main") {
      try add(
        to: .go,
        """
        FROM \(inbox).change AS c CROSS JOIN \(rows) AS b ON \(table.keyMatch(of: "b.", inJSON: "c.row_key"))
        WHERE c.table_name = '\(t)' AND c.void = 0 AND (b.rev = c.before_rev OR b.rev = c.rev)
          AND \(stratum.travels("b.org_code")) AND NOT \(live("b.", in: inbox, isSibling))\(unsaid("b."))
        """)
    }
  }

  private func hasGone(_ alias: String, isSibling: Bool) -> String {
    let known = stratum.known(alias, in: inbox)
    let seen =
      facts.hasLegacy
      ? "CASE WHEN \(stratum.known(alias, in: "main", legacy: true)) THEN \(stratum.shown(alias, in: inbox)) ELSE \(known) END"
      : known
    return
      "\(stratum.travels("\(alias)org_code")) AND NOT \(live(alias, in: inbox, isSibling)) AND \(seen)\(unsaid(alias))"
  }

  private func live(_ alias: String, in schema: String, _ isSibling: Bool) -> String {
    stratum.live(alias, in: schema, siblings: hasSiblings)
  }

  /// The table, and where there are any its waiting versions.
  private func sources(in schema: String) -> [(rows: String, isSibling: Bool)] {
    [("\(schema).\(t)", false)] + (hasSiblings ? [(siblings(in: schema), true)] : [])
  }

  private func add(to chosen: Chosen, _ from: String) throws {
    try db.run(stratum.choose(chosen, "b.", from))
  }
}

// MARK: - Histories that were cut

extension TableMerge {
  /// Whether the numbers of rows differ by more than what either side cannot know of the other: then a deletion is named in
  /// no history (it may have been cut by hand).
  private func areRowsUnaccounted() throws -> Bool {
    let ours =
      (facts.ours[stratum.id] ?? 0) + (try number(.come, butNot: .go)) - (try number(.go, butNot: .come))
    let theirs = facts.theirs[stratum.id] ?? 0
    guard ours != theirs else { return false }
    return ours - (try unknownToThem()) != theirs - (try deletedUnknownToThem())
  }

  /// Keys in one set of versions that the other and the table do not account for.
  private func number(_ chosen: Chosen, butNot other: Chosen) throws -> Int {
    let row =
      chosen == .come
      ? " AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(table.keyMatch("a.", "v.")))" : ""
    return try Int.fetchOne(
      db,
      cached: """
        SELECT count(*) FROM (SELECT DISTINCT \(keys("v.")) FROM \(stratum.rows(chosen)) AS v
          WHERE NOT \(stratum.has(other, "v."))\(row))
        """) ?? 0
  }

  private var ourLines: String {
    """
    temp.travel AS w CROSS JOIN main.revision_area AS r ON r.org_code = w.org_code AND r.class = w.class
    """
  }

  private var unknownThere: String {
    """
    w.class = '\(stratum.areaClass.rawValue)' AND NOT EXISTS (SELECT 1 FROM \(inbox).revision_area AS o
      WHERE o.id = r.id AND o.org_code = r.org_code AND o.class = r.class)
    """
  }

  /// Rows that we hold and they do not, in versions that they have never seen.
  private func unknownToThem() throws -> Int {
    try Int.fetchOne(
      db,
      cached: """
        SELECT count(*) FROM \(ourLines) CROSS JOIN main.\(t) AS a ON a.rev = r.id AND a.org_code = r.org_code
        WHERE \(unknownThere) AND NOT EXISTS (SELECT 1 FROM \(inbox).\(t) AS b WHERE \(table.keyMatch("a.", "b.")))
        """) ?? 0
  }

  /// Rows that they hold, and that we deleted without their knowing.
  private func deletedUnknownToThem() throws -> Int {
    try Int.fetchOne(
      db,
      cached: """
        SELECT count(*) FROM (
          SELECT DISTINCT c.row_key FROM \(ourLines) CROSS JOIN main.change AS c ON c.rev = r.id
            CROSS JOIN \(inbox).\(t) AS b ON \(table.keyMatch(of: "b.", inJSON: "c.row_key"))
          WHERE \(unknownThere) AND c.table_name = '\(t)' AND c.kind = 'delete'
            AND NOT EXISTS (SELECT 1 FROM main.\(t) AS a WHERE \(table.keyMatch("a.", "b."))))
        """) ?? 0
  }
}
