internal import CYice
package import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
  internal import Glibc
#endif

/// A file that somebody sent: looked at on a hardened connection of its own, read-only, in bounded time.
package enum UntrustedFile {
  /// How much a look may cost.
  package struct Limits: Sendable {
    /// Largest file, in bytes.
    package var size: Int
    /// Longest look, in seconds.
    package var seconds: Double

    package init(size: Int = 2 << 30, seconds: Double = 60) {
      self.size = size
      self.seconds = seconds
    }
  }

  /// Why a file was not even opened.
  package enum Problem: Error, Equatable {
    case tooLarge(bytes: Int, limit: Int)
    /// A journal or WAL beside the file, or the WAL mark in its header.
    case leftover(suffix: String)
    case tooSlow(seconds: Double)
  }

  /// Runs queries on the file.
  /// - Parameter version: the format it must have.
  /// - Throws: `Problem`, `StoreError`, and what the body throws.
  package static func read<T>(
    _ path: String, of version: Int = Schema.version, limits: Limits = Limits(),
    _ body: (Database) throws -> T
  ) throws -> T {
    try FileHeader.check(path, is: version)
    var status = stat()
    if stat(path, &status) == 0, Int(status.st_size) > limits.size {
      throw Problem.tooLarge(bytes: Int(status.st_size), limit: limits.size)
    }
    for suffix in ["-wal", "-journal"] where isFilled(path + suffix) {
      throw Problem.leftover(suffix: suffix)
    }
    if try FileHeader.usesWAL(path) { throw Problem.leftover(suffix: "-wal") }
    let deadline = Deadline(seconds: limits.seconds)
    do {
      return try StoreError.naming(path) {
        let queue = try DatabaseQueue(path: path, configuration: configuration(deadline))
        // One transaction: all questions see one state of the file, and it is locked once.
        return try withExtendedLifetime(deadline) {
          try queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN")
            defer { try? db.execute(sql: "ROLLBACK") }
            return try body(db)
          }
        }
      }
    } catch {
      if deadline.isOver { throw Problem.tooSlow(seconds: limits.seconds) }
      throw error
    }
  }

  private static func isFilled(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  private static func configuration(_ deadline: Deadline) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      let connection = db.sqliteConnection
      _ = yice_harden(connection)
      _ = yice_add_functions(connection)
      db.stopObservingStatements()
      for (limit, value) in [
        (SQLITE_LIMIT_LENGTH, 256 << 20), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_COLUMN, 200),
        (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_COMPOUND_SELECT, 50), (SQLITE_LIMIT_ATTACHED, 0),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
      ] {
        sqlite3_limit(connection, limit, Int32(value))
      }
      sqlite3_progress_handler(
        connection, 1000, { Deadline.isOver($0) }, Unmanaged.passUnretained(deadline).toOpaque())
      try db.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -8000")
    }
    return configuration
  }
}

/// A point in time after which SQLite stops what it is doing.
private final class Deadline: Sendable {
  private let end: timespec

  init(seconds: Double) {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let whole = Int(seconds)
    let nanoseconds = now.tv_nsec + Int((seconds - Double(whole)) * 1e9)
    now.tv_sec += whole + nanoseconds / 1_000_000_000
    now.tv_nsec = nanoseconds % 1_000_000_000
    end = now
  }

  var isOver: Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return (now.tv_sec, now.tv_nsec) > (end.tv_sec, end.tv_nsec)
  }

  /// For the C callback: not 0 stops the statement.
  static func isOver(_ pointer: UnsafeMutableRawPointer?) -> Int32 {
    guard let pointer else { return 0 }
    return Unmanaged<Deadline>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
  }
}
