internal import GRDB
internal import YiceModel
internal import YiceSign
internal import YiceStore

/// Signatures travel with the versions that they are over, as far as a known key made them. Decision 0184.
extension RowSignatures {
  /// Takes this schema's signatures into `main`: those of keys that `main` registered, and the sender's own. Others cannot be
  /// told from forged ones, which could stand where the true one belongs, and be any number.
  /// - Parameter sender: what the signature over the whole file was found to be.
  /// - Returns: how many were taken.
  func take(from sender: SenderProof?) throws -> Int {
    let known = "s.rev IN (SELECT id FROM main.revision) AND NOT \(isHeld)"
    let news = "SELECT EXISTS (SELECT 1 FROM \(schema).row_signature AS s WHERE \(known))"
    guard try Bool.fetchOne(db, cached: news) == true else { return 0 }
    let keys = try reviewersKeys(sender)
    let ids = "[" + keys.keys.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    var taken = 0
    for table in RowSignatures.tables {
      let signed = try Row.fetchAll(
        db,
        sql: """
          \(writes(table, RowSignatures.ofReviewers))
          SELECT w.*, s.key_id, s.signed_at, s.signature FROM w JOIN \(schema).row_signature AS s
            ON s.rev = w.rev AND s.table_name = '\(table.name)' AND s.row_key = w.row_key
          WHERE \(known) AND s.key_id IN (SELECT value FROM json_each(?))
          """, arguments: [ids])
      for row in signed {
        guard let key = keys[row["key_id"]], let role = Role(rawValue: row["role"]),
          RowSignatures.maySign(key.role, role), RowSignatures.fits(row, table, row, key.key),
          try !holdsTrue(table, row, key.key)
        else { continue }
        try db.execute(
          sql: "INSERT OR REPLACE INTO main.row_signature VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            row["rev"] as Int64, table.name, row["row_key"] as String, key.key.id, row["signed_at"] as String,
            row["signature"] as DatabaseValue,
          ])
        taken += 1
      }
    }
    return taken
  }

  /// Condition on `s`: the very same stands in `main`.
  private var isHeld: String {
    """
    EXISTS (SELECT 1 FROM main.row_signature AS m WHERE m.rev = s.rev AND m.table_name = s.table_name
      AND m.row_key = s.row_key AND m.key_id = s.key_id AND m.signed_at = s.signed_at AND m.signature = s.signature)
    """
  }

  /// By their number, with the role that they count for.
  private func reviewersKeys(_ sender: SenderProof?) throws -> [String: (role: Role, key: PublicKey)] {
    var keys: [String: (role: Role, key: PublicKey)] = [:]
    if let sender, sender.verdict == .unknownKey, let key = sender.publicKey {
      keys[key.id] = (key.role, key)
    }
    for known in try KeyRegister(db).keys.values where known.struckOn == nil && known.role != .school {
      if let key = known.publicKey { keys[known.id] = (known.role, key) }
    }
    return keys
  }

  /// Whether `main` holds another one of that key, made at another time, over the same.
  private func holdsTrue(_ table: CatalogTable, _ row: Row, _ key: PublicKey) throws -> Bool {
    let own = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT signed_at, signature FROM main.row_signature
          WHERE rev = ? AND table_name = ? AND row_key = ? AND key_id = ?
          """),
      arguments: [row["rev"] as Int64, table.name, row["row_key"] as String, key.id])
    return own.map { RowSignatures.fits($0, table, row, key) } ?? false
  }
}
