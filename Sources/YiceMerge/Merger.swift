internal import GRDB
internal import YiceModel
package import YiceStore

/// Merges files into one file (merge.md). Files are vetted side by side; meanwhile those that were vetted are merged, a
/// batch a transaction and each file in a savepoint of its own, so that a refused file never keeps the others out.
package struct Merger {
  private let target: YiceFile
  /// Report what would be done and change nothing.
  package var dryRun = false
  package var limits = UntrustedFile.Limits()
  package var migration = Migration.standard
  /// Called before each file with its number, from 1, and its name.
  package var progress: ((Int, String) -> Void)?

  /// SQLite attaches at most ten files; one place is the schema in memory.
  private static let mostAttached = 9
  /// Files merged in one transaction, the attached ones included.
  private static let batchSize = 32

  package init(into target: YiceFile) { self.target = target }

  /// Merges the files in the order given.
  /// - Throws: `StoreError` when the target itself cannot be written; files merged in earlier batches stay merged.
  package func merge(_ paths: [String]) throws -> [MergeResult] {
    let queue = VettingQueue(try vetting(), paths)
    defer { queue.stop() }
    return try target.withConnection { db in
      db.stopObservingStatements()
      try FileMerge.prepare(db)
      let memory = try DeltaSchema(db)
      defer { memory.detach() }
      var results: [MergeResult] = []
      var batch: [VettedFile] = []
      while let file = queue.next() {
        batch.append(file)
        let isFull =
          batch.count == Merger.batchSize || batch.count(where: \.isToBeAttached) == Merger.mostAttached
        if isFull || results.count + batch.count == paths.count {
          results += try merge(batch: batch, from: results.count, db, memory)
          batch = []
        }
      }
      return results
    }
  }

  private func vetting() throws -> Vetting {
    let (merged, revisions) = try target.read { db in
      var merged: [String: Set<String>] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT DISTINCT file_id, revision_digest FROM received") {
        merged[row["file_id"], default: []].insert(row["revision_digest"])
      }
      return (merged, try Int64.fetchSet(db, sql: "SELECT id FROM revision"))
    }
    return Vetting(
      targetPath: target.path, limits: limits, merged: merged, target: (target.info, revisions),
      migration: migration)
  }

  /// One file of a batch that is to be merged.
  private struct Job {
    let index: Int
    let info: FileInfo
    /// nil: the file is attached.
    let delta: Delta?
  }

  private func merge(batch: [VettedFile], from first: Int, _ db: Database, _ memory: DeltaSchema) throws
    -> [MergeResult]
  {
    var jobs: [Job] = []
    var old: [(name: String, info: FileInfo, sighting: Sighting)] = []
    var results = batch.map { MergeResult(fileName: $0.name) }
    for (index, file) in batch.enumerated() {
      switch file.outcome {
      case .ready(let info): jobs.append(Job(index: index, info: info, delta: nil))
      case .delta(let info, let delta):
        jobs.append(Job(index: index, info: info, delta: delta))
      case .known(let info):
        results[index].info = info
        results[index].status = .nothingNew
      case .oldCopy(let info, let sighting):
        results[index].info = info
        results[index].status = .oldCopy
        old.append((file.name, info, sighting))
      case .refused(let error): try refuse(error, &results[index])
      }
    }
    for job in jobs { results[job.index].info = job.info }
    if !old.isEmpty, !dryRun {
      try db.inTransaction(.immediate) {
        for file in old { try file.sighting.record(db, file.name, file.info, MergeCounts()) }
        return .commit
      }
    }
    // Where a delta did not suffice, the file itself.
    var whole = try merge(jobs, batch, from: first, db, memory, &results)
    while !whole.isEmpty {
      let some = whole.prefix(Merger.mostAttached).map { Job(index: $0.index, info: $0.info, delta: nil) }
      _ = try merge(some, batch, from: first, db, memory, &results)
      whole.removeFirst(some.count)
    }
    return results
  }

  /// Merges in one transaction.
  /// - Returns: jobs whose delta did not suffice.
  private func merge(
    _ jobs: [Job], _ batch: [VettedFile], from first: Int, _ db: Database, _ memory: DeltaSchema,
    _ results: inout [MergeResult]
  ) throws -> [Job] {
    guard !jobs.isEmpty else { return [] }
    var again: [Job] = []
    // The same few names again and again, so that statements once compiled are found again.
    var attached: [Int: String] = [:]
    defer { for schema in attached.values { try? db.execute(sql: "DETACH \(schema)") } }
    for job in jobs where job.delta == nil {
      do {
        let schema = "inbox\(attached.count)"
        try db.execute(sql: "ATTACH ? AS \(schema)", arguments: [batch[job.index].path])
        attached[job.index] = schema
      } catch let error as DatabaseError {
        let name = batch[job.index].name
        try refuse(MergeRefusal.damaged(name, detail: error.message ?? "ATTACH"), &results[job.index])
      }
    }
    // An immediate transaction would lock the received files for writing too, and one that is listed twice against
    // itself.
    try db.inTransaction(.deferred) {
      try db.execute(sql: "UPDATE main.file_info SET value = value WHERE false")
      for job in jobs {
        guard let schema = job.delta == nil ? attached[job.index] : DeltaSchema.name else { continue }
        progress?(first + job.index + 1, batch[job.index].name)
        if let delta = job.delta { try memory.load(delta) }
        do {
          try merge(job, schema, batch[job.index].name, db, &results[job.index])
        } catch is TableMerge.NeedsWholeFile {
          again.append(job)
        }
        if let delta = job.delta { try memory.clear(delta) }
      }
      let changed = jobs.contains { [.merged, .oldCopy].contains(results[$0.index].status) }
      return dryRun || !changed ? .rollback : .commit
    }
    return again
  }

  private func merge(
    _ job: Job, _ schema: String, _ name: String, _ db: Database, _ result: inout MergeResult
  ) throws {
    var merged = result
    do {
      try db.inSavepoint {
        let scope = try MergeScope(from: job.info, into: target.info, name: name)
        try FileMerge(db: db, inbox: schema, name: name, info: job.info, scope: scope, delta: job.delta)
          .run(&merged)
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

  private func refuse(_ error: any Error, _ result: inout MergeResult) throws {
    guard let error = error as? any YiceError else { throw error }
    result.status = .refused(reason: error.description, exitStatus: error.exitStatus)
    result.counts = MergeCounts()
    result.findings = []
  }
}
