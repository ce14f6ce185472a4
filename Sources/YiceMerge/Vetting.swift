internal import GRDB
internal import YiceFiles
internal import YiceModel
internal import YiceSign
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Looks at received files by themselves, before anything touches the target: on connections of their own, on all cores.
struct Vetting: Sendable {
  let targetPath: String
  let limits: UntrustedFile.Limits
  /// States in which files were merged before, by the id of the file.
  let merged: [String: Set<String>]
  /// The target; nil: the files are not for merging.
  let target: FileInfo?
  var migration = Migration.standard
  /// Whose signatures count.
  var trust = Trust()
  /// Opens what is encrypted.
  var opener = MailOpener()

  /// - Parameter series: of the thread that looks.
  func check(_ path: String, _ series: UntrustedFile.Series) -> VettedFile {
    let name = fileName(of: path)
    // Before anything opens it: closing it again would end the locks that this process holds on the target.
    if isSameFile(path, targetPath) {
      return VettedFile(path: path, name: name, outcome: .refused(MergeRefusal.itself(name)))
    }
    guard MailOpener.isEncrypted(path) else { return check(path, name, series) }
    do {
      let copy = try naming(name) { try opener.open(path, name: name, limit: limits.size) }
      return check(copy.path, name, series, copy: copy)
    } catch {
      return VettedFile(path: path, name: name, outcome: .refused(error))
    }
  }

  private func check(
    _ path: String, _ name: String, _ series: UntrustedFile.Series, copy: TemporaryCopy? = nil
  )
    -> VettedFile
  {
    if let known = knownBefore(path) { return VettedFile(path: path, name: name, outcome: .known(known)) }
    if let version = migration.pastVersion(of: path) {
      return migrated(path, name, version, series, inMemory: copy != nil)
    }
    return looked(path, name, series, copy: copy)
  }

  private func looked(
    _ path: String, _ name: String, _ series: UntrustedFile.Series, copy: TemporaryCopy? = nil
  )
    -> VettedFile
  {
    do {
      let (info, proof) = try look(path, name, series)
      return VettedFile(path: path, name: name, outcome: .ready(info), copy: copy, proof: proof)
    } catch {
      return VettedFile(path: path, name: name, outcome: .refused(error), copy: copy)
    }
  }

  /// Looks at a copy in the current format.
  private func migrated(
    _ path: String, _ name: String, _ version: Int, _ series: UntrustedFile.Series, inMemory: Bool
  )
    -> VettedFile
  {
    let copy = TemporaryCopy(inMemory: inMemory)
    do {
      try naming(name) { try migration.write(path, of: version, to: copy.path, limits: limits) }
      return looked(copy.path, name, series, copy: copy)
    } catch {
      return VettedFile(path: path, name: name, outcome: .refused(error))
    }
  }

  private func knownBefore(_ path: String) -> FileInfo? {
    guard let values = FilePeek.fileInfo(path), let id = values["file_id"],
      let state = values[FileState.key],
      merged[id]?.contains(state) == true
    else { return nil }
    return FileInfo(values)
  }

  private func look(_ path: String, _ name: String, _ series: UntrustedFile.Series) throws
    -> (info: FileInfo, proof: SenderProof?)
  {
    return try naming(name) {
      try series.read(path, limits: limits) { db in
        try Seal.require(db, name: name)
        guard let info = try FileInfo(db) else { throw MergeRefusal.notADescription(name) }
        let proof = try trust.look(db, info, name)
        try requireSound(db, info, name)
        if let target { _ = try Travel(from: info, into: target, name: name) }
        return (info, proof)
      }
    }
  }

  /// What holds of every file's rows, ours too.
  /// - Throws: `MergeRefusal`.
  func requireSound(_ db: Database, _ info: FileInfo, _ name: String) throws {
    let filled = try filledTables(db)
    if info.role.isOneSchool { try requireOwnRows(db, filled, info, name) }
    try requireKnownRevisions(db, filled, name)
    try requireFewVersions(db, name)
  }

  /// Versions that wait for a decision are looked at one by one for ever after.
  private func requireFewVersions(_ db: Database, _ name: String) throws {
    let most = try Row.fetchOne(
      db,
      sql: """
        SELECT table_name, row_key, count(*) AS number, sum(count(*)) OVER () AS total FROM sibling
        GROUP BY table_name, row_key ORDER BY number DESC LIMIT 1
        """)
    guard let most else { return }
    let (number, total): (Int, Int) = (most["number"], most["total"])
    guard number > Vetting.mostVersions || total > Vetting.mostWaiting else { return }
    let table: String = most["table_name"]
    throw MergeRefusal.tooManyVersions(
      name, table: TableCatalog.table(table)?.label ?? table, row: most["row_key"],
      count: number > Vetting.mostVersions ? number : total,
      limit: number > Vetting.mostVersions ? Vetting.mostVersions : Vetting.mostWaiting)
  }

