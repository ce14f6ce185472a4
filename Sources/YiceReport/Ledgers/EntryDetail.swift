package import GRDB
package import YiceFormats
internal import YiceModel
package import YiceStore

/// An entry of a ledger with everything that hangs on it.
package struct EntryDetail: Report {
  package let listing: Listing
  private let head: String
  private let sections: [(name: String, listing: Listing)]
  /// Who moved it, when, from what to what.
  package let moves: [String]
  /// Its columns that are filled, a line each.
  package let filled: Listing

  /// - Throws: `RecordError.notFound`.
  package init(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws {
    guard let row = try key.fetch(db, table) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    listing = RecordListing.listing(table, [row])
    let detail = RecordListing.detail(table, row)
    filled = Listing(
      columns: detail.columns, rows: detail.rows.filter { $0[1] != .empty && $0[1] != .text("") })
    head = "\(table.label)　\(key.text.onOneLine)\n" + RecordListing.detail(table, row).text()
    let subject = [table.name.databaseValue, key.subject.databaseValue]
    func section(_ other: CatalogTable, _ match: String, _ values: [DatabaseValue], order: String) throws
      -> (String, Listing)
    {
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM \(other.name) WHERE \(match) ORDER BY \(order)",
        arguments: StatementArguments(values))
      return (other.name, RecordListing.listing(other, rows))
    }
    var sections: [(String, Listing)] = []
    if table.name == CatalogTable.rectification.name {
      sections.append(
        try section(
          .rectificationProgress, "org_code = ? AND rectification_id = ?", key.values,
          order: "reported_on, id"))
    }
    if table.name == CatalogTable.oversizedClass.name {
      sections.append(
        try section(
          .oversizedRecount, "org_code = ? AND stage = ? AND entry_year = ? AND class_no = ?", key.values,
          order: "counted_on"))
    }
    let match = "subject_table = ? AND subject_key = ?"
    sections.append(try section(.verdict, match, subject, order: VerdictOrder.terms()))
    sections.append(try section(.evidence, match, subject, order: "id"))
    self.sections = sections
    moves = try EntryDetail.moves(db, table, key, row)
  }

  /// Columns that say again which entry it is.
  private static let known: Set<String> = [
    "org_code", "rectification_id", "subject_table", "subject_key", "stage", "entry_year", "class_no",
  ]

  package var text: String {
    let parts = sections.filter { !$0.listing.rows.isEmpty }.map {
      "\n" + $0.listing.withoutEmptyColumns().without(EntryDetail.known).text(maximumCellWidth: 60)
    }
    return head + parts.joined()
      + (moves.isEmpty ? "" : "\n状态变化\n" + moves.map { $0 + "\n" }.joined())
  }

  /// What hangs on it, a table each.
  package var tables: [Listing] {
    sections.filter { !$0.listing.rows.isEmpty }.map {
      $0.listing.withoutEmptyColumns().without(EntryDetail.known)
    }
  }

  package var json: JSONValue {
    .object(
      [("entry", listing.json)] + sections.map { ($0.name, $0.listing.json) }
        + [("moves", .array(moves.map { .string($0) }))])
  }

  /// Who moved the entry, when, from what to what.
  private static func moves(_ db: Database, _ table: CatalogTable, _ key: RowKey, _ row: Row) throws
    -> [String]
  {
    guard TableRules.of(table)?.machine != nil else { return [] }
    var lines: [String] = []
    var after: String = row["state"] ?? ""
    for version in try HistoryQuery.versions(db, table, key) {
      let before =
        try String.fetchOne(
          db, sql: "SELECT coalesce(json_extract(?, '$.state'), '')", arguments: [version.before])
        ?? ""
      if before != after {
        let role = Role(rawValue: version.entry.role)?.label ?? version.entry.role
        lines.append(
          "\(Moment.local(version.entry.at))　\(version.entry.author)（\(role)文件）　\(before) → \(after)"
            .onOneLine)
      }
      after = before
    }
    return lines
  }
}
