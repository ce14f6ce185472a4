internal import GRDB
internal import YiceModel
package import YiceStore

/// Merges files into one file, each in a transaction of its own (merge.md).
package struct Merger {
  private let target: YiceFile
  /// Report what would be done and change nothing.
  package var dryRun = false
  /// Called before each file with its number, from 1, and its name.
  package var progress: ((Int, String) -> Void)?

  package init(into target: YiceFile) { self.target = target }

  /// Merges the files in the order given; a refused file never keeps the others out.
  package func merge(_ paths: [String]) throws -> [MergeResult] {
    try paths.enumerated().map { index, path in
      progress?(index + 1, path)
      return try merge(path)
    }
  }

  private func merge(_ path: String) throws -> MergeResult {
    let name = String(path.split(separator: "/").last ?? Substring(path))
    var result = MergeResult(fileName: name)
    do {
      let info = try Vetting.check(path, name: name, target: target)
      result.info = info
      let scope = try MergeScope(from: info, into: target.info, name: name)
      try target.withConnection { db in
        try db.execute(sql: "ATTACH ? AS inbox", arguments: [path])
        defer { try? db.execute(sql: "DETACH inbox") }
        try db.inTransaction(.immediate) {
          let merge = FileMerge(db: db, name: name, info: info, own: target.info, scope: scope)
          try merge.run(&result)
          return dryRun || result.status == .nothingNew ? .rollback : .commit
        }
      }
    } catch let error as any YiceError {
      if let store = error as? StoreError,
        store == .busy(target.path) || store == .readOnly(target.path)
          || store == .diskFull(target.path)
      {
        throw store
      }
      result.status = .refused(reason: error.description, exitStatus: error.exitStatus)
      result.counts = MergeCounts()
    }
    return result
  }
}
