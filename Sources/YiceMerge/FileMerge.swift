internal import FoundationEssentials
internal import GRDB
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// One file's merge, inside its savepoint, with the file attached as `inbox`.
///
/// It decides first what comes and what goes, by what either file has seen until now, then unites the histories and writes.
/// Decision 0005.
struct FileMerge {
  let db: Database
  /// Name of the attached schema.
  let inbox: String
  let name: String
  let info: FileInfo
  let travel: Travel
  /// What the file's signature was found to be.
  var proof: SenderProof?
  /// Whose signatures count.
  var trust = Trust()

  /// Makes the temporary tables of merging; outside any transaction, so that a rollback leaves them.
  static func prepare(_ db: Database) throws {
    // Pages that one batch changes; written before their time, each lot would cost a sync of the journal.
    try db.execute(
      sql: """
        PRAGMA main.cache_size = -16384;
        CREATE TEMP TABLE IF NOT EXISTS fresh (
          rev INTEGER NOT NULL, org_code TEXT NOT NULL, class TEXT NOT NULL, PRIMARY KEY (rev, org_code, class)) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS arriving (
          rev INTEGER NOT NULL, table_name TEXT NOT NULL, row_key TEXT NOT NULL, before_rev INTEGER NOT NULL,
          PRIMARY KEY (rev, table_name, row_key, before_rev)) WITHOUT ROWID;
        CREATE TEMP TABLE IF NOT EXISTS table_class (table_name TEXT PRIMARY KEY, class TEXT NOT NULL) WITHOUT ROWID;
        \(Chosen.empty)
        \(Travel.empty)
        \(Taint.empty)
        """)
    for table in TableCatalog.tables {
      try db.execute(
        sql: "INSERT OR REPLACE INTO temp.table_class VALUES (?, ?)",
        arguments: [table.name, table.areaClass.rawValue])
    }
  }

  func run(_ result: inout MergeResult) throws {
    try travel.prepare(db, inbox: inbox)
    let taint = try Taint(db: db, inbox: inbox, travel: travel, reviewers: trust.reviewers).run()
    let hasLegacy = try findLegacy()
    let fresh = try findFresh()
    let arriving = try findArriving(taint, hasLegacy: hasLegacy)
    let intake = Intake(db: db, inbox: inbox, name: name)
    try intake.requireSoundHistory()
    let facts = try MergeFacts(db, inbox: inbox, travel: travel, taint: taint, hasLegacy: hasLegacy)
    try takeRevisions()
    let met = try String.fetchSet(
      db.cachedStatement(sql: "SELECT DISTINCT class FROM temp.travel WHERE met = 1"))
    let merges = facts.strata.map {
      TableMerge(
        db: db, stratum: $0, inbox: inbox, travel: travel, fileName: name, facts: facts)
    }
    var deciding: [TableMerge] = []
    for merge in merges {
      try naming(merge.table, intake) {
        if merge.hasSiblings { try intake.requireSoundSiblings(merge.table) }
        guard met.contains(merge.stratum.areaClass.rawValue) else {
          result.counts += try merge.takeAll()
          return
        }
        let decides = try merge.decide()
        result.counts.keptEdits += try merge.listKeptEdits(&result.findings)
        if decides { deciding.append(merge) }
      }
    }
    try takeHistory()
    for merge in deciding {
      try naming(merge.table, intake) { result.counts += try merge.apply() }
    }
    let contents = try takeContents(&result)
    let signatures = try RowSignatures(db: db, schema: inbox).take(from: proof)
    // A bureau's own rule is nobody else's to set.
    let isRuled =
      try travel.bureau && travel.sender.isBureau
      && (!travel.receiver.isBureau || travel.receiver.scopeOrg != nil)
      && SignatureRule.takeReview(db, from: inbox)
    let isChanged =
      result.counts.total > 0 || arriving > 0 || fresh > 0 || !taint.healed.isEmpty || !deciding.isEmpty
      || contents > 0 || signatures > 0 || isRuled
    try takeLines()
    result.counts.heal(try Int.fetchOne(db, cached: "SELECT count(*) FROM temp.healed") ?? 0)
    try Told(db: db, inbox: inbox, travel: travel, fileName: name).list(taint, &result)
    let isNew = try Sighting(db, inbox: inbox).record(db, name, info, result.counts, proof)
    if isChanged || isNew { try FileSeal.remove(db) }
    if isChanged { try FileState.renew(db) } else { result.status = isNew ? .oldCopy : .nothingNew }
  }

  private func naming(_ table: CatalogTable, _ intake: Intake, _ body: () throws -> Void) throws {
    do { try body() } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CONSTRAINT || error.message == Intake.unsound
    {
      throw try intake.refusal(error, table)
    }
  }
}

// MARK: - Revisions and histories

extension FileMerge {
  /// Lines of the areas that travel which this file lacks, into `temp.fresh`; those of format 1 prove nothing and stay out.
  /// - Returns: how many lines are new, those of format 1 included.
  private func findFresh() throws -> Int {
    try db.run("DELETE FROM temp.fresh")
    let lines = """
      FROM temp.travel AS w CROSS JOIN \(inbox).revision_area AS r ON r.org_code = w.org_code AND r.class = w.class
      WHERE NOT EXISTS (SELECT 1 FROM main.revision_area AS m
        WHERE m.id = r.id AND m.org_code = r.org_code AND m.class = r.class)
      """
    try db.run("INSERT INTO temp.fresh SELECT r.id, r.org_code, r.class \(lines) AND r.legacy = 0")
    let count = db.changesCount
    return try count + (Int.fetchOne(db, cached: "SELECT count(*) \(lines) AND r.legacy = 1") ?? 0)
  }

