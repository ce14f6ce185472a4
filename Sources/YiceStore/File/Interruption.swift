internal import GRDB
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// A write that was cut short (a power failure, a program that was killed): SQLite takes it back when the file is next
/// opened for writing. A file opened for reading only is opened for writing once, so that it does.
package enum Interruption {
  private static let recovered = Mutex<[String]>([])

  /// Files that were brought back to what they were before a write that was cut short, since the last call; whoever
  /// started that write should be told.
  package static func takeRecovered() -> [String] {
    recovered.withLock { files in
      defer { files = [] }
      return files
    }
  }

  /// Opens a file, taking back what was cut short.
  /// - Throws: `StoreError.unfinished` where the file cannot be written, and what the body throws.
  static func watching<T>(_ path: String, _ body: () throws -> T) throws -> T {
    guard isJournalHot(path) else { return try body() }
    let opened: T
    do {
      opened = try body()
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
      try takeBack(path)
      opened = try body()
    }
    // Another program that is writing right now has its journal there still.
    if !isJournalHot(path) { recovered.withLock { $0.append(path) } }
    return opened
  }

  private static func takeBack(_ path: String) throws {
    do { try YiceFile.requireWritable(path) } catch StoreError.readOnly { throw StoreError.unfinished(path) }
    let queue = try DatabaseQueue(path: path, configuration: YiceFile.configuration(.write))
    try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
    try queue.close()
  }

  /// Whether a journal beside the file says that pages were changed: by SQLite's rule, one that begins with 0 does not.
  /// Such a one is left when a program is killed before its first sync, or keeps its journal from write to write.
  static func isJournalHot(_ path: String) -> Bool {
    guard let journal = fopen(path + "-journal", "rb") else { return false }
    defer { fclose(journal) }
    return fgetc(journal) > 0
  }
}
