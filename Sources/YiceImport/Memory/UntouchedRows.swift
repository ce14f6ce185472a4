internal import GRDB
internal import GRDBSQLite
internal import YiceStore

/// The rows of an exported sheet as the file has them now, to be held against the sheet's rows at once: most of a sheet
/// that comes back says what the file says, and such a row is `same` without any question to SQLite. Decision 0170.
///
/// Rows that are not found here, or differ in one byte, are looked at one by one (`RememberedRows`).
struct UntouchedRows {
  /// What the sheet remembers of each row, and where its values stand in `bytes`.
  private var rows: [(memory: RowMemory, values: Range<Int>)] = []
  /// Places among the rows by the hash of what their cell of memory says.
  private var places: [Int: Int] = [:]
  /// Values of all rows, end to end.
  private var bytes: [UInt8] = []
  /// Slots of the values that are compared, in the order of `columns`.
  private let slots: [Int]
  private var scratch: [UInt8] = []
  /// Whether all rows are here that the sheet may be about.
  private var isComplete = false

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

  private mutating func read(_ statement: OpaquePointer) throws {
    defer { sqlite3_reset(statement) }
    defer { isComplete = rows.count < UntouchedRows.most }
    while case let status = sqlite3_step(statement), status != SQLITE_DONE {
      guard status == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
      guard let key = sqlite3_column_text(statement, 1) else {
        throw DatabaseError(resultCode: .SQLITE_NOMEM)
      }
      let row = RowMemory(rev: sqlite3_column_int64(statement, 0), key: String(cString: key))
      let start = bytes.count
      for column in slots.indices { add(statement, Int32(column + 2)) }
      var text = row.text
      // Of two with one hash the second is not found, and so looked at by itself.
      let hash = text.withUTF8(UntouchedRows.hash)
      if places[hash] == nil { places[hash] = rows.count }
      rows.append((row, start..<bytes.count))
    }
  }

  /// The place of the row of which the file has the very version that a cell remembers.
  func place(of cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !places.isEmpty, let place = places[UntouchedRows.hash(cell)] else { return nil }
    var text = rows[place].memory.text
    return text.withUTF8 { $0.elementsEqual(cell) } ? place : nil
  }

  func memory(at place: Int) -> RowMemory { rows[place].memory }

  /// Whether these keys are those of all rows that the file had.
  func areAll(in keys: Set<String>) -> Bool {
    isComplete && rows.allSatisfy { keys.contains($0.memory.key) }
  }

  /// Whether the file's row holds just these values.
  mutating func hold(_ values: [BulkUpsert.Bound], at place: Int) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    for slot in slots { UntouchedRows.add(values[slot], to: &scratch) }
    return scratch.elementsEqual(bytes[rows[place].values])
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    return hasher.finalize()
  }

  // MARK: - Values as bytes: a letter for the kind, then what it is

  private enum Kind { static let (null, integer, real, text): (UInt8, UInt8, UInt8, UInt8) = (0, 1, 2, 3) }

  private static func add(_ value: BulkUpsert.Bound, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(Kind.null)
    case .integer(let number): add(Kind.integer, number, to: &bytes)
    case .real(let number): add(Kind.real, number.bitPattern, to: &bytes)
    case .bytes(let text): add(UnsafeRawBufferPointer(text), to: &bytes)
    case .text(var text): text.withUTF8 { add(UnsafeRawBufferPointer($0), to: &bytes) }
    }
  }

  private mutating func add(_ statement: OpaquePointer, _ column: Int32) {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER:
      UntouchedRows.add(Kind.integer, sqlite3_column_int64(statement, column), to: &bytes)
    case SQLITE_FLOAT:
      UntouchedRows.add(Kind.real, sqlite3_column_double(statement, column).bitPattern, to: &bytes)
    case SQLITE_TEXT:
      let text = sqlite3_column_text(statement, column)
      let count = Int(sqlite3_column_bytes(statement, column))
      UntouchedRows.add(UnsafeRawBufferPointer(start: text, count: count), to: &bytes)
    default: bytes.append(Kind.null)
    }
  }

  private static func add(_ kind: UInt8, _ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    bytes.append(kind)
    withUnsafeBytes(of: number) { bytes += $0 }
  }

  private static func add(_ text: UnsafeRawBufferPointer, to bytes: inout [UInt8]) {
    add(Kind.text, text.count, to: &bytes)
    bytes += text
  }
}
