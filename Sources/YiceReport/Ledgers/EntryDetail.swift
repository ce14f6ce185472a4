package import GRDB
internal import YiceFormats
internal import YiceModel
package import YiceStore

/// An entry of a ledger with everything that hangs on it.
package enum EntryDetail {
  /// - Throws: `RecordError.notFound`.
  package static func text(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws -> String {
    let match = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM \(table.name) WHERE \(match)", arguments: StatementArguments(key.values))
    else { throw RecordError.notFound(table: table.label, row: key.text) }
    var text = "\(table.label)　\(key.text.onOneLine)\n" + RecordListing.detail(table, row).text()
    if table.name == CatalogTable.rectification.name {
      text += try section(
        db, .rectificationProgress, "org_code = ? AND rectification_id = ?", key.values,
        order: "reported_on, id")
    }
    if table.name == CatalogTable.oversizedClass.name {
      text += try section(
        db, .oversizedRecount, "org_code = ? AND stage = ? AND entry_year = ? AND class_no = ?", key.values,
        order: "counted_on")
    }
    let subject = [table.name.databaseValue, key.subject.databaseValue]
    text += try section(
      db, .verdict, "subject_table = ? AND subject_key = ?", subject, order: VerdictOrder.terms())
    text += try section(db, .evidence, "subject_table = ? AND subject_key = ?", subject, order: "id")
    text += try moves(db, table, key, row)
    return text
  }

  private static func section(
    _ db: Database, _ table: CatalogTable, _ match: String, _ values: [DatabaseValue], order: String
  ) throws -> String {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM \(table.name) WHERE \(match) ORDER BY \(order)",
      arguments: StatementArguments(values))
    guard !rows.isEmpty else { return "" }
    let hidden: Set<String> = [
      "org_code", "rectification_id", "subject_table", "subject_key", "stage", "entry_year", "class_no",
    ]
    var listing = RecordListing.listing(table, rows).withoutEmptyColumns()
    listing = listing.without(hidden)
    return "\n" + listing.text(maximumCellWidth: 60)
  }

  /// Who moved the entry, when, from what to what.
  private static func moves(_ db: Database, _ table: CatalogTable, _ key: RowKey, _ row: Row) throws -> String
  {
    guard TableRules.of(table)?.machine != nil else { return "" }
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
    return lines.isEmpty ? "" : "\n状态变化\n" + lines.map { $0 + "\n" }.joined()
  }
}
