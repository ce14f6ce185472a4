internal import GRDB
internal import GRDBSQLite
internal import YiceFiles
internal import YiceFormats
internal import YiceStore

/// Writes the rows of a query as gzipped CSV: texts quoted, NULL bare, so that every engine tells '' from NULL; numbers in
/// their shortest exact form.
final class HandoverCSV {
  /// A file as the manifest tells of it.
  struct Entry: Sendable, Equatable {
    var name: String
    var rows: Int
    var bytes: Int
    var sha256: String
  }

  private let sink: GzipSink
  private var pending: [UInt8] = []

  private static let piece = 1 << 18

  private init(_ sink: GzipSink) { self.sink = sink }

  /// - Throws: `SinkError`, `DatabaseError`.
  static func write(_ db: Database, _ sql: String, to path: String) throws -> Entry {
    let name = fileName(of: path)
    var entry = Entry(name: name, rows: 0, bytes: 0, sha256: "")
    try WholeFile.write(path) { file in
      let digest = DigestSink(to: file)
      let packed = try GzipSink(to: digest, name: name)
      let csv = HandoverCSV(packed)
      entry.rows = try csv.rows(of: db.makeStatement(sql: sql))
      try packed.finish()
      entry.bytes = digest.bytes
      entry.sha256 = digest.finish()
    }
    return entry
  }

  private func rows(of statement: Statement) throws -> Int {
    let pointer = statement.sqliteStatement
    let columns = sqlite3_column_count(pointer)
    pending.reserveCapacity(HandoverCSV.piece + (1 << 14))
    pending.append(contentsOf: statement.columnNames.joined(separator: ",").utf8)
    pending.append(0x0A)
    var count = 0
    while true {
      let status = sqlite3_step(pointer)
      if status == SQLITE_DONE { break }
      guard status == SQLITE_ROW else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
      for column in 0..<columns {
        if column > 0 { pending.append(0x2C) }
        append(pointer, column)
      }
      pending.append(0x0A)
      count += 1
      if pending.count >= HandoverCSV.piece { try flush() }
    }
    sqlite3_reset(pointer)
    try flush()
    return count
  }

  private func append(_ pointer: OpaquePointer, _ column: Int32) {
    switch sqlite3_column_type(pointer, column) {
    case SQLITE_INTEGER: append(sqlite3_column_int64(pointer, column))
    case SQLITE_FLOAT: append(sqlite3_column_double(pointer, column))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_column_text(pointer, column), count: Int(sqlite3_column_bytes(pointer, column)))
      append(bytes)
    default: break
    }
  }

  private func append(_ number: Int64) {
    if (0..<10).contains(number) { return pending.append(0x30 + UInt8(number)) }
    pending.append(contentsOf: String(number).utf8)
  }

  private func append(_ number: Double) {
    if number.magnitude < 1e15, number == number.rounded() { return append(Int64(number)) }
    pending.append(contentsOf: number.description.utf8)
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>) {
    pending.append(0x22)
    if text.contains(where: { $0 == 0x22 || $0 == 0 }) {
      for byte in text {
        switch byte {
        case 0x22: pending.append(contentsOf: [0x22, 0x22])
        // No reader takes a NUL: U+FFFD stands for it.
        case 0: pending.append(contentsOf: [0xEF, 0xBF, 0xBD])
        default: pending.append(byte)
        }
      }
    } else {
      pending.append(contentsOf: text)
    }
    pending.append(0x22)
  }

  private func flush() throws {
    try pending.withUnsafeBufferPointer { try sink.write($0) }
    pending.removeAll(keepingCapacity: true)
  }
}

/// Counts and digests what goes through.
private final class DigestSink: TextSink {
  private let sink: any TextSink
  private let digest = SHA256.Stream()
  private(set) var bytes = 0

  init(to sink: any TextSink) { self.sink = sink }

  func write(_ piece: UnsafeBufferPointer<UInt8>) throws {
    digest.add(UnsafeRawBufferPointer(piece))
    bytes += piece.count
    try sink.write(piece)
  }

  func finish() -> String { digest.finish() }
}
