package import GRDB

/// Compares the objects of a file's schema with those of its format, before any query that could run one of them.
/// Decision 0090.
package struct SchemaCheck: Sendable {
  /// An object that is not ours, or a table of ours that is missing.
  package struct Difference: Error, Equatable {
    package enum Kind: Sendable { case foreign, altered, missing }
    package let kind: Kind
    /// `table`, `index`, `view`, `trigger`.
    package let type: String
    package let name: String

    /// 「里有一册格式之外的视图“v”」, after a file's name.
    package var words: String {
      let types = ["table": "表", "index": "索引", "view": "视图", "trigger": "触发器"]
      let type = types[type] ?? type
      return switch kind {
      case .foreign: "里有一册格式之外的\(type)“\(name)”"
      case .altered: "里的\(type)“\(name)”与一册格式不同"
      case .missing: "里缺少\(type)“\(name)”"
      }
    }
  }

  private let objects: [String: Object]
  private let tables: Set<String>

  private static let current = SchemaCheck(of: .current)

  /// The objects are read back from a new file in memory, so that both sides went through SQLite.
  package init(of format: Format) {
    let queue = try? DatabaseQueue()
    let read = try? queue?.writeWithoutTransaction { db in
      try db.execute(sql: format.schema)
      return try SchemaCheck.objects(db)
    }
    var objects: [String: Object] = [:]
    for object in read ?? [] {
      guard let type = object.type, let name = object.name, let sql = object.sql else { continue }
      objects[name] = Object(type: type, raw: sql, sql: SchemaCheck.normalized(sql))
    }
    self.objects = objects
    tables = Set(objects.filter { $0.value.type == "table" }.keys)
  }

  /// Holds the file against the current format.
  /// - Throws: `Difference`.
  package static func check(_ db: Database) throws { try check(objects(db)) }

  /// Holds objects against the current format. Those of a file that only this program has changed are ours to the byte;
  /// what it takes to compare others is made only then.
  /// - Throws: `Difference`.
  static func check(_ objects: [SchemaObject]) throws {
    if SchemaPieces.holds(exactly: objects) { return }
    try current.check(objects)
  }

  /// - Throws: `Difference`.
  package func check(_ db: Database) throws { try check(SchemaCheck.objects(db)) }

  /// Tables that ANALYZE leaves behind, as SQLite writes them. SQLite reads them whenever a file is opened, so a column
  /// that is computed would be computed each time.
  private static let statistics = [
    "sqlite_stat1": "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "sqlite_stat4": "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
  ]

  /// What must hold in a file of any format before SQLite opens it; the rest can be asked through SQLite.
  /// - Throws: `Difference`.
  static func checkStatistics(_ objects: [SchemaObject]) throws {
    for object in objects {
      guard let name = object.name, name.lowercased().hasPrefix("sqlite_stat") else { continue }
      guard object.type == "table", let own = statistics[name], object.sql == Array(own.utf8) else {
        throw Difference(kind: .altered, type: object.type ?? "", name: name)
      }
    }
  }

  static func checkStatistics(_ db: Database) throws { try checkStatistics(objects(db)) }

  /// Indexes, views and triggers may be missing (part 2 and 3 can be built again); everything that is there must be ours.
  private func check(_ found: [SchemaObject]) throws {
    try SchemaCheck.checkStatistics(found)
    var tables = tables
    for object in found {
      // In a damaged file these may be of any type.
      let type = object.type ?? ""
      let name = object.name ?? ""
      guard let sql = object.sql else {
        // Indexes that SQLite makes for a primary key have no SQL of their own.
        guard type == "index", name.hasPrefix("sqlite_autoindex_") else {
          throw Difference(kind: .foreign, type: type, name: name)
        }
        continue
      }
      if SchemaCheck.statistics[name] != nil { continue }
      guard let own = objects[name], own.type == type else {
        throw Difference(kind: .foreign, type: type, name: name)
      }
      guard object.namesItsTable, own.raw == sql || own.sql == SchemaCheck.normalized(sql) else {
        throw Difference(kind: .altered, type: type, name: name)
      }
      tables.remove(name)
    }
    if let missing = tables.min() { throw Difference(kind: .missing, type: "table", name: missing) }
  }

  private static func objects(_ db: Database) throws -> [SchemaObject] {
    // A blob of the same bytes is read as text, and found by no query for it.
    func text(_ value: DatabaseValue) -> String? {
      if case .string(let text) = value.storage { text } else { nil }
    }
    return try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid").map
    { row in
      SchemaObject(
        type: text(row["type"]), name: text(row["name"]), table: text(row["tbl_name"]),
        sql: text(row["sql"]).map { Array($0.utf8) })
    }
  }

  private struct Object {
    let type: String
    let raw: [UInt8]
    let sql: [UInt8]
  }

  /// Without comments and with single spaces, so that a reworded comment is no difference.
  private static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
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
    return result
  }
}
