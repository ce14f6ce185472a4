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

  /// SQLite attaches at most ten files; the temporary tables need none of them.
  private static let batchSize = 9

  package init(into target: YiceFile) { self.target = target }

  /// Merges the files in the order given.
  /// - Throws: `StoreError` when the target itself cannot be written; files merged in earlier batches stay merged.
  package func merge(_ paths: [String]) throws -> [MergeResult] {
    let vetting = Vetting(targetPath: target.path, limits: limits, merged: try digestsMergedBefore())
    let files = vetting.check(paths)
    var results: [MergeResult] = []
    var start = 0
    while start < files.count {
      let batch = Array(files[start..<min(start + Merger.batchSize, files.count)])
      results += try merge(batch: batch, from: start)
      start += batch.count
    }
    return results
  }

  private func digestsMergedBefore() throws -> [String: Set<String>] {
    try target.read { db in
      var merged: [String: Set<String>] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT DISTINCT file_id, revision_digest FROM received") {
        merged[row["file_id"], default: []].insert(row["revision_digest"])
      }
      return merged
    }
  }

  private func merge(batch: [VettedFile], from first: Int) throws -> [MergeResult] {
    var ready: [(index: Int, schema: String, info: FileInfo)] = []
    var results = batch.map { MergeResult(fileName: $0.name) }
    for (index, file) in batch.enumerated() {
      switch file.outcome {
      case .ready(let info):
        results[index].info = info
        ready.append((index, "inbox\(index)", info))
      case .known(let info):
        results[index].info = info
        results[index].status = .nothingNew
      case .refused(let error): try refuse(error, &results[index])
      }
    }
    guard !ready.isEmpty else { return results }
    try target.withConnection { db in
      db.stopObservingStatements()
      var attached: [String] = []
      defer { for schema in attached { try? db.execute(sql: "DETACH \(schema)") } }
      for (index, schema, _) in ready {
        try db.execute(sql: "ATTACH ? AS \(schema)", arguments: [batch[index].path])
        attached.append(schema)
      }
      try db.inTransaction(.immediate) {
        for (index, schema, info) in ready {
          progress?(first + index + 1, batch[index].name)
          try merge(schema, info, batch[index].name, db, &results[index])
        }
        let changed = results.contains { $0.status == .merged }
        return dryRun || !changed ? .rollback : .commit
      }
    }
    return results
  }

  private func merge(
    _ schema: String, _ info: FileInfo, _ name: String, _ db: Database, _ result: inout MergeResult
  ) throws {
    var merged = result
    do {
      try db.inSavepoint {
        let scope = try MergeScope(from: info, into: target.info, name: name)
        try FileMerge(db: db, inbox: schema, name: name, info: info, scope: scope).run(&merged)
        return merged.status == .merged ? .commit : .rollback
      }
      result = merged
    } catch let error as any YiceError {
      try refuse(error, &result)
    }
  }

  private func refuse(_ error: any Error, _ result: inout MergeResult) throws {
    guard let error = error as? any YiceError else { throw error }
    result.status = .refused(reason: error.description, exitStatus: error.exitStatus)
    result.counts = MergeCounts()
    result.leftOut = []
  }
}
