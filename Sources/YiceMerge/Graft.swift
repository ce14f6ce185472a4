internal import GRDB
internal import YiceModel
internal import YiceStore

/// Makes a file out of another: a merge into an empty one, so that just what travels between the two kinds of file comes.
enum Graft {
  /// - Returns: the new file, which has no name yet: copy it to where it shall be.
  /// - Throws: `StoreError`, `MergeRefusal`.
  static func draft(of source: YiceFile, as own: FileInfo, for path: String) throws -> YiceFile {
    let file = try YiceFile.draft(for: path, info: own)
    try file.withConnection { db in
      db.stopObservingStatements()
      try FileMerge.prepare(db)
      try db.execute(sql: "ATTACH ? AS inbox0", arguments: [source.path])
      defer { try? db.execute(sql: "DETACH inbox0") }
      try db.inTransaction(.deferred) {
        let travel = try Travel(from: source.info, into: own, name: source.name)
        var result = MergeResult(fileName: source.name)
        try FileMerge(db: db, inbox: "inbox0", name: source.name, info: source.info, travel: travel).run(
          &result)
        // What was received is for those who merge.
        try db.execute(sql: "DELETE FROM main.received")
        return .commit
      }
    }
    return file
  }
}
