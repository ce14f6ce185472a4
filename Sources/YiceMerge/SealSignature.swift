internal import FoundationEssentials
internal import GRDB
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// A signature over the seal of a packed file (table `seal_signature`). What is signed is a text that names the seal's digest
/// and whose file it is, and stands beside the signature, so that `openssl` can check it. Decision 0181.
package struct SealSignature {
  let keyID: String
  let signedAt: String
  /// nil where the file holds none that can be read.
  let publicKey: PublicKey?
  /// The statement is what it must be for this file, and the signature is the key's own.
  let fits: Bool

  static func write(_ db: Database, by signer: Signer) throws {
    guard let info = try FileInfo(db), let digest = try Seal.digest(db) else { return }
    let key = signer.key.publicKey
    let moment = Moment.now()
    let statement = try statement(db, info, digest, fileName: signer.fileName, at: moment, by: key.line)
    try db.execute(
      sql: """
        INSERT INTO seal_signature (key_id, algorithm, signed_at, public_key, statement, signature)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        key.id, key.algorithm.rawValue, moment, key.line, statement, Data(try signer.key.sign(statement)),
      ])
  }

  /// Those of a file whose seal fits its content.
  static func all(_ db: Database, _ info: FileInfo) throws -> [SealSignature] {
    let statement = try db.cachedStatement(sql: "SELECT * FROM seal_signature ORDER BY key_id LIMIT 20")
    let rows = try Row.fetchAll(statement)
    guard !rows.isEmpty, let digest = try Seal.digest(db) else { return [] }
    return try rows.map { row in
      // In a damaged file these may be of any type.
      func text(_ column: String) -> String { String.fromDatabaseValue(row[column]) ?? "" }
      let publicKey = PublicKey(line: text("public_key"))
      let (keyID, signedAt, written) = (text("key_id"), text("signed_at"), text("statement"))
      let expected = try self.statement(
        db, info, digest, fileName: fileName(in: written), at: signedAt,
        by: text("public_key"))
      let fits =
        written == expected && publicKey?.id == keyID && publicKey?.algorithm.rawValue == text("algorithm")
        && publicKey?.verifies(written, [UInt8](Data.fromDatabaseValue(row["signature"]) ?? Data())) == true
      return SealSignature(keyID: keyID, signedAt: signedAt, publicKey: publicKey, fits: fits)
    }
  }

  /// Lines of a word and a value each, without a line break in them.
  private static func statement(
    _ db: Database, _ info: FileInfo, _ digest: String, fileName: String, at moment: String, by key: String
  ) throws -> String {
    let marked = digest.contains(":") ? digest : "sha256:\(digest)"
    let lines = [
      ("一册封条", "1"), ("内容", marked), (SealSignature.name, fileName),
      ("单位", "\(info.orgCode) \(info.orgName)"),
      ("身份", info.role.label), ("发给", info.scopeOrg ?? "不限"), ("文件编号", info.fileID),
      ("状态", try FileState.stored(db)), ("签名时间", moment), ("密钥", key),
    ]
    return lines.map { word, value in
      "\(word) \(value.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
    }
    .joined()
  }

  private static let name = "文件"

  private static func fileName(in statement: String) -> String {
    let line = statement.split(separator: "\n").first { $0.hasPrefix(name + " ") }
    return line.map { String($0.dropFirst(name.count + 1)) } ?? ""
  }
}
