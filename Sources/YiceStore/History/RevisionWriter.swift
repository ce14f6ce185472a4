package import GRDB
internal import YiceModel

/// Writes rows under one revision: stamps them, keeps what they replace, and counts.
package final class RevisionWriter {
  package let db: Database
  package let file: FileInfo
  /// The revision being written.
  package let rev = RandomID.revision()
  package private(set) var counts = WriteCounts()
  /// What was done, in words; commands may refine it before the end.
  package var note: String?
  private let author: Author
  private let action: String

  init(db: Database, file: FileInfo, author: Author, action: String, note: String?) {
    self.db = db
    self.file = file
    self.author = author
    self.action = action
    self.note = note
  }

  /// Whether anything needs the revision to be kept.
  package var hasWritten: Bool { mintsRevision || hasRestored }
  /// Whether it wrote anything itself; giving back what was there before mints nothing.
  private var mintsRevision: Bool { !counts.isEmpty || fileInfoChanged }
  /// Versions were given back under the revisions that wrote them.
  var hasRestored = false
  private var fileInfoChanged = false
  private var further: [(Int64, CatalogTable)] = []

  package func count(_ outcome: WriteOutcome, _ table: CatalogTable, by number: Int = 1) {
    counts.add(outcome, table.name, number)
  }

  /// Runs a part of the work that may be taken back without the rest.
  ///
  /// - Parameter body: gives its result, and whether what it wrote stays.
  package func attempt<T>(_ body: () throws -> (value: T, stays: Bool)) throws -> T {
    let before = (counts, hasRestored, fileInfoChanged, further)
    var outcome: (value: T, stays: Bool)?
    defer {
      if outcome?.stays != true { (counts, hasRestored, fileInfoChanged, further) = before }
    }
    try db.inSavepoint {
      let done = try body()
      outcome = done
      return done.stays ? .commit : .rollback
    }
    guard let outcome else { throw StoreError.sql(file.orgName, detail: "savepoint without a result") }
    return outcome.value
  }

  /// Records the revision and the areas it touched; called once, at the end of the transaction.
  /// - Throws: `RecordError.trespass` when this file's role had no right to something that was written.
  func finish() throws {
    if mintsRevision { try record(rev, action, note ?? counts.description) }
    for table in TableCatalog.tables where counts.byTable[table.name] != nil {
      try recordAreas(of: rev, table)
      try requireRight(to: rev, table)
    }
    for (id, table) in further {
      try recordAreas(of: id, table)
      try requireRight(to: id, table)
    }
    try db.execute(sql: "DELETE FROM external_pending")
    try FileSeal.remove(db)
    try FileState.renew(db)
  }

  /// Records one more revision of the same hand, which wrote rows of that table.
  func recordFurther(_ id: Int64, _ action: String, _ note: String, _ table: CatalogTable) throws {
    try record(id, action, note)
    further.append((id, table))
  }

  private func record(_ id: Int64, _ action: String, _ note: String) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO revision (id, org_code, at, role, author, tool, action, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, file.orgCode, Moment.now(), file.role.rawValue, author.name, Tool.name, action, note,
    ])
    try db.cachedStatement(sql: "INSERT INTO own_revision (id) VALUES (?)").execute(arguments: [id])
  }

  private func recordAreas(of id: Int64, _ table: CatalogTable) throws {
    try db.cachedStatement(
      sql: """
        WITH RECURSIVE
          -- From one org to the next by the index: their number counts, not the rows'.
          o (org_code) AS (
            SELECT min(org_code) FROM \(table.name) WHERE rev = ?1
            UNION ALL
            SELECT (SELECT min(t.org_code) FROM \(table.name) AS t WHERE t.rev = ?1 AND t.org_code > o.org_code) FROM o
              WHERE o.org_code IS NOT NULL)
        INSERT OR IGNORE INTO revision_area (id, org_code, class)
        SELECT ?1, org_code, CASE length(org_code) WHEN 6 THEN 'bureau' ELSE '\(table.areaClass.rawValue)' END
        FROM (
          SELECT org_code FROM o WHERE org_code IS NOT NULL
          UNION SELECT org_code FROM change WHERE rev = ?1 AND table_name = '\(table.name)'
          UNION SELECT org_code FROM sibling WHERE rev = ?1 AND table_name = '\(table.name)')
        """
    ).execute(arguments: [id])
  }

  private func requireRight(to id: Int64, _ table: CatalogTable) throws {
    guard let write = try Trespass.of(id, table, db).first else { return }
    throw RecordError.trespass(
      table: table.label, row: try RowVersions.name(db, table, json: write.rowKey), role: file.role.label,
      reason: write.reason)
  }

  /// Keeps the file's own description.
  package func save(_ info: FileInfo) throws {
    try info.save(db)
    fileInfoChanged = true
  }
}

/// What writing a row did.
package enum WriteOutcome: String, Sendable { case new, changed, same, removed }

/// Rows written, by table and outcome.
package struct WriteCounts: Sendable, Equatable, CustomStringConvertible {
  package private(set) var byTable: [String: [WriteOutcome: Int]] = [:]

  mutating func add(_ outcome: WriteOutcome, _ table: String, _ number: Int) {
    guard number > 0 else { return }
    byTable[table, default: [:]][outcome, default: 0] += number
  }

  package func total(_ outcome: WriteOutcome) -> Int {
    byTable.values.reduce(0) { $0 + ($1[outcome] ?? 0) }
  }

  /// Nothing was written (rows that were the same are no writing).
  package var isEmpty: Bool { total(.new) + total(.changed) + total(.removed) == 0 }

  /// 「教师：新增 12，更改 3」
  package var description: String {
    TableCatalog.tables.compactMap { table in
      guard let counts = byTable[table.name] else { return nil }
      let parts = [(WriteOutcome.new, "新增"), (.changed, "更改"), (.removed, "删除")]
        .compactMap { outcome, word in counts[outcome].map { "\(word) \($0)" } }
      return parts.isEmpty ? nil : "\(table.label)：" + parts.joined(separator: "，")
    }.joined(separator: "；")
  }
}
