package import GRDB
internal import YiceFormats
internal import YiceModel
package import YiceStore

/// The history as `log` prints it.
package enum HistoryListing {
  package static func entries(_ db: Database, limit: Int) throws -> Listing {
    Listing(
      columns: [
        Listing.Column("revision", "修订"), Listing.Column("at", "时间"), Listing.Column("author", "谁"),
        Listing.Column("role", "文件"), Listing.Column("org_code", "单位"), Listing.Column("action", "操作"),
        Listing.Column("note", "内容"),
      ],
      rows: try HistoryQuery.entries(db, limit: limit).map { entry in
        [
          .value(.text(String(entry.id))), .text(Moment.local(entry.at)), .text(entry.author),
          .text(Role(rawValue: entry.role)?.label ?? entry.role), .text(entry.orgCode), .text(entry.action),
          .text(entry.note),
        ]
      })
  }

  /// - Parameter inWords: what each change did, for people; else the row before it as a JSON object, for programs.
  package static func versions(_ db: Database, _ table: CatalogTable, _ key: RowKey, inWords: Bool = false)
    throws -> Listing
  {
    let versions = try HistoryQuery.versions(db, table, key)
    let texts = inWords ? try VersionWords.changes(db, table, key, versions) : versions.map(\.before)
    return Listing(
      title: "\(table.label)　\(key.text)",
      columns: [
        Listing.Column("revision", "修订"), Listing.Column("at", "时间"), Listing.Column("author", "谁"),
        Listing.Column("kind", "动作"),
        inWords ? Listing.Column("changes", "改了什么") : Listing.Column("before", "改动之前"),
      ],
      rows: zip(versions, texts).map { version, text in
        [
          .value(.text(String(version.entry.id))), .text(Moment.local(version.entry.at)),
          .text(version.entry.author), .text(version.kind == "delete" ? "删除" : "更改"), .text(text),
        ]
      })
  }
}
