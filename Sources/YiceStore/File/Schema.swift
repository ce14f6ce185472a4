internal import CYice

#if canImport(Glibc)
  internal import Glibc
#endif

/// schema.sql, the one definition of the file format, as the program carries it.
package enum Schema {
  /// Number of the format this program writes (`PRAGMA user_version`).
  package static let version = 2

  /// `PRAGMA application_id`: "YICE".
  package static let applicationID: Int32 = 0x5949_4345

  /// The schema.sql of an earlier format, frozen; nil when the program never wrote it.
  package static func past(_ version: Int) -> String? {
    yice_past_schema(Int32(version)).map { String(cString: $0) }
  }

  /// The text of schema.sql.
  package static var sql: String { String(cString: yice_schema()) }

  /// Part 1 of it: the tables. SQLite reads it in a fifth of the time that the whole takes.
  package static var tables: String {
    let text = yice_schema()
    guard let text, let end = strstr(text, "Part 2:") else { return sql }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: text.distance(to: end)), as: UTF8.self)
  }
}
