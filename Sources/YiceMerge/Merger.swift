internal import GRDB
internal import YiceModel
package import YiceStore

/// Merges files into one file (merge.md). Files are vetted side by side first; then up to nine at a time are attached and
/// merged, each in a savepoint of its own, so that a refused file never keeps the others out.
package struct Merger {
  private let target: YiceFile
  /// Report what would be done and change nothing.
  package var dryRun = false
  package var limits = UntrustedFile.Limits()
  /// Called before each file with its number, from 1, and its name.
  package var progress: ((Int, String) -> Void)?

  /// SQLite attaches at most ten files; one place is the schema in memory.
  private static let batchSize = 9

  package init(into target: YiceFile) { self.target = target }

  /// Merges the files in the order given.
  /// - Throws: `StoreError` when the target itself cannot be written; files merged in earlier batches stay merged.
  package func merge(_ paths: [String]) throws -> [MergeResult] {
    let files = try vet(paths)
    return try target.withConnection { db in
      db.stopObservingStatements()
      try FileMerge.prepare(db)
      let memory = try DeltaSchema(db)
      defer { memory.detach() }
      var results: [MergeResult] = []
      var start = 0
      while start < files.count {
        let batch = Array(files[start..<min(start + Merger.batchSize, files.count)])
        results += try merge(batch: batch, from: start, db, memory)
        start += batch.count
      }
      return results
    }
  }

  private func vet(_ paths: [String]) throws -> [VettedFile] {
    let (merged, revisions) = try target.read { db in
      var merged: [String: Set<String>] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT DISTINCT file_id, revision_digest FROM received") {
        merged[row["file_id"], default: []].insert(row["revision_digest"])
      }
      return (merged, try Int64.fetchSet(db, sql: "SELECT id FROM revision"))
    }
    let vetting = Vetting(
      targetPath: target.path, limits: limits, merged: merged, target: (target.info, revisions))
    return vetting.check(paths)
  }

  /// One file of a batch that is to be merged.
  private struct Job {
    let index: Int
    let info: FileInfo
    /// nil: the file is attached.
    let delta: Delta?
    let schema: String
  }

  private func merge(batch: [VettedFile], from first: Int, _ db: Database, _ memory: DeltaSchema) throws
    -> [MergeResult]
  {
    var jobs: [Job] = []
    var results = batch.map { MergeResult(fileName: $0.name) }
    for (index, file) in batch.enumerated() {
      switch file.outcome {
      case .ready(let info): jobs.append(Job(index: index, info: info, delta: nil, schema: "inbox\(index)"))
      case .delta(let info, let delta):
        jobs.append(Job(index: index, info: info, delta: delta, schema: DeltaSchema.name))
      case .known(let info):
        results[index].info = info
        results[index].status = .nothingNew
      case .refused(let error): try refuse(error, &results[index])
      }
    }
    for job in jobs { results[job.index].info = job.info }
    let again = try merge(jobs, batch, from: first, db, memory, &results)
    // Where a delta did not suffice, the file itself.
    let whole = again.map { Job(index: $0.index, info: $0.info, delta: nil, schema: "inbox\($0.index)") }
    _ = try merge(whole, batch, from: first, db, memory, &results)
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
    var attached: [String] = []
    defer { for schema in attached { try? db.execute(sql: "DETACH \(schema)") } }
    for job in jobs where job.delta == nil {
      do {
        try db.execute(sql: "ATTACH ? AS \(job.schema)", arguments: [batch[job.index].path])
        attached.append(job.schema)
      } catch let error as DatabaseError {
        let name = batch[job.index].name
        try refuse(MergeRefusal.damaged(name, detail: error.message ?? "ATTACH"), &results[job.index])
      }
    }
    // An immediate transaction would lock the received files for writing too, and one that is listed twice against
    // itself.
    try db.inTransaction(.deferred) {
      try db.execute(sql: "UPDATE main.file_info SET value = value WHERE false")
      for job in jobs where job.delta != nil || attached.contains(job.schema) {
        progress?(first + job.index + 1, batch[job.index].name)
        if let delta = job.delta { try memory.load(delta) }
        do {
          try merge(job, batch[job.index].name, db, &results[job.index])
        } catch is TableMerge.NeedsWholeFile {
          again.append(job)
        }
        if let delta = job.delta { try memory.clear(delta) }
      }
      let changed = jobs.contains { results[$0.index].status == .merged }
      return dryRun || !changed ? .rollback : .commit
    }
    return again
  }

  private func merge(_ job: Job, _ name: String, _ db: Database, _ result: inout MergeResult) throws {
    var merged = result
    do {
      try db.inSavepoint {
        let scope = try MergeScope(from: job.info, into: target.info, name: name)
        try FileMerge(db: db, inbox: job.schema, name: name, info: job.info, scope: scope, delta: job.delta)
          .run(&merged)
        return merged.status == .merged ? .commit : .rollback
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
    result.leftOut = []
  }
}
