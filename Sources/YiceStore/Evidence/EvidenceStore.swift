internal import FoundationEssentials
package import GRDB
internal import GRDBSQLite
internal import YiceFiles

#if canImport(Glibc)
  internal import Glibc
#endif

/// Files attached to rows: the row of `evidence` names them, `evidence_blob` holds each content once by its SHA-256.
/// Decision 0034.
package enum EvidenceStore {
  /// Largest file and largest sum of contents, bytes.
  package struct Caps: Sendable, Equatable {
    package var file = 10_000_000
    package var total = 200_000_000

    package init() {}

    package init(_ db: Database) throws {
      file = try Self.value("evidence_file_cap", db) ?? file
      total = try Self.value("evidence_total_cap", db) ?? total
    }

    private static func value(_ key: String, _ db: Database) throws -> Int? {
      try String.fetchOne(db, sql: "SELECT value FROM file_info WHERE key = ?", arguments: [key]).flatMap {
        Int($0)
      }
    }

    package func save(_ writer: RevisionWriter) throws {
      for (key, value) in [("evidence_file_cap", file), ("evidence_total_cap", total)] {
        try writer.db.execute(
          sql: "INSERT OR REPLACE INTO file_info (key, value) VALUES (?, ?)", arguments: [key, String(value)])
      }
      try writer.save(writer.file)
    }
  }

  /// Attaches a file to a row.
  /// - Parameter answer: the line of 档案目录 that it answers, besides; a file attached to such a line answers that one.
  /// - Returns: the key of the evidence row, and whether its content was held already.
  /// - Throws: `EvidenceError`, `RecordError`.
  package static func add(
    _ path: String, to table: CatalogTable, _ key: RowKey, note: String?, on date: String,
    answering answer: Answer = Answer(), _ writer: RevisionWriter
  ) throws -> Added {
    // Before it is opened: closing it again would end the locks that this process holds on it.
    guard !isDatabase(path, of: writer.db) else { throw EvidenceError.itself(fileName(of: path)) }
    guard let subject = try writer.fetch(table, key) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    let db = writer.db
    let caps = try Caps(db)
    let bytes = try read(path, cap: caps.file)
    let hash = SHA256.hex(of: bytes)
    let held = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM evidence_blob WHERE sha256 = ?)", arguments: [hash])
    if held != true {
      let used = try Int.fetchOne(db, sql: "SELECT coalesce(sum(size), 0) FROM evidence_blob") ?? 0
      guard used + bytes.count <= caps.total else {
        throw EvidenceError.full(fileName(of: path), size: bytes.count, used: used, cap: caps.total)
      }
      try db.execute(
        sql: "INSERT INTO evidence_blob (sha256, size, content) VALUES (?, ?, ?)",
        arguments: [hash, bytes.count, Data(bytes)])
    }
    let (org, material) = try answer.owner(of: subject, in: table, writer)
    let year = material == nil ? nil : answer.year
    let id = RandomID.text(
      from: [table.name, key.subject, hash, fileName(of: path)] + (year.map { ["\($0)"] } ?? []))
    let known = RowKey([org.databaseValue, id.databaseValue])
    if let row = try writer.fetch(.evidence, known) {
      if let material, row["material_id"] as String? != material {
        try writer.set(.evidence, known, ["material_id": material, "year": year])
        return Added(key: known, wasHeld: held == true, wasThere: false)
      }
      // The content may have been left out of a file that was sent.
      if held != true { writer.count(.changed, .evidence) }
      return Added(key: known, wasHeld: held == true, wasThere: true)
    }
    let row = try writer.add(
      .evidence,
      [
        "org_code": org, "id": id, "subject_table": table.name,
        "subject_key": key.subject, "file_name": fileName(of: path), "media_type": MediaType.of(path),
        "size": bytes.count,
        "sha256": hash, "added_on": date, "material_id": material, "year": year, "note": note,
      ])
    return Added(key: row, wasHeld: held == true, wasThere: false)
  }

  package struct Added: Sendable {
    package let key: RowKey
    /// The content was in the file already.
    package let wasHeld: Bool
    /// It was attached to this very row already, under this name.
    package let wasThere: Bool
  }

  /// The content of an evidence row, held to its digest.
  /// - Throws: `EvidenceError.leftOut`, `.damaged`.
  package static func content(_ db: Database, name: String, sha256: String) throws -> [UInt8] {
    let data = try Data.fetchOne(
      db, sql: "SELECT content FROM evidence_blob WHERE sha256 = ?", arguments: [sha256])
    guard let data else { throw EvidenceError.leftOut(name, sha256: sha256) }
    let bytes = [UInt8](data)
    guard SHA256.hex(of: bytes) == sha256 else { throw EvidenceError.damaged(name) }
    return bytes
  }

  /// Writes a content to a new file.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      let file = try NewFile(for: path, replacing: false)
      try bytes.withUnsafeBytes { try file.write($0) }
      try file.publish()
    } catch let failure as FileFailure {
      throw failure.kind == .exists ? EvidenceError.exists(path) : .unwritable(path, reason: failure.reason)
    }
  }

  private static func isDatabase(_ path: String, of db: Database) -> Bool {
    var own = stat()
    var other = stat()
    guard let main = sqlite3_db_filename(db.sqliteConnection, "main"), stat(main, &own) == 0,
      stat(path, &other) == 0
    else { return false }
    return own.st_dev == other.st_dev && own.st_ino == other.st_ino
  }

  private static func read(_ path: String, cap: Int) throws -> [UInt8] {
    var info = stat()
    guard stat(path, &info) == 0 else {
      throw EvidenceError.unreadable(fileName(of: path), reason: systemReason(errno))
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw EvidenceError.unreadable(fileName(of: path), reason: "不是普通文件")
    }
    guard info.st_size > 0 else { throw EvidenceError.empty(fileName(of: path)) }
    guard info.st_size <= cap else {
      throw EvidenceError.tooLarge(fileName(of: path), size: Int(info.st_size), cap: cap)
    }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch { throw EvidenceError.unreadable(fileName(of: path), reason: systemReason(errno)) }
  }
}

