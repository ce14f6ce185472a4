internal import GRDB

/// Brings a file of an earlier format to the current one: a new file, made by today's schema.sql and filled from the old
/// one, which is only read. Constraints, indexes and triggers are therefore those of every new file.
package struct Migration: Sendable {
  /// Oldest first; the last is the format to reach.
  private let formats: [Format]

  package static let standard = Migration(past: Format.past, current: .current)

  package init(past: [Format], current: Format) { formats = past + [current] }

  /// The file's version, when it is one that this brings to the current format.
  package func pastVersion(of path: String) -> Int? {
    FileHeader.version(path).flatMap { version in
      formats.dropLast().contains { $0.version == version } ? version : nil
    }
  }

  /// Writes the file's content to `target`, which must not exist; the file itself is not changed.
  /// - Throws: what vetting throws (the old file is compared with its own schema first), `StoreError.migration` where the
  ///   current format does not take a row.
  package func write(
    _ path: String, of version: Int, to target: String, limits: UntrustedFile.Limits = .init()
  )
    throws
  {
    guard let first = formats.firstIndex(where: { $0.version == version }), first + 1 < formats.count else {
      throw StoreError.notYice(path)
    }
    try vet(path, formats[first], limits)
    var source = path
    for index in first..<formats.count - 1 {
      let isLast = index + 2 == formats.count
      let next = isLast ? target : target + ".\(formats[index + 1].version)"
      defer { if source != path { YiceFile.delete(source) } }
      do {
        try step(from: source, formats[index], to: next, formats[index + 1], named: path)
      } catch {
        YiceFile.delete(next)
        throw error
      }
      if !isLast { source = next }
    }
  }

  private func vet(_ path: String, _ format: Format, _ limits: UntrustedFile.Limits) throws {
    try UntrustedFile.read(path, of: format.version, limits: limits) { db in
      try SchemaCheck(of: format).check(db)
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let check = try String.fetchOne(db, sql: "PRAGMA quick_check(1)") ?? "quick_check"
      guard check == "ok" else { throw StoreError.damaged(path, detail: check) }
    }
  }

  private func step(from source: String, _ old: Format, to target: String, _ new: Format, named path: String)
    throws
  {
    try StoreError.naming(path) {
      let queue = try DatabaseQueue(path: target, configuration: YiceFile.configuration(.write))
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: new.schema)
        try db.execute(sql: "ATTACH ? AS old", arguments: [source])
        try db.inTransaction(.deferred) {
          for table in try Migration.tables(db, "main") {
            try fill(table, db, old, path)
          }
          for sql in old.steps { try db.execute(sql: sql) }
          try requireAll(db, old, path)
          return .commit
        }
        try db.execute(sql: "DETACH old")
      }
      try queue.close()
    }
  }

  private func fill(_ table: String, _ db: Database, _ old: Format, _ path: String) throws {
    let source = old.sources[table] ?? table
    let given = Set(try Migration.columns(db, "old", source))
    guard !given.isEmpty else { return }
    let values = try Migration.columns(db, "main", table).compactMap { column -> (String, String)? in
      if let value = old.values["\(table).\(column)"] { return (column, value) }
      return given.contains(column) ? (column, "o.\(column)") : nil
    }
    do {
      try db.execute(
        sql: """
          INSERT INTO main.\(table) (\(values.map(\.0).joined(separator: ", ")))
          SELECT \(values.map(\.1).joined(separator: ", ")) FROM old.\(source) AS o
          """)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw StoreError.migration(path, table: table, detail: error.message ?? "")
    }
  }

  /// Nothing is left behind: every old table has as many rows in its place, or is named as dropped.
  private func requireAll(_ db: Database, _ old: Format, _ path: String) throws {
    let renamed = Dictionary(old.sources.map { ($1, $0) }) { first, _ in first }
    let new = Set(try Migration.tables(db, "main"))
    for table in try Migration.tables(db, "old") where !old.dropped.union(old.recounted).contains(table) {
      let place = renamed[table] ?? table
      let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM old.\(table)") ?? 0
      let kept = new.contains(place) ? try Int.fetchOne(db, sql: "SELECT count(*) FROM main.\(place)") : nil
      guard kept == rows || (kept == nil && rows == 0) else {
        throw StoreError.migration(path, table: table, detail: "\(rows) 行中只有 \(kept ?? 0) 行有去处")
      }
    }
  }

  private static func tables(_ db: Database, _ schema: String) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM \(schema).sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY rowid
        """)
  }

  private static func columns(_ db: Database, _ schema: String, _ table: String) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT name FROM pragma_table_info(?, ?) ORDER BY cid", arguments: [table, schema])
  }
}
