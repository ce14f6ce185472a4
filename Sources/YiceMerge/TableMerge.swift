internal import GRDB
internal import YiceModel
internal import YiceStore

/// The survivors rule on the rows of one stratum, set by set (merge.md, The rule):
///
///     survivors = (x ∩ y) ∪ { v ∈ x not seen by B } ∪ { v ∈ y not seen by A }
///
/// A is this file, B the file attached as `inbox`. What comes are the versions of y that A has not seen, what goes those of
/// x that B has seen and no longer holds (`Chosen`); keys where more than one version may be live afterwards are settled
/// one by one (`LiveVersions`), all others by SQL. Decision 0057.
struct TableMerge {
  let db: Database
  let stratum: Stratum
  let inbox: String
  let travel: Travel
  let fileName: String
  let facts: MergeFacts

  var table: CatalogTable { stratum.table }
  var t: String { table.name }
  var hasSiblings: Bool { facts.siblings.contains(t) }
  var hasWord: (ours: Bool, theirs: Bool) {
    (travel.hasWord(stratum.areaClass, sender: false), travel.hasWord(stratum.areaClass, sender: true))
  }

  func keys(_ alias: String = "") -> String { table.key.map { alias + $0 }.joined(separator: ", ") }

  /// Nothing of the stratum was ever met: all of it comes.
  func takeAll() throws -> MergeCounts {
    var counts = MergeCounts()
    try db.run(
      "INSERT INTO main.\(t) SELECT b.* FROM \(inbox).\(t) AS b WHERE \(stratum.travels("b.org_code"))\(unsaid("b."))\(sound)"
    )
    counts.new = db.changesCount
    guard hasSiblings else { return counts }
    try db.run(
      """
      INSERT OR IGNORE INTO main.sibling SELECT s.* FROM \(inbox).sibling AS s
      WHERE s.table_name = '\(t)' AND \(stratum.travels("s.org_code"))\(unsaid(json: "s.row_key"))
      """)
    counts.conflicts =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(DISTINCT s.row_key) FROM main.sibling AS s
            JOIN main.\(t) AS a ON \(table.keyMatch(of: "a.", inJSON: "s.row_key"))
          WHERE s.table_name = '\(t)' AND \(stratum.travels("s.org_code")) AND s.content <> \(table.rowJSON(of: "a."))
          """) ?? 0
    return counts
  }

  /// - Returns: whether any version comes or goes.
  func decide() throws -> Bool {
    try db.run("DELETE FROM temp.chosen WHERE stratum = ?", [stratum.id])
    try decideComing()
    try decideGoing()
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM temp.chosen WHERE stratum = ?)"),
      arguments: [stratum.id]) ?? false
  }

  /// Carries out what was decided; the history has been united by then.
  func apply() throws -> MergeCounts {
    let hasSpecial = try collectSpecial()
    let ordinary = hasSpecial ? " AND NOT \(stratum.has(.special, "v."))" : ""
    var counts = try count(ordinary)
    try keepUnrecorded()
    try db.run(
      """
      INSERT OR REPLACE INTO main.\(t) (\(table.columnList()), rev)
        SELECT \(table.columnList("b.")), b.rev
        FROM \(stratum.rows(.come)) AS v CROSS JOIN \(inbox).\(t) AS b ON \(table.keyMatch("v.", "b.")) AND b.rev = v.rev
        WHERE true\(ordinary)\(sound)
      """)
    if counts.removed > 0 {
      try db.run(
        """
        DELETE FROM main.\(t) WHERE (\(keys())) IN (
          SELECT \(keys("v.")) FROM \(stratum.rows(.go)) AS v WHERE NOT \(stratum.has(.come, "v."))\(ordinary))
        """)
    }
    if hasSpecial { counts += try settleSpecial() }
    return counts
  }

  private func count(_ ordinary: String) throws -> MergeCounts {
    let (coming, going) = (stratum.rows(.come), stratum.rows(.go))
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT (SELECT count(*) FROM \(coming) AS v WHERE NOT \(stratum.has(.go, "v."))\(ordinary)),
            (SELECT count(*) FROM \(coming) AS v WHERE \(stratum.has(.go, "v."))\(ordinary)),
            (SELECT count(*) FROM \(going) AS v WHERE NOT \(stratum.has(.come, "v."))\(ordinary))
          """))
    var counts = MergeCounts()
    if let row { (counts.new, counts.changed, counts.removed) = (row[0], row[1], row[2]) }
    return counts
  }

  // MARK: - Conditions

  /// Only rows of which the other file may speak: no write without right is among those that made them.
  func unsaid(_ alias: String) -> String { unsaid(json: table.keyJSON(of: alias)) }

  func unsaid(json key: String) -> String {
    facts.said.contains(t)
      ? " AND \(key) NOT IN (SELECT row_key FROM temp.said WHERE table_name = '\(t)')" : ""
  }

  /// Ends the statement at a text that holds a NUL or broken UTF-8: CHECKs look no further than the NUL.
  var sound: String {
    " AND yice_require_sound(\(Intake.texts(table).map { "b.\($0)" }.joined(separator: ", ")))"
  }

  /// The waiting versions of the table with the key's columns, as a table.
  func siblings(in schema: String) -> String {
    let parts = table.key.enumerated().map { "json_extract(row_key, '$[\($0.offset)]') AS \($0.element)" }
    // A key column may be org_code itself.
    let org = table.key.contains("org_code") ? "" : ", org_code"
    return
      "(SELECT \(parts.joined(separator: ", "))\(org), rev FROM \(schema).sibling WHERE table_name = '\(t)')"
  }
}
