internal import GRDB
internal import YiceFiles
internal import YiceModel
internal import YiceStore

/// A county's schools' own files put together in memory, so that the county is read as one: nothing is merged, for each row
/// stands in one of them only.
final class HandoverGathering {
  private let draft: MemoryDraft
  /// What a school's file holds of its own, and what the bureau sent to all alike.
  private static let tables = HandoverTable.all

  init() throws { draft = try MemoryDraft() }

  /// - Throws: `HandoverError.differ`, `StoreError`.
  func county(_ source: HandoverSource) throws -> YiceFile {
    let year = source.files.compactMap(\.info.schoolYear).max()
    let file = try draft.begin(
      FileInfo(role: .county, orgCode: source.county, orgName: source.name, schoolYear: year),
      named: source.county)
    for start in stride(from: 0, to: source.files.count, by: AttachedFiles.most) {
      let batch = source.files[start..<min(start + AttachedFiles.most, source.files.count)]
      try file.withConnection { db in
        let attached = AttachedFiles(db)
        for one in batch { try HandoverGathering.copy(one, from: attached.attach(one.path), db) }
      }
    }
    return file
  }

  private static func copy(_ file: HandoverSource.File, from inbox: String, _ db: Database) throws {
    for table in tables {
      let names = table.table.columns.map(\.name).joined(separator: ", ")
      let own = table.rows.isBureau ? "length(org_code) = 6" : "org_code = '\(file.info.orgCode)'"
      if table.rows.isBureau {
        let known = try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (SELECT 1 FROM main.\(table.table.name) WHERE \(own))
              AND EXISTS (SELECT \(names) FROM \(inbox).\(table.table.name) WHERE \(own)
                EXCEPT SELECT \(names) FROM main.\(table.table.name))
            """)
        if known == true { throw HandoverError.differ(table: table.table.label, file.path) }
      }
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO main.\(table.table.name) (\(names))
          SELECT \(names) FROM \(inbox).\(table.table.name) WHERE \(own)
          """)
    }
  }
}
