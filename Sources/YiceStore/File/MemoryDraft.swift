package import GRDB
internal import GRDBSQLite

/// A file in memory, emptied and filled again: what it holds is needed for a moment, and making a file, with its schema to
/// be parsed and its statements to be compiled, costs more than filling it. Nothing of it comes onto a disk.
/// Decision 0170.
package final class MemoryDraft: Sendable {
  private let queue: DatabaseQueue
  /// Deletes all that the file holds.
  private let emptying: [String]

  /// Nobody else has the file. An immediate transaction would lock for writing what is attached beside it, too, against
  /// every other draft that reads it.
  private static let transaction = Database.TransactionKind.deferred

  /// - Throws: `StoreError`.
  package init() throws {
    queue = try DatabaseQueue(configuration: YiceFile.draftConfiguration())
    emptying = try queue.writeWithoutTransaction { db in
      try db.execute(sql: Schema.sql)
      return try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_stat1'"
      ).map { "DELETE FROM main.\($0)" }
    }
  }

  /// Runs a body outside any transaction, on what the file holds or what is attached to it.
  /// - Parameter name: of what it is made from, for errors.
  package func withConnection<T>(named name: String, _ body: (Database) throws -> T) throws -> T {
    try StoreError.naming(name) { try queue.writeWithoutTransaction(body) }
  }

  /// The file, empty but for what it says of itself; one that was begun before must not be used any more.
  /// - Throws: `StoreError`.
  package func begin(_ info: FileInfo, named name: String) throws -> YiceFile {
    try withConnection(named: name) { db in
      try db.inTransaction(MemoryDraft.transaction) {
        for statement in emptying { try db.cachedStatement(sql: statement).execute() }
        try info.save(db)
        try FileState.renew(db)
        return .commit
      }
      // After a school that is larger than others the next shall not carry its pages.
      let size = try Int.fetchOne(
        db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
      if size ?? 0 > FileImage.smallest { try db.execute(sql: "VACUUM") }
    }
    return YiceFile(
      path: name, info: info, queue: queue, at: ":memory:", transaction: MemoryDraft.transaction)
  }

  /// The file's bytes.
  /// - Throws: `DatabaseError`.
  package func bytes() throws -> SerializedFile {
    try queue.writeWithoutTransaction { db in
      var size: Int64 = 0
      guard let start = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      return SerializedFile(start, Int(size))
    }
  }
}

/// A whole file as SQLite gave it.
package final class SerializedFile: @unchecked Sendable {
  /// Written by nobody any more.
  let bytes: UnsafeRawBufferPointer

  fileprivate init(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { sqlite3_free(UnsafeMutableRawPointer(mutating: bytes.baseAddress)) }
}
