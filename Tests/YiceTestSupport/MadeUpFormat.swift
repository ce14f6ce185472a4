package import GRDB
package import YiceStore

/// A format that never was: 场地 stood in `site`, the area of a room in `area`, 设备 had no 购置日期, and there was a table
/// that is gone today. What it takes to go on is data, so the machinery can be tried before it is needed.
package enum MadeUpFormat {
  private static let before = [
    "ALTER TABLE ground RENAME TO site", "ALTER TABLE room RENAME COLUMN floor_area TO area",
    "ALTER TABLE equipment DROP COLUMN bought_on", "CREATE TABLE retired (x TEXT) STRICT",
    "PRAGMA user_version = 0",
  ]

  /// Makes a file of today one of that format. Everything but tables goes, which the changes would not survive.
  package static func age(_ db: Database) throws {
    for type in ["trigger", "view", "index"] {
      let names = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL", arguments: [type])
      for name in names { try db.execute(sql: "DROP \(type) \(name)") }
    }
    for sql in before { try db.execute(sql: sql) }
  }

  private static func format(dropped: Set<String>, area: String) throws -> Format {
    let tables = try DatabaseQueue().writeWithoutTransaction { db in
      try db.execute(sql: Schema.sql)
      try age(db)
      return try String.fetchAll(db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    }
    return Format(
      version: 0,
      schema: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = 0;"
        + tables.map { $0 + ";\n" }.joined(),
      values: ["room.floor_area": area], sources: ["ground": "site"], dropped: dropped)
  }

  /// The way from it to today's.
  package static func migration(dropped: Set<String> = ["retired"], area: String = "o.area") throws
    -> Migration
  {
    Migration(past: [try format(dropped: dropped, area: area)], current: .current)
  }
}
