internal import GRDB
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#endif

/// A write that was cut short (a power failure, a program that was killed): SQLite takes it back when the file is next
/// opened for writing. So it is opened for writing once, before anything is read of it.
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

  /// Has SQLite take back what was cut short; the journal has been looked at.
  /// - Parameters:
  ///   - path: behind all links.
  ///   - name: what messages call it.
  /// - Returns: whether there was something.
  /// - Throws: `StoreError.unfinished` where the file cannot be written.
  static func takeBack(_ path: String, named name: String) throws -> Bool {
    guard isJournalHot(path) else { return false }
    do {
      try YiceFile.requireWritable(path)
      try SchemaLook.bringBack(path)
    } catch StoreError.readOnly {
      // Another program that is writing right now has its journal there, too.
      guard try isBeingWritten(path) else { throw StoreError.unfinished(name) }
    }
    guard !isJournalHot(path) else { return false }
    recovered.withLock { $0.append(name) }
    return true
  }

  private static func isBeingWritten(_ path: String) throws -> Bool {
    let deadline = Deadline(seconds: 2)
    do {
      try withExtendedLifetime(deadline) {
        try DatabaseQueue(path: path, configuration: SchemaLook.leashed(deadline, readonly: true)).close()
      }
      return true
    } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
      return false
    }
  }

  /// Whether a journal beside the file says that pages were changed: by SQLite's rule, one that begins with 0 does not.
  /// Such a one is left when a program is killed before its first sync, or keeps its journal from write to write.
  static func isJournalHot(_ path: String) -> Bool {
    let journal = open(path + "-journal", O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard journal >= 0 else { return false }
    defer { close(journal) }
    var first: UInt8 = 0
    return read(journal, &first, 1) == 1 && first != 0
  }
}
