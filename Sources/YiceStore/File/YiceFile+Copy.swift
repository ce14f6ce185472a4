package import GRDB

#if canImport(Glibc)
  internal import Glibc
#endif

extension YiceFile {
  /// Writes a whole copy of this file: compacted, adjusted, checked, synced, and only then under its name.
  /// - Parameter adjust: runs in one transaction on the copy, before it is checked.
  /// - Throws: `StoreError`; nothing is left under the name then.
  package func copy(to path: String, replacing: Bool = false, adjust: (Database) throws -> Void) throws {
    guard replacing || access(path, F_OK) != 0 else { throw StoreError.alreadyExists(path) }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard access(folder.isEmpty ? "/" : folder, F_OK) == 0 else { throw StoreError.noFolder(path) }
    guard access(folder.isEmpty ? "/" : folder, W_OK) == 0 else { throw StoreError.readOnly(path) }
    let partial = path + ".part"
    unlink(partial)
    do {
      try withConnection { try $0.execute(sql: "VACUUM INTO ?", arguments: [partial]) }
      try YiceFile.adjust(partial, adjust)
      try YiceFile.sync(partial)
      guard rename(partial, path) == 0 else { throw StoreError.readOnly(path) }
      try YiceFile.sync(folder.isEmpty ? "/" : folder)
    } catch {
      unlink(partial)
      unlink(partial + "-journal")
      if case StoreError.diskFull = error { throw StoreError.diskFull(path) }
      throw error
    }
  }

  /// Removes a file that this program made.
  package static func delete(_ path: String) {
    unlink(path)
    unlink(path + "-journal")
  }

  private static func adjust(_ path: String, _ adjust: (Database) throws -> Void) throws {
    try StoreError.naming(path) {
      let queue = try DatabaseQueue(path: path, configuration: configuration(.write))
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try adjust(db)
          return .commit
        }
        let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard check == "ok" else { throw StoreError.damaged(path, detail: check) }
      }
      try queue.close()
    }
  }

  private static func sync(_ path: String) throws {
    let descriptor = Glibc.open(path, O_RDONLY)
    guard descriptor >= 0 else { throw StoreError.notFound(path) }
    defer { Glibc.close(descriptor) }
    // A file system that cannot sync a folder is no reason to fail.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw StoreError.diskFull(path) }
  }
}

extension Database {
  /// Keeps what a copy says of itself.
  package func save(_ info: FileInfo) throws { try info.save(self) }

  /// Sets the digest anew from the revisions the file now holds.
  package func recountRevisions() throws {
    let ids = try Int64.fetchAll(self, sql: "SELECT id FROM revision")
    try RevisionDigest.store(ids.reduce(0, ^), in: self)
  }
}
