import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("the seal of a packed file")
struct SealTests {
  /// What does not fit after SQL was run on the packed file, without triggers.
  private func broken(_ sql: String..., in file: SealedFile) throws -> [String]? {
    try file.change(sql)
    return try YiceFile.open(file.path).read { try Seal.broken($0) }
  }

  @Test("a file as it was packed fits its seal")
  func whole() throws {
    let file = try SealedFile()
    let report = try #require(Verification.check([file.path]).first)
    #expect(report.problem == nil && report.isSealed, "\(report.problem?.reason ?? "")")
    #expect(try YiceFile.open(file.path).read { try Seal.broken($0) } == [])
    #expect(try YiceFile.open(file.pair.school).read { try Seal.broken($0) } == nil)
  }

  @Test("every table of the format is under the seal but the seal itself, and has a name that people know")
  func tables() throws {
    let file = try SealedFile()
    let (tables, sealed) = try YiceFile.open(file.path).read { db in
      (
        try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'").subtracting([
          "seal", "seal_signature",
        ]),
        try String.fetchSet(db, sql: "SELECT table_name FROM seal")
      )
    }
    #expect(sealed == tables.union(["*"]))
    for table in try SealedTable.all() { #expect(table.label != table.name) }
  }

  @Test("a row more in any table is found, and the table named", arguments: try SealedTable.all().map(\.name))
  func more(name: String) throws {
    let file = try SealedFile()
    let table = try #require(try SealedTable.all().first { $0.name == name })
    let columns = try YiceFile.open(file.path).read {
      try Row.fetchAll($0, sql: "SELECT name, type FROM pragma_table_info(?) ORDER BY cid", arguments: [name])
    }
    // The county's, which every file may hold: otherwise that is what the file is refused for.
    let values = columns.map { column in
      if column["name"] == "org_code" { return "'330100'" }
      return ["INTEGER": "7", "REAL": "7.5", "BLOB": "x'07'"][column["type"] as String] ?? "'7'"
    }
    let sql = "INSERT INTO \(name) VALUES (\(values.joined(separator: ", ")))"
    #expect(try broken(sql, in: file) == [table.label])
    #expect(Verification.check([file.path]).first?.problem?.exitStatus == .notOurFile)
  }

  @Test(
    "no two contents look alike",
    arguments: [
      ("UPDATE room SET note = '' WHERE note IS NULL", "用房"),
      ("UPDATE room SET note = NULL", "用房"),
      ("UPDATE room SET name = '', purpose = name", "用房"),
      ("UPDATE room SET purpose = substr(name, 2), name = substr(name, 1, 1)", "用房"),
      ("UPDATE room SET floor_area = floor_area + 1e-12", "用房"),
      ("UPDATE room SET rev = rev + 1 WHERE room_no = 'R1'", "用房"),
      ("UPDATE room SET room_no = 'R9' WHERE room_no = 'R5'", "用房"),
      ("DELETE FROM room WHERE room_no = 'R5'", "用房"),
      ("UPDATE change SET before = before || ' '", "修改历史"),
      ("DELETE FROM change", "修改历史"),
      ("UPDATE revision SET author = '别人'", "修订记录"),
      ("UPDATE revision SET note = NULL", "修订记录"),
      ("DELETE FROM sibling", "待定版本"),
      ("UPDATE import_mapping SET heading = '面'", "导入对应"),
      ("UPDATE evidence_blob SET content = CAST(substr(content, 1, 8999) || x'00' AS BLOB)", "佐证内容"),
      ("UPDATE file_info SET value = 'county' WHERE key = 'role'", "文件信息"),
      ("DELETE FROM file_info WHERE key = 'state'", "文件信息"),
    ])
  func alike(sql: String, table: String) throws {
    #expect(try broken(sql, in: SealedFile()) == [table])
  }

  @Test(
    "lines of the seal itself cannot go, come or change",
    arguments: [
      ("DELETE FROM seal WHERE table_name = 'room'", ["用房", "封条自身"]),
      ("DELETE FROM seal WHERE table_name = '*'", ["封条自身"]),
      ("DELETE FROM seal WHERE table_name <> '*'", nil),
      ("INSERT INTO seal VALUES ('other', 0, '')", ["封条自身"]),
      ("UPDATE seal SET rows = rows + 1 WHERE table_name = 'room'", ["用房", "封条自身"]),
      ("UPDATE seal SET rows = rows + 1 WHERE table_name = '*'", ["封条自身"]),
      ("UPDATE seal SET digest = upper(digest) WHERE table_name = '*'", ["封条自身"]),
      ("UPDATE seal SET table_name = 'rooms' WHERE table_name = 'room'", ["用房", "封条自身"]),
      // An altered table whose line was written anew does not fit the line for all.
      (
        "DELETE FROM sibling; UPDATE seal SET (rows, digest) = (SELECT rows, digest FROM seal WHERE table_name = 'received') WHERE table_name = 'sibling'",
        ["待定版本", "封条自身"]
      ),
    ] as [(String, [String]?)])
  func ownLines(sql: String, parts: [String]?) throws {
    let broken = try broken(sql, in: SealedFile())
    if let parts { #expect(broken == parts) } else { #expect(broken?.isEmpty == false) }
  }

  @Test("the digest is SHA-256 of name, columns and values as they are described")
  func digest() throws {
    let file = try SealedFile()
    var bytes: [UInt8] = []
    func add(_ text: String) { bytes += bigEndian(UInt64(text.utf8.count)) + Array(text.utf8) }
    add("import_mapping")
    let columns = ["table_name", "layout", "school_year", "heading", "column_name"]
    bytes += bigEndian(UInt64(columns.count))
    columns.forEach(add)
    for value in ["room", "abc", nil, "面积", "floor_area"] {
      if let value {
        bytes.append(3)
        add(value)
      } else {
        bytes += [1] + bigEndian(2022)
      }
    }
    let (rows, digest) = try YiceFile.open(file.path).read { db in
      let row = try #require(
        try Row.fetchOne(db, sql: "SELECT * FROM seal WHERE table_name = 'import_mapping'"))
      return (row["rows"] as Int, row["digest"] as String)
    }
    #expect(rows == 1)
    #expect(digest == SHA256.hex(of: bytes))
  }

  @Test("pieces of any size give the digest of the whole")
  func pieces() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20 {
      let stream = SHA256.Stream()
      var all: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        let count = [0, 1, 9, 4000, 65535, 65536, 70000][Int.random(in: 0..<7, using: &random)]
        let piece = [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: count)
        piece.withUnsafeBytes { stream.add($0) }
        let number = random.next()
        stream.add(number)
        stream.add(byte: 3)
        all += piece + bigEndian(number) + [3]
      }
      #expect(stream.finish() == SHA256.hex(of: all))
    }
  }
}