  /// Waiting versions of one row, and of all rows of a file.
  private static let mostVersions = 100
  private static let mostWaiting = 20_000

  /// What is wrong with a file, under the name it came with.
  private func naming<T>(_ name: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let problem as UntrustedFile.Problem {
      throw MergeRefusal(problem, name: name)
    } catch let difference as SchemaCheck.Difference {
      throw MergeRefusal.schema(name, difference)
    } catch StoreError.damaged(_, let detail), StoreError.sql(_, let detail) {
      throw MergeRefusal.damaged(name, detail: detail)
    }
  }

  /// - Returns: what its signature was found to be.
  /// - Throws: why the file cannot be trusted.
  @discardableResult
  static func require(_ path: String) throws -> SenderProof? {
    let vetting = Vetting(targetPath: "", limits: UntrustedFile.Limits(), merged: [:], target: nil)
    let file = vetting.check(path, UntrustedFile.Series())
    if case .refused(let error) = file.outcome { throw error }
    return file.proof
  }

  /// Tables with rows; most files fill a few.
  private func filledTables(_ db: Database) throws -> [CatalogTable] {
    let questions = TableCatalog.tables.map { "EXISTS (SELECT 1 FROM \($0.name))" }
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT " + questions.joined(separator: ", ")))
    let answers = row.map { Array($0.databaseValues) } ?? []
    return zip(TableCatalog.tables, answers).filter { $0.1 == 1.databaseValue }.map(\.0)
  }

  /// Every row carries a revision that the file knows in the row's area; without it the survivors rule cannot tell what
  /// replaced what.
  private func requireKnownRevisions(_ db: Database, _ tables: [CatalogTable], _ name: String) throws {
    let indexes = try Set(String.fetchAll(db, cached: "SELECT name FROM sqlite_schema WHERE type = 'index'"))
    for table in tables {
      // From one revision and org to the next by the index: their number counts, not the rows'.
      let versions =
        indexes.contains("\(table.name)_rev")
        ? """
        WITH RECURSIVE r (rev, org_code) AS (
          SELECT * FROM (SELECT rev, org_code FROM \(table.name) ORDER BY rev, org_code LIMIT 1)
          UNION ALL
          SELECT (SELECT t.rev FROM \(table.name) AS t WHERE (t.rev, t.org_code) > (r.rev, r.org_code)
              ORDER BY t.rev, t.org_code LIMIT 1),
            (SELECT t.org_code FROM \(table.name) AS t WHERE (t.rev, t.org_code) > (r.rev, r.org_code)
              ORDER BY t.rev, t.org_code LIMIT 1)
          FROM r WHERE r.rev IS NOT NULL)
        SELECT rev, org_code FROM r WHERE rev IS NOT NULL
        """ : "SELECT DISTINCT rev, org_code FROM \(table.name)"
      let stray = try String.fetchOne(
        db,
        cached: """
          SELECT \(table.keyJSON(of: "t.")) FROM \(table.name) AS t WHERE (t.rev, t.org_code) = (
            SELECT v.rev, v.org_code FROM (\(versions)) AS v WHERE NOT EXISTS (
              SELECT 1 FROM revision_area AS a JOIN revision AS m ON m.id = a.id
              WHERE a.id = v.rev AND a.org_code = v.org_code
                AND a.class = CASE length(v.org_code) WHEN 6 THEN 'bureau' ELSE '\(table.areaClass.rawValue)' END)
            LIMIT 1) LIMIT 1
          """)
      if let stray { throw MergeRefusal.unknownRevision(name, table: table.label, row: stray) }
    }
  }

  /// A school's file holds rows of that school, and of the county that issued them; of nobody else.
  private func requireOwnRows(_ db: Database, _ tables: [CatalogTable], _ info: FileInfo, _ name: String)
    throws
  {
    for table in tables {
      let foreign = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT org_code, \(table.keyJSON()) AS row_key FROM \(table.name)
            WHERE (org_code < ?1 OR org_code > ?1) AND length(org_code) <> 6 LIMIT 1
            """), arguments: [info.orgCode])
      if let foreign {
        throw MergeRefusal.foreignRow(
          name, table: table.label, row: foreign["row_key"], org: foreign["org_code"])
      }
    }
    let version = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM sibling WHERE org_code <> ? AND length(org_code) <> 6 LIMIT 1"),
      arguments: [info.orgCode])
    if let version {
      throw MergeRefusal.foreignRow(
        name, table: "sibling", row: version["row_key"], org: version["org_code"])
    }
  }

  private func isSameFile(_ left: String, _ right: String) -> Bool {
    var a = stat()
    var b = stat()
    guard stat(left, &a) == 0, stat(right, &b) == 0 else { return false }
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }
}
