internal import GRDB
internal import YiceModel
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Looks at received files by themselves, before anything touches the target: on connections of their own, on all cores.
struct Vetting: Sendable {
  let targetPath: String
  let limits: UntrustedFile.Limits
  /// Digests of what was merged before, by the id of the file it came from.
  let merged: [String: Set<String>]
  /// The target, and the revisions it knows; nil: the files are not for merging.
  let target: (info: FileInfo, revisions: Set<Int64>)?
  var migration = Migration.standard

  /// In the order of the paths.
  func check(_ paths: [String]) -> [VettedFile] {
    let queue = VettingQueue(self, paths)
    defer { queue.stop() }
    var files: [VettedFile] = []
    while let file = queue.next() { files.append(file) }
    return files
  }

  /// - Parameter series: of the thread that looks.
  func check(_ path: String, _ series: UntrustedFile.Series) -> VettedFile {
    let name = String(path.split(separator: "/").last ?? Substring(path))
    // Before anything opens it: closing it again would end the locks that this process holds on the target.
    if isSameFile(path, targetPath) {
      return VettedFile(path: path, name: name, outcome: .refused(MergeRefusal.itself(name)))
    }
    if let known = knownBefore(path) { return VettedFile(path: path, name: name, outcome: .known(known)) }
    if let version = migration.pastVersion(of: path) { return migrated(path, name, version, series) }
    do {
      return VettedFile(path: path, name: name, outcome: try outcome(path, name, series))
    } catch {
      return VettedFile(path: path, name: name, outcome: .refused(error))
    }
  }

  /// Looks at a copy in the current format.
  private func migrated(_ path: String, _ name: String, _ version: Int, _ series: UntrustedFile.Series)
    -> VettedFile
  {
    let copy = TemporaryCopy()
    do {
      try naming(name) { try migration.write(path, of: version, to: copy.path, limits: limits) }
      return VettedFile(
        path: copy.path, name: name, outcome: try outcome(copy.path, name, series), copy: copy)
    } catch {
      return VettedFile(path: path, name: name, outcome: .refused(error))
    }
  }

  private func knownBefore(_ path: String) -> FileInfo? {
    guard let values = FilePeek.fileInfo(path), let id = values["file_id"],
      let digest = values["revision_digest"],
      merged[id]?.contains(digest) == true
    else { return nil }
    return FileInfo(values)
  }

  private func outcome(_ path: String, _ name: String, _ series: UntrustedFile.Series) throws
    -> VettedFile.Outcome
  {
    return try naming(name) {
      try series.read(path, limits: limits) { db in
        try Seal.require(db, name: name)
        guard let info = try FileInfo(db) else { throw MergeRefusal.notADescription(name) }
        let filled = try filledTables(db)
        if info.role.isOneSchool { try requireOwnRows(db, filled, info, name) }
        try requireKnownRevisions(db, filled, name)
        guard let target else { return .ready(info) }
        let scope = try MergeScope(from: info, into: target.info, name: name)
        switch try Delta.read(db, filled, ours: target.revisions, scope: scope) {
        case .nothingNew: return .oldCopy(info, try Sighting(db))
        case .delta(let delta): return .delta(info, delta)
        case .wholeFile: return .ready(info)
        }
      }
    }
  }

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

  /// - Throws: why the file cannot be trusted.
  static func require(_ path: String) throws {
    let vetting = Vetting(targetPath: "", limits: UntrustedFile.Limits(), merged: [:], target: nil)
    if case .refused(let error) = vetting.check(path, UntrustedFile.Series()).outcome { throw error }
  }

  /// Tables with rows; most files fill a few.
  private func filledTables(_ db: Database) throws -> [CatalogTable] {
    let questions = TableCatalog.tables.map { "EXISTS (SELECT 1 FROM \($0.name))" }
    let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT " + questions.joined(separator: ", ")))
    let answers = row.map { Array($0.databaseValues) } ?? []
    return zip(TableCatalog.tables, answers).filter { $0.1 == 1.databaseValue }.map(\.0)
  }

  /// Every row carries a revision that the file knows; without it the survivors rule cannot tell what replaced what.
  private func requireKnownRevisions(_ db: Database, _ tables: [CatalogTable], _ name: String) throws {
    let indexes = try Set(String.fetchAll(db, cached: "SELECT name FROM sqlite_schema WHERE type = 'index'"))
    for table in tables {
      // From one revision to the next by the index: their number counts, not the rows'.
      let revisions =
        indexes.contains("\(table.name)_rev")
        ? """
        WITH RECURSIVE r(rev) AS (SELECT min(rev) FROM \(table.name) UNION ALL
          SELECT (SELECT min(t.rev) FROM \(table.name) AS t WHERE t.rev > r.rev) FROM r WHERE r.rev IS NOT NULL)
        SELECT rev FROM r WHERE rev IS NOT NULL
        """ : "SELECT rev FROM \(table.name)"
      let stray = try String.fetchOne(
        db,
        cached: """
          SELECT \(table.keyJSON()) FROM \(table.name) WHERE rev = (
            SELECT rev FROM (\(revisions)) WHERE rev NOT IN (SELECT id FROM revision) LIMIT 1) LIMIT 1
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
