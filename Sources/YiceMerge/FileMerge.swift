internal import FoundationEssentials
internal import GRDB
internal import YiceModel
internal import YiceStore

/// One file's merge, inside its savepoint, with the file attached as `inbox`.
struct FileMerge {
  let db: Database
  /// Name of the attached schema.
  let inbox: String
  let name: String
  let info: FileInfo
  let scope: MergeScope
  /// What stands in `inbox` when the file itself is not attached.
  let delta: Delta?

  /// Makes the temporary tables of merging; outside any transaction, so that a rollback leaves them.
  static func prepare(_ db: Database) throws {
    // Pages that one batch changes; written before their time, each lot would cost a sync of the journal.
    try db.execute(
      sql: """
        PRAGMA main.cache_size = -16384;
        CREATE TEMP TABLE IF NOT EXISTS fresh (rev INTEGER PRIMARY KEY);
        CREATE TEMP TABLE IF NOT EXISTS special (row_key TEXT PRIMARY KEY);
        CREATE TEMP TABLE IF NOT EXISTS merge_scope (org_code TEXT PRIMARY KEY);
        """)
  }

  func run(_ result: inout MergeResult) throws {
    try scope.prepare(db)
    let fresh = try learnRevisions()
    guard !fresh.isEmpty else {
      let isNew = try Sighting(db, inbox: inbox).record(db, name, info, result.counts)
      result.status = isNew ? .oldCopy : .nothingNew
      return
    }
    let intake = Intake(db: db, inbox: inbox, name: name, scope: scope)
    try intake.requireSoundHistory()
    let known = try Int.fetchOne(db, cached: "SELECT count(*) FROM \(inbox).revision") ?? 0
    // Histories travel first, so that every version the merge replaces is already kept.
    try db.run(
      """
      INSERT OR IGNORE INTO main.change
        SELECT c.* FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev
        WHERE true\(scope.filter("c."))
      """)
    try takeContents(&result)
    let presence = try Presence(db, inbox: inbox, scope: scope, theirs: delta?.counts)
    // A sibling of ours is held against every version of its key, the unchanged ones too.
    if delta != nil, !presence.siblings.isEmpty { throw TableMerge.NeedsWholeFile() }
    for (index, table) in TableCatalog.tables.enumerated() where presence.concerns(table) {
      let merge = TableMerge(
        db: db, table: table, inbox: inbox, scope: scope, otherRole: info.role, fileName: name,
        theirCount: delta.flatMap { Int.fromDatabaseValue($0.counts[index]) },
        isFirstMeeting: known == fresh.count && !presence.ours.contains(table.name)
          && !presence.siblings.contains(table.name),
        hasSiblings: presence.siblings.contains(table.name))
      do {
        if presence.siblings.contains(table.name) { try intake.requireSoundSiblings(table) }
        result.counts += try merge.run(&result)
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_CONSTRAINT || error.message == Intake.unsound
      {
        throw try intake.refusal(error, table)
      }
    }
    if info.role.isOneSchool { try listForeign(TableCatalog.tables.filter(presence.concerns), &result) }
    try rememberRevisions(fresh)
    try Sighting(db, inbox: inbox).record(db, name, info, result.counts)
  }

  /// Rows of others that were written, changed or deleted in a school's file: they do not travel, and a person is told.
  private func listForeign(_ tables: [CatalogTable], _ result: inout MergeResult) throws {
    let written = """
      temp.fresh AS f CROSS JOIN \(inbox).revision AS r ON r.id = f.rev AND r.org_code = ?
      """
    for table in tables {
      let keys = try String.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT \(table.keyJSON(of: "b.")) FROM \(written) CROSS JOIN \(inbox).\(table.name) AS b ON b.rev = f.rev
            WHERE true\(scope.outside("b."))
            UNION
            SELECT c.row_key FROM \(written) CROSS JOIN \(inbox).change AS c ON c.rev = f.rev
            WHERE c.table_name = '\(table.name)' AND c.kind = 'delete'\(scope.outside("c."))
            """), arguments: [info.orgCode, info.orgCode])
      result.counts.leftOut += keys.count
      for key in keys.prefix(max(0, MergeResult.listLimit - result.findings.count)) {
        result.findings.append(
          Finding(
            .warning, "not-allowed", at: SourceLocation(file: name, sheet: table.label),
            value: try RowVersions.name(db, table, json: key),
            "越权：这一行不是本校的，\(info.role.label)文件里的改动没有合并"))
      }
    }
  }

  /// Contents of evidence that we do not hold; one that does not fit its digest stays out.
  private func takeContents(_ result: inout MergeResult) throws {
    let contents = try Row.fetchCursor(
      db,
      sql: """
        SELECT sha256, content FROM \(inbox).evidence_blob AS b
        WHERE NOT EXISTS (SELECT 1 FROM main.evidence_blob AS a WHERE a.sha256 = b.sha256)
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
  }

  /// Revisions that the other file knows and we do not, into `temp.fresh`.
  private func learnRevisions() throws -> [Int64] {
    try db.run("DELETE FROM temp.fresh")
    try db.run(
      """
      INSERT INTO temp.fresh SELECT id FROM \(inbox).revision WHERE id NOT IN (SELECT id FROM main.revision)
      """)
    return try Int64.fetchAll(db, cached: "SELECT rev FROM temp.fresh")
  }

  private func rememberRevisions(_ fresh: [Int64]) throws {
    try db.run(
      "INSERT INTO main.revision SELECT * FROM \(inbox).revision WHERE id IN (SELECT rev FROM temp.fresh)")
    try RevisionDigest.store(fresh.reduce(try RevisionDigest.stored(db), ^), in: db)
  }
}

/// What each table holds in scope on either side, and whether anything in it is new: one question for all tables, so that
/// those without news cost nothing.
private struct Presence {
  let ours: Set<String>
  let siblings: Set<String>
  private let news: Set<String>

  init(_ db: Database, inbox: String, scope: MergeScope, theirs: [DatabaseValue]?) throws {
    let tables = TableCatalog.tables
    func ask(_ question: (CatalogTable) -> String) throws -> [DatabaseValue] {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT " + tables.map(question).joined(separator: ", ")))
      return row.map { Array($0.databaseValues) } ?? []
    }
    let own = try ask { "(SELECT count(*) FROM main.\($0.name) AS t WHERE true\(scope.filter("t.")))" }
    let other =
      try theirs ?? ask { "(SELECT count(*) FROM \(inbox).\($0.name) AS t WHERE true\(scope.filter("t.")))" }
    let fresh = try ask {
      "EXISTS (SELECT 1 FROM temp.fresh AS f CROSS JOIN \(inbox).\($0.name) AS t ON t.rev = f.rev)"
    }
    ours = Set(zip(tables, own).filter { $0.1 != 0.databaseValue }.map(\.0.name))
    siblings = Set(
      try String.fetchAll(
        db,
        cached: """
          SELECT DISTINCT table_name FROM main.sibling AS s WHERE true\(scope.filter("s."))
          UNION SELECT DISTINCT table_name FROM \(inbox).sibling AS s WHERE true\(scope.filter("s."))
          """))
    var news = Set(
      try String.fetchAll(
        db,
        cached:
          "SELECT DISTINCT c.table_name FROM temp.fresh AS f CROSS JOIN \(inbox).change AS c ON c.rev = f.rev"
      ))
    for (index, table) in tables.enumerated()
    where fresh[index] == 1.databaseValue || own[index] != other[index] {
      news.insert(table.name)
    }
    self.news = news
  }

  func concerns(_ table: CatalogTable) -> Bool { news.contains(table.name) || siblings.contains(table.name) }
}