  /// Lines of history that this file lacks, of the areas that travel, into `temp.arriving`. Where this file goes by its list
  /// of revisions, those of fresh revisions; elsewhere, and for keys that are healed, all.
  private func findArriving(_ taint: Taint.Found, hasLegacy: Bool) throws -> Int {
    try db.run("DELETE FROM temp.arriving")
    let areaClass = "CASE length(c.org_code) WHEN 6 THEN 'bureau' ELSE k.class END"
    let wanted = """
      c.void = 0 AND EXISTS (
          SELECT 1 FROM temp.travel AS w WHERE w.org_code = c.org_code AND w.class = \(areaClass))
        AND NOT EXISTS (SELECT 1 FROM main.change AS m WHERE m.rev = c.rev AND m.table_name = c.table_name
          AND m.row_key = c.row_key AND m.before_rev = c.before_rev AND m.void = 0)
        AND NOT EXISTS (SELECT 1 FROM temp.said AS s WHERE s.table_name = c.table_name AND s.row_key = c.row_key)
      """
    let insert = "INSERT OR IGNORE INTO temp.arriving SELECT c.rev, c.table_name, c.row_key, c.before_rev"
    let words = AreaClass.allCases.filter { travel.hasWord($0, sender: false) && !hasLegacy }
    let byList = words.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    try db.run(
      """
      \(insert) FROM (SELECT DISTINCT rev FROM temp.fresh WHERE class IN (\(byList))) AS f
        CROSS JOIN \(inbox).change AS c ON c.rev = f.rev CROSS JOIN temp.table_class AS k ON k.table_name = c.table_name
      WHERE \(areaClass) IN (\(byList)) AND \(wanted)
      """)
    try db.run(
      """
      \(insert) FROM temp.table_class AS k CROSS JOIN \(inbox).change AS c ON c.table_name = k.table_name
      WHERE \(areaClass) NOT IN (\(byList)) AND \(wanted)
      """)
    if !taint.healed.isEmpty {
      try db.run(
        """
        \(insert) FROM temp.healed AS h CROSS JOIN \(inbox).change AS c
            ON c.table_name = h.table_name AND c.row_key = h.row_key
          CROSS JOIN temp.table_class AS k ON k.table_name = c.table_name
        WHERE \(wanted)
        """)
    }
    return try Int.fetchOne(db, cached: "SELECT count(*) FROM temp.arriving") ?? 0
  }

  /// Whether lines of format 1 are among those that travel, on either side.
  private func findLegacy() throws -> Bool {
    let legacy = ["main", inbox].map { schema in
      """
      EXISTS (SELECT 1 FROM temp.travel AS w CROSS JOIN \(schema).revision_area AS r
        ON r.org_code = w.org_code AND r.class = w.class WHERE r.legacy = 1)
      """
    }
    return try Bool.fetchOne(db, cached: "SELECT \(legacy[0]) OR \(legacy[1])") ?? false
  }

  private func takeHistory() throws {
    try db.run(
      """
      INSERT INTO main.change
        SELECT c.* FROM temp.arriving AS n CROSS JOIN \(inbox).change AS c
          ON c.rev = n.rev AND c.table_name = n.table_name AND c.row_key = n.row_key AND c.before_rev = n.before_rev
        WHERE true
        ON CONFLICT DO UPDATE SET void = 0, kind = excluded.kind, before = excluded.before
      """)
  }

  /// Who wrote what travels; what is known of it is said when all has been taken.
  private func takeRevisions() throws {
    try db.run(
      """
      INSERT OR IGNORE INTO main.revision SELECT v.* FROM \(inbox).revision AS v
      WHERE v.id IN (SELECT r.id FROM temp.travel AS w CROSS JOIN \(inbox).revision_area AS r
          ON r.org_code = w.org_code AND r.class = w.class)
        AND v.id NOT IN (SELECT id FROM main.revision)
      """)
  }

  private func takeLines() throws {
    try db.run(
      """
      INSERT OR IGNORE INTO main.revision_area SELECT r.*
      FROM temp.travel AS w CROSS JOIN \(inbox).revision_area AS r ON r.org_code = w.org_code AND r.class = w.class
      WHERE NOT EXISTS (SELECT 1 FROM main.revision_area AS m
        WHERE m.id = r.id AND m.org_code = r.org_code AND m.class = r.class)
      """)
  }

  /// Contents of evidence that rows here name and we do not hold; one that does not fit its digest stays out.
  /// - Returns: how many were taken.
  private func takeContents(_ result: inout MergeResult) throws -> Int {
    let contents = try Row.fetchCursor(
      db,
      sql: """
        SELECT sha256, content FROM \(inbox).evidence_blob AS b
        WHERE NOT EXISTS (SELECT 1 FROM main.evidence_blob AS a WHERE a.sha256 = b.sha256)
          AND b.sha256 IN (SELECT sha256 FROM main.evidence)
        """)
    var taken: [String] = []
    while let row = try contents.next() {
      let digest: String = row["sha256"]
      let content: Data = row["content"]
      if SHA256.hex(of: [UInt8](content)) == digest {
        taken.append(digest)
      } else {
        result.findings.append(
          Finding(
            .warning, "damaged-content", at: SourceLocation(file: name, sheet: CatalogTable.evidence.label),
            value: String(digest.prefix(12)), "佐证内容与登记的摘要不符，没有收下；请发送人重新附上"))
      }
    }
    for digest in taken {
      try db.execute(
        sql: """
          INSERT INTO main.evidence_blob (sha256, size, content)
          SELECT sha256, length(content), content FROM \(inbox).evidence_blob WHERE sha256 = ?
          """, arguments: [digest])
    }
    return taken.count
  }
}
