package import GRDB
internal import YiceFiles

#if canImport(Glibc)
  internal import Glibc
#endif

extension YiceFile {
  /// Writes a whole copy of this file: compacted, adjusted, checked, synced, and only then under its name.
  /// - Parameter adjust: runs in one transaction on the copy, before it is checked.
  /// - Throws: `StoreError`; nothing is left under the name then.
  package func copy(to path: String, replacing: Bool = false, adjust: (Database) throws -> Void) throws {
    // A copy is not what it was copied from: it has lost what only the original is to keep.
    guard !isItself(path) else { throw StoreError.alreadyExists(path) }
    let file = try StoreError.making(path) { try NewFile(for: path, replacing: replacing) }
    do {
      try withConnection { try $0.execute(sql: "VACUUM INTO ?", arguments: [file.path]) }
      try YiceFile.adjust(file.path, named: path, adjust)
    } catch StoreError.diskFull {
      throw StoreError.diskFull(path)
    }
    try StoreError.making(path) { try file.publish() }
  }

  /// Removes a file that this program made.
  package static func delete(_ path: String) {
    unlink(path)
    unlink(path + "-journal")
  }

  private static func adjust(_ file: String, named path: String, _ adjust: (Database) throws -> Void) throws {
    try StoreError.naming(path) {
      let queue = try DatabaseQueue(path: file, configuration: draftConfiguration())
      try queue.writeWithoutTransaction { db in
        // What the copy leaves out is not sent all the same, in pages that nothing uses.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        try db.inTransaction(.immediate) {
          try adjust(db)
          return .commit
        }
        try giveBackRoom(db)
        let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? ""
        guard check == "ok" else { throw StoreError.damaged(path, detail: check) }
      }
      try queue.close()
    }
  }

  /// What the copy was relieved of shall not weigh on it: it is mailed. The copy is nobody's yet, so no journal either.
  private static func giveBackRoom(_ db: Database) throws {
    let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
    let all = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    guard free * 8 > all else { return }
    try db.execute(sql: "PRAGMA journal_mode = OFF; VACUUM")
  }

  /// - Throws: `StoreError.damaged`.
  static func check(_ path: String) throws {
    let check = try open(path).read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") ?? "" }
    guard check == "ok" else { throw StoreError.damaged(path, detail: check) }
  }

  /// Copies a file as it is; nothing is left under the name when it fails.
  static func duplicate(_ path: String, to copy: String) throws {
    guard let source = fopen(path, "rb") else { throw StoreError.notFound(path) }
    defer { fclose(source) }
    try StoreError.making(copy) {
      let file = try NewFile(for: copy, replacing: false)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = fread(&buffer, 1, buffer.count, source), count > 0 {
        try buffer.withUnsafeBytes { try file.write(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      }
      guard ferror(source) == 0 else { throw StoreError.damaged(path, detail: systemReason(EIO)) }
      try file.publish()
    }
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
}

extension Database {
  /// Keeps what a copy says of itself.
  package func save(_ info: FileInfo) throws { try info.save(self) }
}
