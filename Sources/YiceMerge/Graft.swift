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
      try FileMerge.prepare(db)
      try db.execute(sql: "ATTACH ? AS inbox0", arguments: [source.path])
      defer { try? db.execute(sql: "DETACH inbox0") }
      try fill(db, from: "inbox0", source.info, name: source.name, as: own)
    }
    return file
  }

  /// Merges the file that is attached as `inbox` into the connection's own, which is empty.
  /// - Throws: `MergeRefusal`, `DatabaseError`.
  static func fill(
    _ db: Database, from inbox: String, _ source: FileInfo, name: String, as own: FileInfo
  ) throws {
    try db.inTransaction(.deferred) {
      let travel = try Travel(from: source, into: own, name: name)
      var result = MergeResult(fileName: name)
      try FileMerge(db: db, inbox: inbox, name: name, info: source, travel: travel).run(&result)
      // What was received is for those who merge.
      try db.run("DELETE FROM main.received")
      return .commit
    }
  }
}
