internal import GRDB
internal import YiceModel
package import YiceStore

/// Makes the one whole file that is sent.
package enum Pack {
  /// A name that says school, date and revision: 2199000001-第一小学-20221104-1530-8f3a.db.
  package static func name(of file: YiceFile) throws -> String {
    let latest = try file.read { try HistoryQuery.entries($0, limit: 1).first }
    let stamp = Moment.local(latest?.at ?? Moment.now()).filter { $0.isNumber || $0 == " " }.prefix(13)
      .replacing(" ", with: "-")
    let revision = String(UInt64(bitPattern: latest?.id ?? 0), radix: 16).suffix(4)
    let unsafe: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    let title = file.info.orgName.filter { !unsafe.contains($0) && !$0.isWhitespace }
    return "\(file.info.orgCode)-\(title)-\(stamp)-\(revision).db"
  }

  /// - Parameters:
  ///   - largestEvidence: contents of evidence larger than so many bytes stay out (0: all); their names and
  ///     digests stay. nil: all come along.
  /// - Returns: how many contents were left out, and their bytes.
  ///   - signer: who signs the seal; nil: nobody.
  /// - Throws: `StoreError`, `MergeRefusal`: what is damaged is not sent.
  @discardableResult
  package static func pack(
    _ file: YiceFile, to path: String, replacing: Bool, largestEvidence: Int? = nil, signer: Signer? = nil
  ) throws -> (count: Int, bytes: Int) {
    try file.read { try requireSound($0, file) }
    var left = (count: 0, bytes: 0)
    try file.copy(to: path, replacing: replacing) { db in
      if let largestEvidence { left = try EvidenceStore.leaveOut(db, above: largestEvidence) }
      // What others sent to this file is nobody else's business.
      try db.execute(sql: "DELETE FROM received")
      try Seal.write(db, by: signer)
    }
    return left
  }

  /// The looks that the file's readers will take, and a longer one at its text.
  private static func requireSound(_ db: Database, _ file: YiceFile) throws {
    do { try Seal.require(db, name: file.name, everyIndex: true) } catch MergeRefusal.damaged(_, let detail) {
      throw StoreError.damaged(file.path, detail: detail)
    }
    for table in try SealedTable.all() {
      let values = table.columns.joined(separator: ", ")
      let unsound = try Row.fetchOne(
        db,
        sql: """
          SELECT \(table.key.joined(separator: ", ")) FROM \(table.name) WHERE NOT yice_sound(\(values)) LIMIT 1
          """)
      if let unsound {
        let key = RowKey(Array(unsound.databaseValues))
        throw MergeRefusal.unsoundText(file.name, table: table.label, row: key.text)
      }
    }
  }
}
