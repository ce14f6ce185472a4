internal import GRDBSQLite

/// This program, as revisions and reports name it.
package enum Tool {
  package static let version = "1.0.0"
  package static let name = "yice \(version)"

  /// What someone who helps asks first: program, file format, SQLite.
  package static var about: [String] {
    [name, "文件格式 \(Schema.version)", "SQLite \(String(cString: sqlite3_libversion()))"]
  }
}
