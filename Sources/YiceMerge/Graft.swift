internal import GRDB
internal import YiceModel
internal import YiceStore

/// Makes a file out of another: a merge into an empty one, so that just what travels between the two kinds of file comes.
enum Graft {
  /// - Throws: `StoreError`, `MergeRefusal`.
  static func make(from source: String, _ info: FileInfo, as own: FileInfo, at path: String, name: String) throws {
    let file = try YiceFile.create(path, info: own, author: Author(own.orgName))
    do {
      try file.withConnection { db in
        db.stopObservingStatements()
        try FileMerge.prepare(db)
        try db.execute(sql: "ATTACH ? AS inbox0", arguments: [source])
        defer { try? db.execute(sql: "DETACH inbox0") }
        try db.inTransaction(.deferred) {
          let travel = try Travel(from: info, into: own, name: name)
          var result = MergeResult(fileName: name)
          try FileMerge(db: db, inbox: "inbox0", name: name, info: info, travel: travel).run(&result)
          // What was received is for those who merge.
          try db.execute(sql: "DELETE FROM main.received")
          return .commit
        }
      }
    } catch {
      YiceFile.delete(path)
      throw error
    }
  }
}
