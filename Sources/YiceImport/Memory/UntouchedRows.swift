internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import YiceStore

/// The rows of an exported sheet as the file has them now, to be held against the sheet's rows at once: most of a sheet
/// that comes back says what the file says, and such a row is `same` without any question to SQLite. Decision 0170.
///
/// Rows that are not found here, or differ in one byte, are looked at one by one (`RememberedRows`).
final class UntouchedRows {
  /// Where in `bytes` a row's key (a JSON array) and its values stand.
  private struct Place {
    let rev: Int64
    let key: Range<Int>
    let values: Range<Int>
  }

  private var rows: [Place] = []
  /// Places among the rows by the hash of their key.
  private var places: [Int: Int] = [:]
  /// Keys and values of all rows, end to end.
  private var bytes: [UInt8] = []
  /// Slots of the values that are compared, in the order of `columns`.
  private let slots: [Int]
  /// Whether all rows are here that the sheet may be about.
  private(set) var isComplete = false

  /// A sheet of more rows than that has the others looked at one by one: what is kept here stays small.
  private static let most = 100_000

  /// - Parameters:
  ///   - columns: of the values, by slot.
  ///   - given: columns that the sheet has; those of the key are always compared.
  /// - Throws: `RecordError` when what the sheet says of its rows makes no sense, `DatabaseError`.
  init(
    _ db: Database, _ table: CatalogTable, columns: [CatalogColumn], given: Set<String>, _ memory: SheetMemory
  ) throws {
    slots = columns.indices.filter {
      given.contains(columns[$0].name) || table.key.contains(columns[$0].name)
    }
    guard table.key.allSatisfy({ name in columns.contains { $0.name == name } }) else { return }
    var query = RecordQuery(table)
    for condition in memory.conditions { try query.add(condition: condition) }
    query.limit = UntouchedRows.most
    let statement = try query.statement(
      db, columns: ["rev", table.keyJSON()] + slots.map { columns[$0].name }, sorted: false)
    try withExtendedLifetime(statement) { try read(statement.sqliteStatement) }
  }

  private func read(_ statement: OpaquePointer) throws {
    defer { sqlite3_reset(statement) }
    defer { isComplete = rows.count < UntouchedRows.most }
    while case let status = sqlite3_step(statement), status != SQLITE_DONE {
      guard status == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
      guard let text = sqlite3_column_text(statement, 1) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      let key = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, 1)))
      let start = bytes.count
      bytes.append(contentsOf: key)
      for column in slots.indices { add(statement, Int32(column + 2)) }
      // Of two with one hash the second is not found, and so looked at by itself.
      let hash = UntouchedRows.hash(key)
      if places[hash] == nil { places[hash] = rows.count }
      rows.append(
        Place(
          rev: sqlite3_column_int64(statement, 0), key: start..<start + key.count,
          values: start + key.count..<bytes.count))
    }
  }

  var count: Int { rows.count }

  /// The place of the row of which the file has the very version that a cell remembers.
  func place(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !places.isEmpty, let memory = RowMemory.parts(of: cell) else { return nil }
    return place(ofKey: memory.key).flatMap { rows[$0].rev == memory.rev ? $0 : nil }
  }

  /// The place of the row of that key, in whatever version.
  func place(ofKey key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let place = places[UntouchedRows.hash(key)] else { return nil }
    return bytes.withUnsafeBufferPointer {
      UntouchedRows.isSame(UnsafeBufferPointer(rebasing: $0[rows[place].key]), key)
    } ? place : nil
  }

  func memory(at place: Int) -> RowMemory { RowMemory(rev: rows[place].rev, key: key(at: place)) }

  func key(at place: Int) -> String { String(decoding: bytes[rows[place].key], as: UTF8.self) }

  /// Whether the file's row holds just these values.
  func hold(_ values: [BulkUpsert.Bound], at place: Int) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = UnsafeRawBufferPointer(rebasing: bytes[rows[place].values])
      for slot in slots where !UntouchedRows.take(values[slot], from: &rest) { return false }
      return rest.isEmpty
    }
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }

  private static func isSame(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    guard let one = one.baseAddress, let base = other.baseAddress else { return true }
    return memcmp(one, base, other.count) == 0
  }
}

// MARK: - Values as bytes: a number for the kind, then what it is

extension UntouchedRows {
  private enum Kind: UInt8 { case null, integer, real, text }

  private func add(_ statement: OpaquePointer, _ column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: add(.integer, sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: add(.real, sqlite3_column_double(statement, column).bitPattern)
    case SQLITE_TEXT:
      let text = sqlite3_column_text(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      add(.text, count)
      bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    default: bytes.append(Kind.null.rawValue)
    }
  }

  private func add(_ kind: Kind, _ number: some FixedWidthInteger) {
    bytes.append(kind.rawValue)
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  /// Takes a value off the front of a row.
  /// - Returns: whether it is just this one.
  private static func take(_ value: BulkUpsert.Bound, from rest: inout UnsafeRawBufferPointer) -> Bool {
    switch value {
    case .null: take(kind: .null, from: &rest)
    case .integer(let number): take(kind: .integer, from: &rest) && take(number: number, from: &rest)
    case .real(let number): take(kind: .real, from: &rest) && take(number: number.bitPattern, from: &rest)
    case .bytes(let text): take(text: UnsafeRawBufferPointer(text), from: &rest)
    case .text(var text): text.withUTF8 { take(text: UnsafeRawBufferPointer($0), from: &rest) }
    }
  }

  private static func take(kind: Kind, from rest: inout UnsafeRawBufferPointer) -> Bool {
    guard rest.first == kind.rawValue else { return false }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
    return true
  }

  private static func take<T: FixedWidthInteger>(number: T, from rest: inout UnsafeRawBufferPointer) -> Bool {
    let size = MemoryLayout<T>.size
    guard rest.count >= size, rest.loadUnaligned(as: T.self) == number else { return false }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(size))
    return true
  }

  private static func take(text: UnsafeRawBufferPointer, from rest: inout UnsafeRawBufferPointer) -> Bool {
    guard take(kind: .text, from: &rest), take(number: text.count, from: &rest), rest.count >= text.count
    else { return false }
    if let own = rest.baseAddress, let given = text.baseAddress, memcmp(own, given, text.count) != 0 {
      return false
    }
    rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(text.count))
    return true
  }
}
