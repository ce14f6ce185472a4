internal import CYice
package import GRDB
internal import YiceModel

#if canImport(Glibc)
  internal import Glibc
#endif

/// One yice file. The only place that opens a `.db`.
package final class YiceFile {
  package let path: String
  package let info: FileInfo
  private let queue: DatabaseQueue
  /// A copy that goes away with this object.
  private let copy: String?

  private init(path: String, info: FileInfo, queue: DatabaseQueue, copy: String? = nil) {
    self.path = path
    self.info = info
    self.queue = queue
    self.copy = copy
  }

  deinit {
    guard let copy else { return }
    try? queue.close()
    YiceFile.delete(copy)
  }

  /// The file's name without its folder, for messages.
  package var name: String { String(path.split(separator: "/").last ?? Substring(path)) }
}

// MARK: - Open and create

extension YiceFile {
  package enum Access { case read, write }

  /// Opens an existing file.
  /// - Throws: `StoreError`.
  package static func open(_ path: String, for access: Access = .read) throws -> YiceFile {
    try FileHeader.check(path)
    if access == .write { try requireWritable(path) }
    return try StoreError.naming(path) {
      try Interruption.watching(path) {
        let queue = try DatabaseQueue(path: path, configuration: configuration(access))
        guard let info = try description(queue) else { throw StoreError.notYice(path) }
        return YiceFile(path: path, info: info, queue: queue)
      }
    }
  }

  /// Opens a file for a dry run: itself where it can be written, else a copy in the folder for temporary files, so that
  /// what lies on a disc or in a colleague's folder can be tried as well.
  /// - Throws: `StoreError`.
  package static func forTrial(_ path: String) throws -> YiceFile {
    do {
      return try open(path, for: .write)
    } catch StoreError.readOnly {
      return try open(path).trial()
    }
  }

  /// A copy in the folder for temporary files that goes away with the object; changes to it are nobody's.
  /// - Throws: `StoreError`.
  package func trial() throws -> YiceFile {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let copy = "\(folder)/yice-\(getpid())-\(RandomID.text()).db"
    do {
      try withConnection { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
      let queue = try StoreError.naming(copy) {
        try DatabaseQueue(path: copy, configuration: YiceFile.configuration(.write))
      }
      return YiceFile(path: path, info: info, queue: queue, copy: copy)
    } catch {
      YiceFile.delete(copy)
      throw error
    }
  }

  /// What the file says of itself; nil when it has no such table.
  private static func description(_ queue: DatabaseQueue) throws -> FileInfo? {
    do {
      return try queue.read { try FileInfo($0) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      return nil
    }
  }

  /// Creates a file. It gets its name when it is whole and synced; nothing is left behind when that fails, and what a
  /// killed run left is in nobody's way.
  /// - Throws: `StoreError`.
  package static func create(_ path: String, info: FileInfo, author: Author) throws -> YiceFile {
    guard access(path, F_OK) != 0 else { throw StoreError.alreadyExists(path) }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard access(folder.isEmpty ? "/" : folder, F_OK) == 0 else { throw StoreError.noFolder(path) }
    guard access(folder.isEmpty ? "/" : folder, W_OK) == 0 else { throw StoreError.readOnly(path) }
    let partial = path + ".part"
    delete(partial)
    defer { delete(partial) }
    try StoreError.naming(path) {
      let queue = try DatabaseQueue(path: partial, configuration: configuration(.write))
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try db.execute(sql: Schema.sql)
          try info.save(db)
          try FileState.renew(db)
          return .commit
        }
      }
      try queue.close()
    }
    guard rename(partial, path) == 0 else { throw StoreError.readOnly(path) }
    try syncFolder(of: path)
    return try open(path, for: .write)
  }

  static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .read
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      // Our own writer stamps rows itself; the triggers are for other programs.
      _ = yice_set_triggers(db.sqliteConnection, 0)
      // No command reads a view, so one that stands where a table is expected is never run.
      _ = yice_disable_views(db.sqliteConnection)
      _ = yice_add_functions(db.sqliteConnection)
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      if access == .write {
        try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
      }
    }
    return configuration
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func requireWritable(_ path: String) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard access(path, W_OK) == 0, access(folder.isEmpty ? "/" : folder, W_OK) == 0 else {
      throw StoreError.readOnly(path)
    }
  }
}

// MARK: - Reading and writing

extension YiceFile {
  /// Runs queries in one read transaction.
  package func read<T>(_ body: (Database) throws -> T) throws -> T {
    try StoreError.naming(path) { try queue.read(body) }
  }

  /// Runs queries that need temporary tables; the file itself is not written.
  package func readWithTemporaryTables<T>(_ body: (Database) throws -> T) throws -> T {
    try StoreError.naming(path) {
      try queue.writeWithoutTransaction { db in
        // Working tables are about as large as the file: in memory for a county, in a file for a country.
        let isLarge = YiceFile.size(path) > 200_000_000
        try db.execute(
          sql: isLarge
            ? "PRAGMA temp_store = FILE; PRAGMA temp.cache_size = -65536; PRAGMA cache_size = -16384; BEGIN"
            : "PRAGMA temp_store = MEMORY; BEGIN")
        defer { try? db.execute(sql: "ROLLBACK") }
        return try body(db)
      }
    }
  }

  /// Runs one write transaction under a new revision. When nothing was changed, no revision is kept and the file is
  /// as it was.
  /// - Parameter commit: false rolls everything back at the end (a dry run).
  package func write<T>(
    _ action: String, author: Author, note: String? = nil, commit: Bool = true,
    _ body: (RevisionWriter) throws -> T
  ) throws -> T {
    guard info.scopeOrg == nil else { throw StoreError.issued(path) }
    defer { settle() }
    return try StoreError.naming(path) {
      try queue.writeWithoutTransaction { db in
        var result: T?
        try db.inTransaction(.immediate) {
          let writer = RevisionWriter(db: db, file: info, author: author, action: action, note: note)
          let value = try body(writer)
          result = value
          guard commit, writer.hasWritten else { return .rollback }
          try writer.finish()
          return .commit
        }
        guard let result else { throw StoreError.sql(path, detail: "transaction without a result") }
        return result
      }
    }
  }

  /// Runs a body outside any transaction, for merging, which attaches files.
  package func withConnection<T>(_ body: (Database) throws -> T) throws -> T {
    defer { settle() }
    return try StoreError.naming(path) { try queue.writeWithoutTransaction(body) }
  }

  /// A write that failed on a full disk leaves its journal, and pages half written, for the next reader to roll back.
  /// Somebody may copy the file before: so read at once.
  private func settle() {
    guard access(path + "-journal", F_OK) == 0 else { return }
    _ = try? queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM file_info") }
  }
}
