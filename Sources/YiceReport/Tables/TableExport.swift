package import GRDB
package import YiceFormats
package import YiceStore

/// A table of the file as CSV, JSON, JSON Lines or Markdown, row by row from the query to the disk.
package struct TableExport {
  /// Which rows.
  package let query: RecordQuery
  package let file: FileInfo
  /// Names of the columns that are wanted; nil: all.
  package var columns: Set<String>?
  /// 「列=值」 as typed, for the memory.
  package var conditions: [String] = []
  /// A last column 「行标识」 with each row's key and revision, by which edits can be read back.
  package var withMemory = false

  package init(_ query: RecordQuery, file: FileInfo) {
    self.query = query
    self.file = file
  }

  /// - Returns: number of rows written.
  /// - Throws: `SinkError`, `DatabaseError`.
  package func write(
    _ db: Database, to path: String, as format: ListingFile.Format, encoding: CSVWriter.Encoding
  ) throws -> Int {
    let shown = query.table.columns.filter { columns?.contains($0.name) != false }
    var headings = shown.map { Listing.Column($0.name, $0.heading) }
    if withMemory {
      let memory = try SheetMemory(table: query.table, file: file, conditions: conditions, db)
      headings.append(Listing.Column("row_memory", memory.heading))
    }
    let statement = try query.statement(
      db, columns: shown.map(\.name) + (withMemory ? ["rev", query.table.keyJSON()] : []))
    let numbers = shown.indices.filter { shown[$0].type.isNumeric }
    var count = 0
    try WholeFile.write(path) { sink in
      let writer = try ListingWriter(
        title: query.table.label, columns: headings, rightAligned: Set(numbers), to: sink, as: format,
        encoding: encoding)
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() {
        var cells = shown.enumerated().map { RecordListing.cell($1, row[$0]) }
        if withMemory {
          cells.append(.text(RowMemory(rev: row[shown.count], key: row[shown.count + 1]).text))
        }
        try writer.write(cells)
        count += 1
      }
      try writer.finish()
    }
    return count
  }
}
