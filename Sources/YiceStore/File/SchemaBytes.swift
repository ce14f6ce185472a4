internal import GRDB
internal import GRDBSQLite

/// All of a file that SQLite parses, as bytes: for telling whether what it parsed of one file holds for another.
/// Decision 0059.
enum SchemaBytes {
  /// Type, length and bytes of each value. SQLite reads this table without having parsed anything.
  static func read(_ db: Database, in schema: String = "main") throws -> [UInt8] {
    let statement = try db.cachedStatement(
      sql: "SELECT type, name, tbl_name, rootpage, sql FROM \(schema).sqlite_schema ORDER BY rowid"
    ).sqliteStatement
    defer { sqlite3_reset(statement) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 << 10)
    while true {
      let status = sqlite3_step(statement)
      guard status == SQLITE_ROW else {
        guard status == SQLITE_DONE else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
        return bytes
      }
      for column in 0..<5 as Range<Int32> {
        bytes.append(UInt8(truncatingIfNeeded: sqlite3_column_type(statement, column)))
        let value = sqlite3_column_blob(statement, column)
        let count = sqlite3_column_bytes(statement, column)
        withUnsafeBytes(of: count) { bytes += $0 }
        bytes += UnsafeRawBufferPointer(start: value, count: Int(count))
      }
    }
  }
}
