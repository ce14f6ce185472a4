package import GRDB
internal import GRDBSQLite
package import YiceStore

/// SHA-256 (or SM3) of a table's content: its name and columns, then its rows in key order, each value by type, length and bytes.
/// No two contents give the same bytes: NULL is not an empty text, 1 is not 1.0, and a value's end is where its length
/// says.
///
/// It tells a damaged or altered file from a whole one; it proves nothing about the sender.
package enum ContentDigest {
  package static func of(_ table: SealedTable, _ db: Database, _ hash: ContentHash = .sha256) throws -> (
    rows: Int, digest: String
  ) {
    let stream = SHA256.Stream(hash)
    add(table.name, to: stream)
    stream.add(UInt64(table.columns.count))
    for column in table.columns { add(column, to: stream) }
    let statement = try db.cachedStatement(sql: table.query).sqliteStatement
    defer { sqlite3_reset(statement) }
    let columns = Int32(table.columns.count)
    var rows = 0
    while true {
      let status = sqlite3_step(statement)
      guard status == SQLITE_ROW else {
        guard status == SQLITE_DONE else {
          throw DatabaseError(
            resultCode: ResultCode(rawValue: status),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
        }
        return (rows, hash.marked(stream.finish()))
      }
      rows += 1
      for column in 0..<columns { add(statement, column, to: stream) }
    }
  }

  private static func add(_ statement: OpaquePointer?, _ column: Int32, to stream: SHA256.Stream) {
    let type = sqlite3_column_type(statement, column)
    stream.add(byte: UInt8(truncatingIfNeeded: type))
    switch type {
    case SQLITE_INTEGER:
      stream.add(UInt64(bitPattern: sqlite3_column_int64(statement, column)))
    case SQLITE_FLOAT:
      stream.add(sqlite3_column_double(statement, column).bitPattern)
    case SQLITE_TEXT:
      // In UTF-8, however the file keeps it.
      let text = sqlite3_column_text(statement, column)
      add(
        UnsafeRawBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column))), to: stream)
    case SQLITE_BLOB:
      let blob = sqlite3_column_blob(statement, column)
      add(
        UnsafeRawBufferPointer(start: blob, count: Int(sqlite3_column_bytes(statement, column))), to: stream)
    default: break
    }
  }

  private static func add(_ bytes: UnsafeRawBufferPointer, to stream: SHA256.Stream) {
    stream.add(UInt64(bytes.count))
    stream.add(bytes)
  }

  /// Of a name.
  static func add(_ text: String, to stream: SHA256.Stream) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0), to: stream) }
  }
}