// MARK: - Checking and packing

extension EvidenceStore {
  /// What is wrong with the contents that a file holds.
  package struct Report: Sendable, Equatable {
    package var rows = 0
    package var contents = 0
    package var bytes = 0
    /// File names whose content is not here.
    package var leftOut: [String] = []
    /// File names whose content does not fit its digest.
    package var damaged: [String] = []
    /// Contents that no row names.
    package var unused = 0
    package var unusedBytes = 0

    package init() {}
  }

  package static func check(_ db: Database) throws -> Report {
    var report = Report()
    report.rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM evidence") ?? 0
    let blobs = try Row.fetchCursor(
      db,
      sql: """
        SELECT b.sha256, b.size, b.content, (SELECT min(e.file_name) FROM evidence AS e WHERE e.sha256 = b.sha256) AS name
        FROM evidence_blob AS b ORDER BY b.sha256
        """)
    while let row = try blobs.next() {
      let data: Data = row["content"]
      report.contents += 1
      report.bytes += data.count
      let name: String? = row["name"]
      if name == nil {
        report.unused += 1
        report.unusedBytes += data.count
      }
      if SHA256.hex(of: [UInt8](data)) != row["sha256"] || data.count != row["size"] {
        report.damaged.append(name ?? row["sha256"])
      }
    }
    report.leftOut = try String.fetchAll(
      db,
      sql:
        "SELECT file_name FROM evidence WHERE sha256 NOT IN (SELECT sha256 FROM evidence_blob) ORDER BY file_name"
    )
    return report
  }

  /// Drops contents larger than so many bytes from a copy that is to be sent; rows keep their names and digests.
  /// - Returns: how many, and their bytes.
  package static func leaveOut(_ db: Database, above bytes: Int) throws -> (count: Int, bytes: Int) {
    let row = try Row.fetchOne(
      db, sql: "SELECT count(*), coalesce(sum(size), 0) FROM evidence_blob WHERE size > ?", arguments: [bytes]
    )
    try db.execute(sql: "DELETE FROM evidence_blob WHERE size > ?", arguments: [bytes])
    return (row?[0] ?? 0, row?[1] ?? 0)
  }

  /// Removes contents that no row names any more; the history of the rows keeps their digests.
  /// - Returns: how many, and their bytes.
  package static func clean(_ db: Database) throws -> (count: Int, bytes: Int) {
    let unused = "FROM evidence_blob WHERE sha256 NOT IN (SELECT sha256 FROM evidence)"
    let row = try Row.fetchOne(db, sql: "SELECT count(*), coalesce(sum(size), 0) \(unused)")
    try db.execute(sql: "DELETE \(unused)")
    return (row?[0] ?? 0, row?[1] ?? 0)
  }
}

extension YiceFile {
  /// Drops contents that no row names, and gives their room back.
  package func cleanEvidence() throws -> (count: Int, bytes: Int) {
    try withConnection { db in
      let cleaned = try EvidenceStore.clean(db)
      if cleaned.count > 0 { try FileSeal.remove(db) }
      try db.execute(sql: "VACUUM")
      return cleaned
    }
  }
}

/// Media types by the end of a file's name.
enum MediaType {
  private static let types = [
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "gif": "image/gif", "heic": "image/heic",
    "pdf": "application/pdf", "doc": "application/msword", "txt": "text/plain", "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel", "wps": "application/vnd.ms-works", "ofd": "application/ofd",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "zip": "application/zip",
    "mp4": "video/mp4",
  ]

  static func of(_ path: String) -> String {
    let end = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return types[end] ?? "application/octet-stream"
  }
}
