package import GRDB
internal import GRDBSQLite

/// Decision 0059.
extension UntrustedFile {
  /// Looks at files one after another, as `UntrustedFile.read` does, and holds their schemas against ours.
  ///
  /// Most of what a look costs is SQLite's parsing of the schema, and a school's file has the same schema as the next
  /// school's. So a connection stays for the next file: that file's bytes take the place of the last one's, and when its
  /// schema is the same to the byte, root pages included, what was parsed and compiled holds for it too. Any other file,
  /// and the next after one that was refused, gets a new connection.
  ///
  /// Not to be shared between threads.
  package final class Series {
    private var seat: Seat?

    /// A CHECK of the file would be evaluated by quick_check; our own are, when its rows come in. Said once a connection:
    /// it makes SQLite forget all that it has compiled.
    static let settings = "PRAGMA ignore_check_constraints = ON"

    package init() {}

    /// - Throws: `Problem`, `SchemaCheck.Difference`, `StoreError`, and what the body throws.
    package func read<T>(_ path: String, limits: Limits = Limits(), _ body: (Database) throws -> T) throws
      -> T
    {
      func checked(_ db: Database) throws -> T {
        try db.execute(sql: Series.settings)
        try SchemaCheck.check(db)
        return try body(db)
      }
      let size = try UntrustedFile.require(path, of: Schema.version, limits)
      guard size <= FileImage.largest else { return try UntrustedFile.read(path, limits: limits, checked) }
      let image = seat.flatMap { $0.image.bytes.count < size ? nil : $0.image } ?? FileImage(holding: size)
      guard image.read(path) else {
        // The image may hold half a file now.
        seat = nil
        return try UntrustedFile.read(path, limits: limits, checked)
      }
      // A connection that has met trouble does not come back.
      let seat = seat
      self.seat = nil
      return try UntrustedFile.inTime(path, limits) { deadline in
        if let seat, seat.image === image, let found = try seat.reuse(deadline, body) {
          self.seat = seat
          return found
        }
        do { try SchemaCheck.checkStatistics(SchemaPages.objects(of: image.content)) } catch is SchemaPages
          .Damage
        {
          throw StoreError.damaged(path, detail: "表结构读不出来")
        }
        let fresh = try Seat(image, deadline)
        let found = try fresh.use(deadline, body)
        self.seat = fresh
        return found
      }
    }
  }
}

/// A connection to a file's bytes in memory.
private final class Seat {
  let image: FileImage
  private let queue: DatabaseQueue
  private let layout: [UInt8]
  /// What SQLite has parsed, as bytes.
  private var schema: [UInt8] = []

  init(_ image: FileImage, _ deadline: Deadline) throws {
    self.image = image
    layout = image.layout
    queue = try DatabaseQueue(configuration: UntrustedFile.configuration(deadline))
    try queue.writeWithoutTransaction { db in
      // The whole buffer: a later file may be longer. Its header says how much of it counts.
      let capacity = Int64(image.bytes.count)
      try Seat.require(
        sqlite3_deserialize(
          db.sqliteConnection, "main", image.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), capacity,
          capacity, UInt32(SQLITE_DESERIALIZE_READONLY)))
      try db.execute(sql: UntrustedFile.settings + ";" + UntrustedFile.Series.settings)
    }
  }

  /// SQLite must be done with the bytes before they go.
  deinit { try? queue.close() }

  /// For the file it was made for.
  func use<T>(_ deadline: Deadline, _ body: (Database) throws -> T) throws -> T {
    try look(deadline) { db in
      try SchemaCheck.check(db)
      schema = try SchemaBytes.read(db)
      return try body(db)
    }
  }

  /// For the file that stands in the image now.
  /// - Returns: nil when its schema is another one, or a statement still reads the file before: pages would be kept.
  func reuse<T>(_ deadline: Deadline, _ body: (Database) throws -> T) throws -> T? {
    let state = queue.unsafeRead { sqlite3_txn_state($0.sqliteConnection, "main") }
    guard image.layout == layout, state == SQLITE_TXN_NONE else { return nil }
    return try look(deadline) { try SchemaBytes.read($0) == schema ? body($0) : nil }
  }

  private func look<T>(_ deadline: Deadline, _ body: (Database) throws -> T) throws -> T {
    try queue.writeWithoutTransaction { db in
      let connection = db.sqliteConnection
      deadline.stop(connection)
      // Pages of the file before.
      try Seat.require(sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESET_CACHE, nil))
      return try UntrustedFile.inOneTransaction(db, body)
    }
  }

  private static func require(_ status: Int32) throws {
    guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
  }
}
