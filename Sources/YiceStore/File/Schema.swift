internal import CYice

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
}
