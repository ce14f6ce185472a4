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
    _ = try require(path, of: version, limits)
    try SchemaLook.checkStatistics(path)
    return try open(path, limits, body)
  }

  /// What can be seen without SQLite.
  /// - Returns: its size in bytes.
  static func require(_ path: String, of version: Int, _ limits: Limits) throws -> Int {
    try FileHeader.check(path, is: version)
    var status = stat()
    let size = stat(path, &status) == 0 ? Int(status.st_size) : 0
    guard size <= limits.size else { throw Problem.tooLarge(bytes: size, limit: limits.size) }
    let real = SideFiles.behindLinks(path)
    try SideFiles.check(real, named: path)
    if Interruption.isJournalHot(real) { throw Problem.leftover(suffix: "-journal") }
    if try isFilled(real + "-wal") || FileHeader.usesWAL(path) { throw Problem.leftover(suffix: "-wal") }
    return size
  }

  static func open<T>(_ path: String, _ limits: Limits, _ body: (Database) throws -> T) throws -> T {
    try inTime(path, limits) { deadline in
      let queue = try DatabaseQueue(path: path, configuration: configuration(deadline))
      return try queue.writeWithoutTransaction { try inOneTransaction($0, body) }
    }
  }

  /// All questions see one state of the file, and it is locked once.
  static func inOneTransaction<T>(_ db: Database, _ body: (Database) throws -> T) throws -> T {
    try db.execute(sql: "BEGIN")
    defer { try? db.execute(sql: "ROLLBACK") }
    return try body(db)
  }

  static func inTime<T>(_ path: String, _ limits: Limits, _ body: (Deadline) throws -> T) throws -> T {
    let deadline = Deadline(seconds: limits.seconds)
    do {
      return try withExtendedLifetime(deadline) { try StoreError.naming(path) { try body(deadline) } }
    } catch {
      if deadline.isOver { throw Problem.tooSlow(seconds: limits.seconds) }
      throw error
    }
  }

  private static func isFilled(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  /// For each main database that a connection opens.
  static let settings = "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -8000"

  /// - Parameter longest: text or blob that may be made, in bytes.
  static func configuration(_ deadline: Deadline, longest: Int = 256 << 20) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      let connection = db.sqliteConnection
      _ = yice_harden(connection)
      _ = yice_add_functions(connection)
      db.stopObservingStatements()
      for (limit, value) in [
        (SQLITE_LIMIT_LENGTH, longest), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20), (SQLITE_LIMIT_COLUMN, 200),
        (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_COMPOUND_SELECT, 50), (SQLITE_LIMIT_ATTACHED, 0),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
      ] {
        sqlite3_limit(connection, limit, Int32(value))
      }
      deadline.stop(connection)
      try db.execute(sql: settings)
    }
    return configuration
  }
}
