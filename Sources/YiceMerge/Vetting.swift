internal import GRDB
internal import YiceModel
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// Looks at a received file by itself, before anything touches the target.
enum Vetting {
  /// - Returns: what the file says it is.
  /// - Throws: `StoreError`, `MergeRefusal`.
  static func check(_ path: String, name: String, target: YiceFile) throws -> FileInfo {
    for suffix in ["-wal", "-journal"] where access(path + suffix, F_OK) == 0 {
      throw MergeRefusal.leftover(name, suffix: suffix)
    }
    guard !isSameFile(path, target.path) else { throw MergeRefusal.itself(name) }
    let file: YiceFile
    do {
      file = try YiceFile.open(path)
    } catch StoreError.damaged(_, let detail) {
      throw MergeRefusal.damaged(name, detail: detail)
    }
    return try file.read { db in
      let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "quick_check"
      guard check == "ok" else { throw MergeRefusal.damaged(name, detail: check) }
      if file.info.role.isOneSchool { try requireOwnRows(db, file.info, name) }
      return file.info
    }
  }

  /// A school's file holds rows of that school, and of the county that issued them; of nobody else.
  private static func requireOwnRows(_ db: Database, _ info: FileInfo, _ name: String) throws {
    for table in TableCatalog.tables {
      let foreign = try Row.fetchOne(
        db,
        sql: """
          SELECT org_code, \(table.keyJSON()) AS row_key FROM \(table.name)
          WHERE org_code <> ? AND length(org_code) <> 6 LIMIT 1
          """, arguments: [info.orgCode])
      if let foreign {
        throw MergeRefusal.foreignRow(
          name, table: table.label, row: foreign["row_key"], org: foreign["org_code"])
      }
    }
  }

  private static func isSameFile(_ left: String, _ right: String) -> Bool {
    var a = stat()
    var b = stat()
    guard stat(left, &a) == 0, stat(right, &b) == 0 else { return false }
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }
}
