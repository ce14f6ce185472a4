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
      try YiceFile.syncFolder(of: path)
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
        // What the copy leaves out is not sent all the same, in pages that nothing uses.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          try adjust(db)
          return .commit
        }
        if try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0 > 0 { try db.execute(sql: "VACUUM") }
        let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard check == "ok" else { throw StoreError.damaged(path, detail: check) }
      }
      try queue.close()
    }
  }

  /// - Throws: `StoreError.damaged`.
  static func check(_ path: String) throws {
    let check = try open(path).read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") ?? "" }
    guard check == "ok" else { throw StoreError.damaged(path, detail: check) }
  }

  /// Writes the folder's entry for a file to disk.
  static func syncFolder(of path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try sync(folder.isEmpty ? "/" : folder)
  }

  /// Copies a file as it is, synced; nothing is left under the name when it fails.
  static func duplicate(_ path: String, to copy: String) throws {
    guard let source = fopen(path, "rb") else { throw StoreError.notFound(path) }
    defer { fclose(source) }
    guard let target = fopen(copy, "wbx") else { throw StoreError.alreadyExists(copy) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var isWhole = true
    while isWhole {
      let count = fread(&buffer, 1, buffer.count, source)
      if count == 0 { break }
      isWhole = fwrite(buffer, 1, count, target) == count
    }
    isWhole = fclose(target) == 0 && isWhole && ferror(source) == 0
    guard isWhole else {
      unlink(copy)
      throw StoreError.diskFull(copy)
    }
    try sync(copy)
  }

  /// Whether two files are the same to the byte; false when either cannot be read.
  static func holdSameBytes(_ one: String, _ other: String) -> Bool {
    guard let left = fopen(one, "rb") else { return false }
    defer { fclose(left) }
    guard let right = fopen(other, "rb") else { return false }
    defer { fclose(right) }
    var ours = [UInt8](repeating: 0, count: 1 << 16)
    var theirs = ours
    while true {
      let count = fread(&ours, 1, ours.count, left)
      guard fread(&theirs, 1, theirs.count, right) == count, memcmp(ours, theirs, count) == 0 else {
        return false
      }
      if count == 0 { return ferror(left) == 0 && ferror(right) == 0 }
    }
  }

  static func sync(_ path: String) throws {
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
}
