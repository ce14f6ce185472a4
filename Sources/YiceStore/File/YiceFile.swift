internal import CYice
package import GRDB
internal import GRDBSQLite
internal import YiceFiles
internal import YiceModel

#if canImport(Glibc)
  internal import Glibc
#endif

/// One yice file. The only place that opens a `.db`.
package final class YiceFile {
  /// As it was given, for messages and for other connections.
  package let path: String
  package let info: FileInfo
  private let queue: DatabaseQueue
  /// Behind all links: what SQLite opens, and beside which its journal lies.
  private let location: String
  /// What goes away with this object: a working copy.
  private let scrap: AnyObject?
  /// In which it is written: one that waits for nobody must have the file first.
  private let transaction: Database.TransactionKind

  init(
    path: String, info: FileInfo, queue: DatabaseQueue, at location: String, scrap: AnyObject? = nil,
    transaction: Database.TransactionKind = .immediate
  ) {
    self.path = path
    self.info = info
    self.queue = queue
    self.location = location
    self.scrap = scrap
    self.transaction = transaction
  }

  deinit { if scrap != nil { try? queue.close() } }

  /// The file's name without its folder, for messages.
  package var name: String { fileName(of: path) }
}

// MARK: - Open and create

extension YiceFile {
  package enum Access { case read, write }

  /// Opens an existing file. Whose it is and what it would have SQLite do is looked at before SQLite is asked.
  /// - Throws: `StoreError`.
  package static func open(_ path: String, for access: Access = .read) throws -> YiceFile {
    try FileHeader.check(path)
    let location = SideFiles.behindLinks(path)
    try SideFiles.check(location, named: path)
    if access == .write {
      do { try requireWritable(location) } catch StoreError.readOnly { throw StoreError.readOnly(path) }
    }
    return try StoreError.naming(path) {
      // What is brought back may be anything again.
      if try Interruption.takeBack(location, named: path) { try FileHeader.check(path) }
      try SchemaLook.check(location, named: path)
      let queue = try DatabaseQueue(path: location, configuration: configuration(access))
      guard let info = try description(queue) else { throw StoreError.notYice(path) }
      return YiceFile(path: path, info: info, queue: queue, at: location)
    }
  }

  /// Opens a file for a dry run: itself where it can be written, else a copy in the folder for temporary files, so that
  /// what lies on a disc or in a colleague's folder can be tried as well. The copy has no name once it is open: it is
  /// gone when the command ends, in whatever way.
  /// - Throws: `StoreError`.
  package static func forTrial(_ path: String) throws -> YiceFile {
    do {
      return try open(path, for: .write)
    } catch StoreError.readOnly {
      return try open(path).trial()
    }
  }

  /// A copy that nobody else sees and that goes away with the object; changes to it are nobody's.
  /// - Throws: `StoreError`.
  package func trial() throws -> YiceFile {
    let copy = try StoreError.making(temporaryFolder) { try PrivateFile(in: temporaryFolder) }
    try withConnection { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy.path]) }
    let queue = try StoreError.naming(copy.path) {
      try DatabaseQueue(path: copy.path, configuration: YiceFile.draftConfiguration())
    }
    copy.hide()
    return YiceFile(path: path, info: info, queue: queue, at: copy.path, scrap: copy)
  }

  /// The same where others can open it by its path; whoever named the path removes it.
  /// - Throws: `StoreError`.
  package func trial(at path: String) throws -> YiceFile {
    try withConnection { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
    return try YiceFile.open(path, for: .write)
  }

  /// What the file says of itself; nil when it has no such table.
  private static func description(_ queue: DatabaseQueue) throws -> FileInfo? {
    do {
      return try queue.read { try FileInfo($0) }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      return nil
    }
  }

  /// Creates a file. It gets its name when it is whole and synced, its first revision included; nothing is left behind
  /// when that fails.
  /// - Parameters:
  ///   - note: of the first revision.
  ///   - first: what the file begins with, under one revision.
  /// - Throws: `StoreError`, and what `first` throws.
  package static func create(
    _ path: String, info: FileInfo, author: Author, note: String? = nil,
    _ first: ((RevisionWriter) throws -> Void)? = nil
  ) throws -> YiceFile {
    let file = try StoreError.making(path) { try NewFile(for: path, replacing: false) }
    let draft = try draft(file, named: path, info)
    if let first { try draft.write("new", author: author, note: note, first) }
    try draft.queue.close()
    try StoreError.making(path) { try file.publish() }
    return try open(path, for: .write)
  }

  /// A new file beside the one that is to be made of it: nobody sees it, and it goes away with the object.
  /// - Throws: `StoreError`, under the name of what is to be made.
  package static func draft(for path: String, info: FileInfo) throws -> YiceFile {
    try draft(StoreError.making(path) { try NewFile(for: path, replacing: true) }, named: path, info)
  }

  private static func draft(_ file: NewFile, named path: String, _ info: FileInfo) throws -> YiceFile {
    try StoreError.naming(path) {
      let queue = try DatabaseQueue(path: file.path, configuration: draftConfiguration())
      try EmptyFile.make(in: queue)
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try info.save(db)
          try FileState.renew(db)
          return .commit
        }
      }
      return YiceFile(path: path, info: info, queue: queue, at: file.path, scrap: file)
    }
  }

  static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .read
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { db in
      db.stopObservingStatements()
      // Our own writer stamps rows itself; the triggers are for other programs.
      _ = yice_set_triggers(db.sqliteConnection, 0)
      // No command reads a view, so one that stands where a table is expected is never run.
      _ = yice_disable_views(db.sqliteConnection)
      _ = yice_add_functions(db.sqliteConnection)
      // Ample for what people attach, and an end for what a damaged row might ask for.
      sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, 256 << 20)
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      if access == .write {
        try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
      }
    }
    return configuration
  }

  /// For a file that nobody sees before it is whole: no journal beside it, and it is synced once, at the end.
  static func draftConfiguration() -> Configuration {
    var configuration = configuration(.write)
    configuration.prepareDatabase {
      try $0.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
    }
    return configuration
  }

  /// Whether the path leads to this very file.
  func isItself(_ path: String) -> Bool {
    var own = stat()
    var other = stat()
    guard stat(location, &own) == 0, stat(path, &other) == 0 else { return false }
    return own.st_dev == other.st_dev && own.st_ino == other.st_ino
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func requireWritable(_ path: String) throws {
    guard access(path, W_OK) == 0, access(folder(of: path), W_OK) == 0 else {
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
        let isLarge = YiceFile.size(location) > 200_000_000
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
        try db.inTransaction(transaction) {
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
    guard access(location + "-journal", F_OK) == 0 else { return }
    _ = try? queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM file_info") }
  }
}
