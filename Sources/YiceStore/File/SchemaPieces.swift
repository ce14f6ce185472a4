internal import CYice

#if canImport(Glibc)
  internal import Glibc
#endif

/// schema.sql as bytes: SQLite keeps the text of each statement, so a file of ours holds the pieces of this text.
enum SchemaPieces {
  private static let word: [UInt8] = Array("CREATE ".utf8)

  /// Whether the objects are those of the text and no others, each to the byte, in any order (VACUUM sorts them anew).
  static func holds(exactly objects: [SchemaObject]) -> Bool {
    let text = UnsafeRawBufferPointer(start: yice_schema(), count: strlen(yice_schema()))
    let starts = starts(text)
    var isFree = [Bool](repeating: true, count: starts.count)
    var next = 0
    for object in objects {
      guard let sql = object.sql else {
        // Indexes that SQLite makes for a primary key have no SQL of their own.
        guard object.type == "index", object.name?.hasPrefix("sqlite_autoindex_") == true,
          object.namesItsTable
        else {
          return false
        }
        continue
      }
      // Most files have them in our order.
      let found = starts.indices.first { step in
        let index = (next + step) % starts.count
        return isFree[index] && stands(sql, in: text, at: starts[index])
      }
      guard let found else { return false }
      let index = (next + found) % starts.count
      guard isNamed(object, sql), object.namesItsTable else { return false }
      isFree[index] = false
      next = index + 1
    }
    return !isFree.contains(true)
  }

  private static func starts(_ text: UnsafeRawBufferPointer) -> [Int] {
    guard let base = text.baseAddress else { return [] }
    var starts: [Int] = []
    var offset = 0
    while let line = memchr(base + offset, Int32(UInt8(ascii: "\n")), text.count - offset) {
      offset = UnsafeRawPointer(line) - base + 1
      if text.count - offset >= word.count, memcmp(base + offset, word, word.count) == 0 {
        starts.append(offset)
      }
    }
    return starts
  }

  private static func stands(_ sql: [UInt8], in text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    let end = start + sql.count
    guard let base = text.baseAddress, end < text.count, text[end] == UInt8(ascii: ";") else { return false }
    return memcmp(base + start, sql, sql.count) == 0
  }

  private static let verbs = ["table": "TABLE", "view": "VIEW", "index": "INDEX", "trigger": "TRIGGER"]

  /// Whether the row says of its statement what the statement says: `CREATE TABLE room (`.
  private static func isNamed(_ object: SchemaObject, _ sql: [UInt8]) -> Bool {
    guard let verb = object.type.flatMap({ verbs[$0] }), let name = object.name else { return false }
    let wanted = Array("CREATE \(verb) \(name)".utf8)
    return sql.count > wanted.count && memcmp(sql, wanted, wanted.count) == 0
      && [UInt8(ascii: " "), UInt8(ascii: "(")].contains(sql[wanted.count])
  }
}
