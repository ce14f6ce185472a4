package import GRDB
package import YiceStore

extension RecordListing {
  /// With a last column 「行标识」 that holds each row's key and revision, by which edits can be read back.
  package static func remembering(
    _ listing: Listing, _ query: RecordQuery, _ file: FileInfo, conditions: [String], _ db: Database
  ) throws -> Listing {
    let memory = try SheetMemory(table: query.table, file: file, conditions: conditions, db)
    let rows = try Row.fetchAll(
      try query.statement(db, columns: ["rev", query.table.keyJSON() + " AS row_key"]))
    var result = listing
    result.columns.append(Listing.Column("row_memory", memory.heading))
    result.rows = zip(listing.rows, rows).map { cells, row in
      cells + [.text(RowMemory(rev: row["rev"], key: row["row_key"]).text)]
    }
    return result
  }
}
