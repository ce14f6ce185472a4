internal import GRDB
internal import YiceFormats
package import YiceModel
package import YiceStore

/// Merges files into one file (merge.md). Files are vetted side by side; meanwhile those that were vetted are merged, a
/// batch a transaction and each file in a savepoint of its own, so that a refused file never keeps the others out.
/// Decision 0085.
package struct Merger {
  let target: YiceFile
  /// Report what would be done and change nothing.
  package var dryRun = false
  package var limits = UntrustedFile.Limits()
  package var migration = Migration.standard
  /// 学制 of the county, by which the grades of workbooks are read.
  package var stages = StageSystem.usual
  /// Opens what is encrypted.
  package var opener = MailOpener()
  /// Called before each file with its number, from 1, and its name.
  package var progress: ((Int, String) -> Void)?

  /// The target as it was named, which is not merged into itself.
  private let named: String

  package init(into target: YiceFile) {
    self.target = target
    named = target.path
  }

  /// The same merge, in earnest, into a copy of the target.
  func into(trial: YiceFile) -> Merger {
    var merger = Merger(trial, named: named)
    merger.limits = limits
    merger.migration = migration
    merger.stages = stages
    merger.opener = opener
    merger.progress = progress
    return merger
  }

  private init(_ target: YiceFile, named: String) {
    self.target = target
    self.named = named
  }

  /// Merges the files in the order given.
  /// - Throws: `StoreError` when the target itself cannot be written; files merged in earlier batches stay merged.
  package func merge(_ paths: [String]) throws -> [MergeResult] {
    guard target.info.scopeOrg == nil else { throw StoreError.issued(target.path) }
    let books = Set(paths.indices.filter { SheetFile.isWorkbook(paths[$0]) })
    guard !books.isEmpty else { return try mergeFiles(paths) }
    return try MixedMail(paths, books: books).merge(with: self)
  }

  /// Merges files of our own format in the order given.
  func mergeFiles(_ paths: [String]) throws -> [MergeResult] {
    // On a copy: files cannot be attached and let go of within one transaction, and what a file knows depends on those
    // merged before it.
    let place = dryRun ? try target.trial() : target
    let vetting = try vetting()
    let queue = VettingQueue(vetting, paths)
    defer { queue.stop() }
    return try mergeBatches(paths.count, from: 0, into: place, vetting.trust) {
      var batch: [VettedFile] = []
      while batch.count < AttachedFiles.most, let file = queue.next() { batch.append(file) }
      return batch
    }
  }

  /// Merges files a batch at a time: as many as can be attached are merged in one transaction.
  /// - Parameters:
  ///   - first: how many files were merged before these, for the progress.
  ///   - inbox: of an earlier merge into `place`, which is still open.
  ///   - next: gives the next batch, after the one before was merged.
  func mergeBatches(
    _ count: Int, from first: Int, into place: YiceFile, inbox: AttachedFiles? = nil, _ trust: Trust,
    _ next: () throws -> [VettedFile]
  ) throws -> [MergeResult] {
    guard count > 0 else { return [] }
    return try place.withConnection { db in
      try FileMerge.prepare(db)
      let inbox = inbox ?? AttachedFiles(db)
      var results: [MergeResult] = []
      while results.count < count {
        results += try merge(batch: next(), from: first + results.count, inbox, db, trust)
      }
      return results
    }
  }

  func vetting() throws -> Vetting {
    // A file that may be healed asks again what it was told before; so does one whose rows were left out, since a key may
    // have been registered meanwhile.
    let merged: [String: Set<String>] =
      try target.info.role.isOneSchool
      ? [:]
      : target.read { db in
        var merged: [String: Set<String>] = [:]
        for row in try Row.fetchAll(
          db, sql: "SELECT file_id, state FROM received GROUP BY 1, 2 HAVING max(rows_left_out) = 0")
        {
          merged[row["file_id"], default: []].insert(row["state"])
        }
        return merged
      }
    return Vetting(
      targetPath: named, limits: limits, merged: merged, target: target.info, migration: migration,
      trust: try target.read { try Trust($0) }, opener: opener)
  }

  /// Merges in one transaction.
  private func merge(
    batch: [VettedFile], from first: Int, _ inbox: AttachedFiles, _ db: Database, _ trust: Trust
  )
    throws -> [MergeResult]
  {
    var results = batch.map { MergeResult(fileName: $0.name) }
    var attached: [(index: Int, schema: String, info: FileInfo)] = []
    try inbox.startBatch()
    for (index, file) in batch.enumerated() {
      switch file.outcome {
      case .known(let info):
        results[index].info = info
        results[index].status = .nothingNew
      case .refused(let error): try refuse(error, &results[index])
      case .ready(let info):
        results[index].info = info
        results[index].proof = file.proof
        do {
          let schema = try file.content.map(inbox.attach) ?? inbox.attach(file.path)
          attached.append((index, schema, info))
        } catch let error as DatabaseError {
          try refuse(MergeRefusal.damaged(file.name, detail: error.message ?? "ATTACH"), &results[index])
        }
      }
    }
    guard !attached.isEmpty else { return results }
    // An immediate transaction would lock the received files for writing too, and one that is listed twice against
    // itself.
    try db.inTransaction(.deferred) {
      try db.execute(sql: "UPDATE main.file_info SET value = value WHERE false")
      for file in attached {
        progress?(first + file.index + 1, batch[file.index].name)
        try merge(file.info, file.schema, batch[file.index], db, trust, &results[file.index])
      }
      let changed = attached.contains { [.merged, .oldCopy].contains(results[$0.index].status) }
      return changed ? .commit : .rollback
    }
    return results
  }

  private func merge(
    _ info: FileInfo, _ schema: String, _ file: VettedFile, _ db: Database, _ trust: Trust,
    _ result: inout MergeResult
  ) throws {
    let name = file.name
    var merged = result
    do {
      try db.inSavepoint {
        let travel = try Travel(from: info, into: target.info, name: name)
        try FileMerge(
          db: db, inbox: schema, name: name, info: info, travel: travel, proof: file.proof, trust: trust
        ).run(&merged)
        return .commit
      }
      result = merged
    } catch let error as any YiceError {
      try refuse(error, &result)
    } catch let error as DatabaseError {
      guard try isFault(of: error, inOther: db) else { throw error }
      try refuse(MergeRefusal.damaged(name, detail: error.message ?? "\(error.resultCode.rawValue)"), &result)
    }
  }

  /// Whether an error in the middle of a merge comes from what the other file holds; otherwise it is the disk's or ours.
  private func isFault(of error: DatabaseError, inOther db: Database) throws -> Bool {
    switch error.resultCode {
    case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE: true
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      try String.fetchOne(db, sql: "PRAGMA main.quick_check(1)") == "ok"
    default: false
    }
  }

  func refuse(_ error: any Error, _ result: inout MergeResult) throws {
    guard let error = error as? any YiceError else { throw error }
    result.status = .refused(reason: error.description, exitStatus: error.exitStatus)
    result.counts = MergeCounts()
    result.findings = []
  }
}
