package import GRDB
internal import YiceSign
internal import YiceStore

/// The seal inside a packed file: rows and digest of every table when it was packed, and one digest over all of these,
/// which is what a signature signs. Decisions 0009, 0097, 0098, 0181.
package enum Seal {
  /// The row of the seal that stands for all the others.
  static let whole = "*"

  /// Writes the seal for the content as it is, and the signature over it where somebody signs.
  package static func write(_ db: Database, by signer: Signer? = nil) throws {
    try FileSeal.remove(db)
    if let signer, let info = try FileInfo(db) {
      try RowSignatures(db: db, schema: "main").sign(by: signer.key, info)
    }
    let hash = signer?.key.publicKey.algorithm.hash ?? .sha256
    var parts: [Part] = []
    for table in try SealedTable.all() { parts.append(try Part(of: table, db, hash)) }
    parts.append(sum(parts, hash))
    for part in parts {
      try db.execute(
        sql: "INSERT INTO seal VALUES (?, ?, ?)", arguments: [part.name, part.rows, part.digest])
    }
    try signer.map { try SealSignature.write(db, by: $0) }
  }

  /// The digest over all lines; nil without a seal.
  static func digest(_ db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT digest FROM seal WHERE table_name = ?"), arguments: [whole])
  }

  /// What does not fit the seal, in the words people use for it; nil when the file has no seal.
  package static func broken(_ db: Database) throws -> [String]? {
    let sealed = try parts(db)
    guard !sealed.isEmpty else { return nil }
    let hash = ContentHash(marked: sealed[whole]?.digest ?? "")
    let tables = try SealedTable.all()
    let names = Set(tables.map(\.name) + [whole])
    var broken: [String] = []
    for table in tables where try Part(of: table, db, hash) != sealed[table.name] {
      broken.append(table.label)
    }
    let own = sealed.values.filter { $0.name != whole }
    if sealed[whole] != sum(own, hash) || !names.isSuperset(of: sealed.keys) { broken.append("封条自身") }
    return broken
  }

  /// Looks whether the file is sound: its pages; where it has a seal, its indexes and its whole content too.
  /// - Parameter everyIndex: hold the indexes against their tables without a seal as well.
  /// - Returns: whether it is sealed.
  /// - Throws: `MergeRefusal.damaged`, `MergeRefusal.brokenSeal`.
  @discardableResult
  package static func require(_ db: Database, name: String, everyIndex: Bool = false) throws -> Bool {
    let isSealed = try FileSeal.isOn(db)
    // A merge finds rows by index: one that leads astray alters the content as well as a changed row does.
    let pragma = isSealed || everyIndex ? "integrity_check" : "quick_check"
    let check = try String.fetchOne(db, cached: "PRAGMA \(pragma)(1)") ?? pragma
    guard check == "ok" else { throw MergeRefusal.damaged(name, detail: check) }
    if let broken = try broken(db), !broken.isEmpty { throw MergeRefusal.brokenSeal(name, parts: broken) }
    return isSealed
  }

  private static func parts(_ db: Database) throws -> [String: Part] {
    var parts: [String: Part] = [:]
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT table_name, rows, digest FROM seal ORDER BY table_name"))
    while let row = try rows.next() {
      // In a damaged file these may be of any type.
      let name = String.fromDatabaseValue(row[0]) ?? ""
      parts[name] = Part(
        name: name, rows: Int.fromDatabaseValue(row[1]) ?? -1, digest: String.fromDatabaseValue(row[2]) ?? "")
    }
    return parts
  }

  private static func sum(_ parts: some Sequence<Part>, _ hash: ContentHash) -> Part {
    let stream = SHA256.Stream(hash)
    var rows = 0
    // In an order that needs no knowledge of this language: by the bytes of the names.
    for part in parts.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      ContentDigest.add(part.name, to: stream)
      stream.add(UInt64(bitPattern: Int64(part.rows)))
      ContentDigest.add(part.digest, to: stream)
      rows &+= part.rows
    }
    return Part(name: whole, rows: rows, digest: hash.marked(stream.finish()))
  }

  private struct Part: Equatable {
    let name: String
    let rows: Int
    let digest: String

    init(name: String, rows: Int, digest: String) {
      self.name = name
      self.rows = rows
      self.digest = digest
    }

    init(of table: SealedTable, _ db: Database, _ hash: ContentHash) throws {
      name = table.name
      (rows, digest) = try ContentDigest.of(table, db, hash)
    }
  }
}
