internal import GRDB
internal import GRDBSQLite

/// Writes many rows of one table: new rows by one prepared INSERT, rows that exist by comparison.
///
/// No trigger runs and no String is made for plain cells, so a large sheet goes in at the speed of SQLite.
package final class BulkUpsert {
  /// A value to bind; bytes are valid during the call only.
  package enum Bound {
    case null
    case integer(Int64)
    case real(Double)
    case bytes(UnsafeBufferPointer<UInt8>)
    case text(String)
  }

  /// SQLite refused the row (a CHECK or NOT NULL of schema.sql).
  package struct Refused: Error { package let detail: String }

  private let writer: RevisionWriter
  private let table: CatalogTable
  private let columns: [CatalogColumn]
  private let insert: Prepared
  private let same: Prepared
  private let siblings: Prepared
  private let update: Prepared
  private let keepBefore: Prepared
  /// Rows of such a table are held to its rules one by one.
  private let hasRules: Bool

  /// - Parameter columns: those the sheet gives, the whole key among them.
  package init(_ writer: RevisionWriter, _ table: CatalogTable, columns: [CatalogColumn]) throws {
    self.writer = writer
    self.table = table
    self.columns = columns
    hasRules = TableRules.of(table) != nil
    let names = columns.map(\.name)
    let revMark = "?\(columns.count + 1)"
    func mark(_ name: String) -> String { "?\((names.firstIndex(of: name) ?? 0) + 1)" }
    let keyed = table.key.map { "\($0) = \(mark($0))" }.joined(separator: " AND ")
    let values = columns.filter { !table.key.contains($0.name) }.map(\.name)
    let db = writer.db
    insert = try Prepared(
      db,
      """
      INSERT INTO \(table.name) (\(names.joined(separator: ", ")), rev)
      VALUES (\(names.map(mark).joined(separator: ", ")), \(revMark))
      ON CONFLICT (\(table.key.joined(separator: ", "))) DO NOTHING
      """)
    same = try Prepared(
      db,
      "SELECT 1 FROM \(table.name) WHERE \(keyed)"
        + values.map { " AND \($0) IS \(mark($0))" }.joined())
    siblings = try Prepared(
      db,
      """
      SELECT 1 FROM sibling WHERE table_name = '\(table.name)'
      AND row_key = json_array(\(table.key.map(mark).joined(separator: ", ")))
      """)
    keepBefore = try Prepared(
      db,
      """
      INSERT OR IGNORE INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
      SELECT \(revMark), '\(table.name)', \(table.keyJSON()), rev, org_code, 'update', \(table.rowJSON())
      FROM \(table.name) WHERE \(keyed) AND rev <> \(revMark)
      """)
    update = try Prepared(
      db,
      "UPDATE \(table.name) SET \(values.map { "\($0) = \(mark($0)), " }.joined())rev = \(revMark) WHERE \(keyed)"
    )
  }

  /// Writes one row.
  /// - Throws: `Refused`, `MoveError`, `DatabaseError`.
  package func write(_ values: [Bound]) throws -> WriteOutcome {
    let key = hasRules ? key(of: values) : nil
    let before = try key.flatMap { try writer.fetch(table, $0) }
    let outcome = try outcome(of: values)
    if let key, outcome != .same { try writer.requireRules(table, key, before: before) }
    writer.count(outcome, table)
    return outcome
  }

  private func outcome(of values: [Bound]) throws -> WriteOutcome {
    try insert.run(values, rev: writer.rev)
    if sqlite3_changes(writer.db.sqliteConnection) == 1 { return .new }
    let hasSiblings = try siblings.run(values, rev: writer.rev)
    if !hasSiblings, try same.run(values, rev: writer.rev) { return .same }
    if hasSiblings {
      try writer.keepBefore(table, key(of: values), kind: "update")
    } else {
      try keepBefore.run(values, rev: writer.rev)
    }
    try update.run(values, rev: writer.rev)
    return .changed
  }

  private func key(of values: [Bound]) -> RowKey {
    RowKey(
      table.key.map { name in
        guard let index = columns.firstIndex(where: { $0.name == name }) else { return .null }
        return switch values[index] {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self).databaseValue
        case .text(let text): text.databaseValue
        }
      })
  }
}

/// A statement bound by number, through the C interface.
private final class Prepared {
  private let statement: OpaquePointer
  private let db: Database

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(
      db.sqliteConnection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard code == SQLITE_OK, let pointer else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(db.sqliteConnection)),
        sql: sql)
    }
    statement = pointer
  }

  deinit { sqlite3_finalize(statement) }

  /// Binds, steps once, resets.
  /// - Returns: whether there was a row.
  @discardableResult
  func run(_ values: [BulkUpsert.Bound], rev: Int64) throws -> Bool {
    let wanted = sqlite3_bind_parameter_count(statement)
    for (index, value) in values.enumerated() where index < wanted {
      let position = Int32(index + 1)
      switch value {
      case .null: sqlite3_bind_null(statement, position)
      case .integer(let number): sqlite3_bind_int64(statement, position, number)
      case .real(let number): sqlite3_bind_double(statement, position, number)
      case .bytes(let bytes):
        bytes.withMemoryRebound(to: CChar.self) { text in
          // Bound anew before each step, and no step outlives the caller's bytes: SQLite need not copy them. An empty
          // buffer without an address would be bound as NULL.
          _ =
            text.isEmpty
            ? sqlite3_bind_text(statement, position, "", 0, nil)
            : sqlite3_bind_text(statement, position, text.baseAddress, Int32(text.count), nil)
        }
      case .text(let text): sqlite3_bind_text(statement, position, text, -1, transient)
      }
    }
    if wanted == values.count + 1 { sqlite3_bind_int64(statement, wanted, rev) }
    let code = sqlite3_step(statement)
    let message =
      code == SQLITE_ROW || code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(db.sqliteConnection))
    sqlite3_reset(statement)
    guard let message else { return code == SQLITE_ROW }
    if code & 0xFF == SQLITE_CONSTRAINT { throw BulkUpsert.Refused(detail: message) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// SQLite copies the bytes before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
