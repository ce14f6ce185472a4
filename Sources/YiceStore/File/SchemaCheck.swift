internal import FoundationEssentials
package import GRDB
internal import GRDBSQLite

#if canImport(Glibc)
  internal import Glibc
#endif

/// Compares the objects of a file's schema with those of its format, before any query that could run one of them.
package struct SchemaCheck: Sendable {
  /// An object that is not ours, or a table of ours that is missing.
  package struct Difference: Error, Equatable {
    package enum Kind: Sendable { case foreign, altered, missing }
    package let kind: Kind
    /// `table`, `index`, `view`, `trigger`.
    package let type: String
    package let name: String
  }

  /// Type, name and SQL of each object, as bytes, in the order in which we write them.
  private let bytes: [[UInt8]]
  private let objects: [String: Object]
  private let tables: Set<String>

  private static let current = SchemaCheck(of: .current)

  /// The objects are read back from a new file in memory, so that both sides went through SQLite.
  package init(of format: Format) {
    let queue = try? DatabaseQueue()
    let read = try? queue?.writeWithoutTransaction { db in
      try db.execute(sql: format.schema)
      return (
        try Data.fetchAll(db, sql: SchemaCheck.image).map(Array.init),
        try Row.fetchAll(db, sql: "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
      )
    }
    bytes = read?.0 ?? []
    var objects: [String: Object] = [:]
    for row in read?.1 ?? [] {
      let sql: String = row["sql"]
      objects[row["name"]] = Object(type: row["type"], raw: sql, sql: SchemaCheck.normalized(sql))
    }
    self.objects = objects
    tables = Set(objects.filter { $0.value.type == "table" }.keys)
  }

  /// Holds the file against the current format.
  /// - Throws: `Difference`.
  package static func check(_ db: Database) throws { try current.check(db) }

  /// Tables that ANALYZE leaves behind.
  private static let tolerated: Set = ["sqlite_stat1", "sqlite_stat4"]

  /// Indexes, views and triggers may be missing (part 2 and 3 can be built again); everything that is there must be ours.
  /// - Throws: `Difference`.
  package func check(_ db: Database) throws {
    if try isOurs(db) { return }
    var tables = tables
    let found = try Row.fetchCursor(db, sql: "SELECT type, name, sql FROM sqlite_schema")
    while let object = try found.next() {
      // In a damaged file these may be of any type.
      let type = String.fromDatabaseValue(object["type"]) ?? ""
      let name = String.fromDatabaseValue(object["name"]) ?? ""
      guard let sql = String.fromDatabaseValue(object["sql"]) else {
        // Indexes that SQLite makes for a primary key have no SQL of their own.
        guard type == "index", name.hasPrefix("sqlite_autoindex_") else {
          throw Difference(kind: .foreign, type: type, name: name)
        }
        continue
      }
      if type == "table", SchemaCheck.tolerated.contains(name) { continue }
      guard let own = objects[name], own.type == type else {
        throw Difference(kind: .foreign, type: type, name: name)
      }
      guard own.raw == sql || own.sql == SchemaCheck.normalized(sql) else {
        throw Difference(kind: .altered, type: type, name: name)
      }
      tables.remove(name)
    }
    if let missing = tables.min() { throw Difference(kind: .missing, type: "table", name: missing) }
  }

  /// Whether the schema is ours byte for byte, in the order in which we write it, as in every file that only this
  /// program has changed.
  private func isOurs(_ db: Database) throws -> Bool {
    let statement = try db.makeStatement(sql: SchemaCheck.image)
    var index = 0
    while true {
      switch sqlite3_step(statement.sqliteStatement) {
      case SQLITE_ROW:
        guard index < bytes.count, let text = sqlite3_column_blob(statement.sqliteStatement, 0) else {
          return false
        }
        let count = Int(sqlite3_column_bytes(statement.sqliteStatement, 0))
        guard count == bytes[index].count, memcmp(text, bytes[index], count) == 0 else {
          return false
        }
        index += 1
      case SQLITE_DONE: return index == bytes.count
      default: return false
      }
    }
  }

  private static let image =
    "SELECT CAST(type || x'1f' || name || x'1f' || coalesce(sql, '') AS BLOB) FROM sqlite_schema ORDER BY rowid"

  private struct Object {
    let type: String
    let raw: String
    let sql: String
  }

  /// Without comments and with single spaces, so that a reworded comment is no difference.
  static func normalized(_ sql: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(sql.utf8)
    var index = 0
    func skip(while condition: (UInt8) -> Bool) {
      while index < bytes.count, condition(bytes[index]) { index += 1 }
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == UInt8(ascii: "-"), next == byte {
        skip { $0 != UInt8(ascii: "\n") }
      } else if byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index += 2
        while index + 1 < bytes.count,
          !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/"))
        {
          index += 1
        }
        index += 2
      } else if byte <= 0x20 {
        skip { $0 <= 0x20 }
        if result.last != 0x20 { result.append(0x20) }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
        result.append(byte)
        index += 1
        while index < bytes.count, bytes[index] != byte {
          result.append(bytes[index])
          index += 1
        }
        result.append(byte)
        index += 1
      } else {
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
