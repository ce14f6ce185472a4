package import GRDB
internal import GRDBSQLite

/// Received files that one connection reads side by side with its own: attached, a batch at a time.
///
/// Attaching a file makes SQLite parse its schema and compile every statement that reads it anew, which is most of what
/// merging a school's few changes costs. So a place stays attached for the next batch: the bytes of the next file take
/// the place of the last one's, and what was parsed and compiled holds when its schema is the same to the byte.
/// Decision 0059.
///
/// Not to be used within a transaction.
package final class AttachedFiles {
  /// SQLite attaches at most ten files.
  package static let most = 10

  private let db: Database
  private var places: [Place] = []
  private var used = 0

  /// What stands attached under a name.
  private struct Place {
    /// Nil: a file that is read where it lies.
    var image: FileImage?
    var layout: [UInt8] = []
    var schema: [UInt8] = []

    /// Whether it may stay for the next batch; larger images, all places taken together, would be too much.
    var isUsual: Bool { image?.bytes.count == FileImage.smallest }
  }

  package init(_ db: Database) { self.db = db }

  /// SQLite must be done with the bytes before they go.
  deinit {
    for index in places.indices { try? db.execute(sql: "DETACH \(AttachedFiles.name(index))") }
  }

  /// The next batch: every place may be taken again.
  package func startBatch() throws {
    used = 0
    while let last = places.last, !last.isUsual { try letGo(last: places.count - 1) }
  }

  /// - Returns: the name of the schema under which the file is read.
  /// - Throws: `DatabaseError` when SQLite cannot read it.
  package func attach(_ path: String) throws -> String {
    try attach(
      { $0.read(path) },
      otherwise: { name in
        try db.execute(sql: "ATTACH ? AS \(name)", arguments: [path])
        return Place()
      })
  }

  /// - Returns: the name of the schema under which the file is read.
  /// - Throws: `DatabaseError` when SQLite cannot read it.
  package func attach(_ file: SerializedFile) throws -> String {
    try attach(
      { $0.copy(file.bytes) },
      otherwise: { name in
        let image = FileImage(holding: file.bytes.count)
        guard image.copy(file.bytes) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return try place(image, name)
      })
  }

  /// - Parameters:
  ///   - fill: puts the file's bytes into an image, where they fit.
  ///   - otherwise: attaches a file that does not fit into an image of the usual size.
  private func attach(_ fill: (FileImage) -> Bool, otherwise: (String) throws -> Place) throws -> String {
    let index = used
    let name = AttachedFiles.name(index)
    if index < places.count, try replace(fill, at: index) {
      used += 1
      return name
    }
    // Places behind it stand in the way of taking this one back: names are given in order.
    while places.count > index { try letGo(last: places.count - 1) }
    let image = FileImage(holding: FileImage.smallest)
    places.append(fill(image) ? try place(image, name) : try otherwise(name))
    used += 1
    return name
  }

  private static func name(_ index: Int) -> String { "inbox\(index)" }

  private func letGo(last index: Int) throws {
    try db.execute(sql: "DETACH \(AttachedFiles.name(index))")
    places.removeLast()
  }

  /// - Returns: false when the place does not serve for this file.
  private func replace(_ fill: (FileImage) -> Bool, at index: Int) throws -> Bool {
    let place = places[index]
    let name = AttachedFiles.name(index)
    guard let image = place.image, sqlite3_txn_state(db.sqliteConnection, name) == SQLITE_TXN_NONE,
      fill(image), image.layout == place.layout
    else { return false }
    // Pages of the file before.
    guard sqlite3_file_control(db.sqliteConnection, name, SQLITE_FCNTL_RESET_CACHE, nil) == SQLITE_OK else {
      return false
    }
    return try SchemaBytes.read(db, in: name) == place.schema
  }

  private func place(_ image: FileImage, _ name: String) throws -> Place {
    try db.execute(sql: "ATTACH ':memory:' AS \(name)")
    do {
      // The whole buffer: a later file may be longer. Its header says how much of it counts.
      let capacity = Int64(image.bytes.count)
      let status = sqlite3_deserialize(
        db.sqliteConnection, name, image.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), capacity,
        capacity, UInt32(SQLITE_DESERIALIZE_READONLY))
      guard status == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
      return Place(image: image, layout: image.layout, schema: try SchemaBytes.read(db, in: name))
    } catch {
      try? db.execute(sql: "DETACH \(name)")
      throw error
    }
  }
}
