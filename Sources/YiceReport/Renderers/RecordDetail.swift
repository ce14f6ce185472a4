package import GRDB
internal import YiceFormats
internal import YiceModel
package import YiceStore

/// One row, who wrote it last, and its earlier versions.
package struct RecordDetail: Report {
  /// The row as a listing of one row, for JSON and CSV.
  package let listing: Listing
  /// As `show` prints it.
  package let text: String

  /// - Throws: `RecordError.notFound`.
  package init(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws {
    guard let row = try key.fetch(db, table) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    listing = RecordListing.listing(table, [row])
    var lines = "\(table.label)　\(key.text.onOneLine)\n" + RecordListing.detail(table, row).text()
    if let entry = try HistoryQuery.entry(db, id: row["rev"]) {
      let role = Role(rawValue: entry.role)?.label ?? entry.role
      lines +=
        "\n最近由 \(entry.author.onOneLine)（\(role.onOneLine)文件）于 \(Moment.local(entry.at).onOneLine) 写入（修订 \(entry.id)）。\n"
    }
    let earlier = try HistoryQuery.versions(db, table, key)
    let words = try VersionWords.changes(db, table, key, earlier)
    for (version, words) in zip(earlier, words) {
      let word = version.kind == "delete" ? "删除" : "更改"
      lines += "\(Moment.local(version.entry.at)) \(version.entry.author) \(word)：\(words)".onOneLine + "\n"
    }
    let siblings =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sibling WHERE table_name = ? AND row_key = ?",
        arguments: [table.name, key.json]) ?? 0
    if siblings > 0 { lines += "注意：这一行还有 \(siblings) 个别人改的版本等待处理。修改这一行就是作出决定。\n" }
    text = lines
  }
}
