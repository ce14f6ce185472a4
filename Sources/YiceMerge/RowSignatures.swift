internal import FoundationEssentials
internal import GRDB
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// Signatures over single versions of rows that reviewers wrote: orders, 销号, verdicts, opinions (table `row_signature`). A
/// version that a school passes on is believed for what it is. Decision 0182.
struct RowSignatures {
  let db: Database
  /// Schema of the file: `main`, `inbox0` …
  let schema: String

  /// Tables that schools and reviewers write together, or reviewers alone.
  static let tables = TableCatalog.tables(of: .shared) + TableCatalog.tables(of: .oversight)

  /// Condition on the revision `r`: a reviewer's.
  static let ofReviewers: String = {
    let roles = Writers.review.roles.map { "'\($0.rawValue)'" }.sorted()
    return "r.role IN (\(roles.joined(separator: ", ")))"
  }()

  // MARK: - Signing

  /// Signs what reviewers of this file's role wrote in this very file and this key has not signed yet. What came by mail is
  /// for those to sign who wrote it, whatever role and moment it names.
  func sign(by key: PrivateKey, _ info: FileInfo) throws {
    guard info.role != .school else { return }
    let own = "r.role = '\(info.role.rawValue)' AND r.id IN (SELECT id FROM \(schema).own_revision)"
    for table in RowSignatures.tables {
      let unsigned = """
        NOT EXISTS (SELECT 1 FROM \(schema).row_signature AS s
          WHERE s.rev = w.rev AND s.table_name = '\(table.name)' AND s.row_key = w.row_key
            AND s.key_id = '\(key.publicKey.id)')
        """
      // A version that is shown with two contents is signed in neither.
      let single = """
        SELECT * FROM (SELECT w.*, count(*) OVER (PARTITION BY row_key, rev) AS contents FROM w) AS w WHERE contents = 1
        """
      for row in try Row.fetchAll(db, sql: "\(writes(table, own)) \(single) AND \(unsigned)") {
        let moment = Moment.now()
        let text = RowSignatures.text(table, row, at: moment, by: key.publicKey.id)
        try db.execute(
          sql: """
            INSERT INTO \(schema).row_signature (rev, table_name, row_key, key_id, signed_at, signature)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            row["rev"] as Int64, table.name, row["row_key"] as String, key.publicKey.id, moment,
            Data(try key.sign(text)),
          ])
      }
    }
  }

  // MARK: - Judging

  /// Writes of reviewers without a signature that counts.
  /// - Parameters:
  ///   - table: one of `tables`.
  ///   - condition: on the write's `w.row_key` and `w.rev`.
  func unsigned(_ table: CatalogTable, _ keys: KeyRegister, where condition: String) throws -> [(
    key: String, rev: Int64
  )] {
    let found = try Row.fetchAll(
      db, sql: "\(writes(table, RowSignatures.ofReviewers)) SELECT * FROM w WHERE \(condition)")
    return try found.filter { try !isSigned(table, $0, keys) }.map { ($0["row_key"], $0["rev"]) }
  }

  private func isSigned(_ table: CatalogTable, _ row: Row, _ keys: KeyRegister) throws -> Bool {
    guard let role = Role(rawValue: row["role"]) else { return false }
    let signatures = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT key_id, signed_at, signature FROM \(schema).row_signature
          WHERE rev = ? AND table_name = ? AND row_key = ? AND key_id IN (SELECT value FROM json_each(?))
          """),
      arguments: [row["rev"] as Int64, table.name, row["row_key"] as String, keys.ids])
    return signatures.contains { signature in
      guard let id = String.fromDatabaseValue(signature["key_id"]), let known = keys.keys[id],
        known.struckOn == nil, RowSignatures.maySign(known.role, role), let key = known.publicKey
      else { return false }
      return RowSignatures.fits(signature, table, row, key)
    }
  }

  /// What an inspector wrote may also be signed by the bureau, which packs the copy.
  static func maySign(_ holder: Role, _ writer: Role) -> Bool {
    holder == writer || (writer == .inspection && holder == .county)
  }

  /// - Parameters:
  ///   - signature: a row of `row_signature`; in a damaged file its values may be of any type.
  ///   - row: of `writes`.
  static func fits(_ signature: Row, _ table: CatalogTable, _ row: Row, _ key: PublicKey) -> Bool {
    guard let moment = String.fromDatabaseValue(signature["signed_at"]),
      let bytes = Data.fromDatabaseValue(signature["signature"])
    else { return false }
    return key.verifies(text(table, row, at: moment, by: key.id), [UInt8](bytes))
  }

  // MARK: - What is signed

  /// Every write that the file shows, as `w` (row_key, rev, role, at, author, content: what it wrote, a column a line; NULL
  /// where it took the row away). A version that is shown with several contents is here with each.
  func writes(_ table: CatalogTable, _ condition: String) -> String {
    let t = table.name
    return """
      WITH
        line AS (SELECT row_key, rev, before_rev, before FROM \(schema).change WHERE table_name = '\(t)' AND void = 0),
        version AS (
          SELECT \(table.keyJSON(of: "t.")) AS row_key, t.rev AS rev, \(table.rowJSON(of: "t.")) AS content
            FROM \(schema).\(t) AS t
          UNION SELECT row_key, rev, content FROM \(schema).sibling WHERE table_name = '\(t)'
          UNION SELECT row_key, before_rev, before FROM line),
        made AS (SELECT row_key, rev FROM line UNION SELECT row_key, rev FROM version),
        write AS (
          SELECT DISTINCT m.row_key AS row_key, m.rev AS rev, r.role AS role, r.at AS at, json_quote(r.author) AS author,
            v.content AS content
          FROM made AS m JOIN \(schema).revision AS r ON r.id = m.rev
            LEFT JOIN version AS v ON v.row_key = m.row_key AND v.rev = m.rev
          WHERE \(condition)),
        w AS (
          -- Empty columns are left out: a later format may have more of them.
          SELECT DISTINCT row_key, rev, role, at, author, (
            SELECT group_concat(j.key || ' ' || json_quote(j.value), char(10)) FROM (
              SELECT e.key AS key, e.value AS value FROM json_each(write.content) AS e WHERE e.type <> 'null' ORDER BY e.key
            ) AS j) AS content
          FROM write)
      """
  }

  private static func text(_ table: CatalogTable, _ row: Row, at moment: String, by keyID: String) -> String {
    let content: String? = row["content"]
    return """
      一册行签名 1
      修订 \(row["rev"] as Int64)
      身份 \(row["role"] as String)
      时间 \(row["at"] as String)
      填写人 \(row["author"] as String)
      表 \(table.name)
      行 \(row["row_key"] as String)
      签名时间 \(moment)
      密钥 \(keyID)
      \(content ?? "删除")

      """
  }
}
