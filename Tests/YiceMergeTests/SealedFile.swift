import FoundationEssentials
import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// A packed file with something in every table that travels.
struct SealedFile {
  let pair: Pair
  /// The packed file's bytes.
  let bytes: [UInt8]
  var workdir: Workdir { pair.workdir }
  var path: String { workdir.file("packed.db") }

  /// - Parameter bare: without triggers and views, which are most of the bytes and never run: more damage hits content.
  init(bare: Bool = false) throws {
    pair = try Pair()
    let picture = try pair.workdir.write("照片.jpg", (0..<9000).map { UInt8(truncatingIfNeeded: $0 * 7) })
    try YiceFile.open(pair.school, for: .write).write("evidence add", author: .tester) { writer in
      let key = try RowKey("R1", in: .room, file: writer.file)
      _ = try EvidenceStore.add(picture, to: .room, key, note: nil, on: "2022-11-04", writer)
    }
    try pair.raw(
      """
      INSERT INTO sibling SELECT 'room', row_key, rev, org_code, image FROM room_image WHERE room_no = 'R2';
      INSERT INTO import_mapping VALUES ('room', 'abc', 2022, '面积', 'floor_area');
      """)
    if bare { for type in ["trigger", "view"] { try Pair.drop(type, in: pair.school) } }
    try Pack.pack(try YiceFile.open(pair.school), to: pair.workdir.file("packed.db"), replacing: false)
    bytes = try pair.workdir.bytes("packed.db")
  }

  private init(pair: Pair, bytes: [UInt8]) {
    self.pair = pair
    self.bytes = bytes
  }

  /// As the packed file is now.
  func reread() throws -> SealedFile { SealedFile(pair: pair, bytes: try workdir.bytes("packed.db")) }

  /// Changes the packed file as damage does: past triggers, constraints and seal.
  func change(_ statements: [String]) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      let triggers = try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
      for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      for sql in statements { try db.execute(sql: sql) }
      for sql in triggers { try db.execute(sql: sql) }
    }
    try queue.close()
  }

  /// All that a reader of the file can come upon, read without any help of the seal: every table by its key and every
  /// index in its order, each value with its type and its exact bits.
  static func content(_ path: String) throws -> [String: [String]] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.read { db in
      var content: [String: [String]] = [:]
      // A damaged schema may hold its words as blobs, which is all the same to SQLite.
      let objects = try Row.fetchAll(
        db,
        sql: """
          SELECT CAST(type AS TEXT) AS type, CAST(name AS TEXT) AS name, CAST(tbl_name AS TEXT) FROM sqlite_schema
          WHERE sql IS NOT NULL AND CAST(type AS TEXT) IN ('table', 'index')
            AND CAST(name AS TEXT) NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          """)
      for object in objects {
        let (type, name, table): (String, String, String) = (object[0], object[1], object[2])
        let columns = try String.fetchAll(
          db,
          sql: type == "table"
            ? "SELECT name FROM pragma_table_info(?)"
            : "SELECT coalesce(name, 'rowid') FROM pragma_index_xinfo(?)",
          arguments: [name]
        )
        let key = try String.fetchAll(
          db,
          sql: type == "table"
            ? "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"
            : "SELECT name FROM pragma_index_info(?) ORDER BY seqno", arguments: [name])
        let values = columns.map { "\($0), CAST(\($0) AS BLOB)" }.joined(separator: ", ")
        let index = type == "table" ? "NOT INDEXED" : "INDEXED BY \(name)"
        content[name] = try Row.fetchAll(
          db, sql: "SELECT \(values) FROM \(table) \(index) ORDER BY \(key.joined(separator: ", "))"
        ).map { row in
          stride(from: 0, to: row.count, by: 2).map { text(row, $0) }.joined(separator: "|")
        }
      }
      return content
    }
  }

  private static func text(_ row: Row, _ index: Int) -> String {
    let value: DatabaseValue = row[index]
    let bytes = Data.fromDatabaseValue(row[index + 1]).map { "\(Array($0))" } ?? ""
    return switch value.storage {
    case .null: "null"
    case .int64(let number): "integer \(number)"
    case .double(let number): "real \(number.bitPattern)"
    case .string: "text \(bytes)"
    case .blob: "blob \(bytes)"
    }
  }
}
