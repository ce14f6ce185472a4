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
          .text(Role(rawValue: entry.role)?.label ?? entry.role), .text(entry.orgCode),
          .word(entry.action, shown: HistoryAction.label(entry.action)),
          .text(entry.note),
        ]
      })
  }

  /// What each change did in words, for people; the row before it as a JSON object, for programs.
  package static func versions(_ db: Database, _ table: CatalogTable, _ key: RowKey) throws -> ScreenListing {
    let versions = try HistoryQuery.versions(db, table, key)
    func listing(_ column: Listing.Column, _ texts: [String]) -> Listing {
      Listing(
        title: "\(table.label)　\(key.text)",
        columns: [
          Listing.Column("revision", "修订"), Listing.Column("at", "时间"), Listing.Column("author", "谁"),
          Listing.Column("kind", "动作"), column,
        ],
        rows: zip(versions, texts).map { version, text in
          [
            .value(.text(String(version.entry.id))), .text(Moment.local(version.entry.at)),
            .text(version.entry.author), .text(version.kind == "delete" ? "删除" : "更改"), .text(text),
          ]
        })
    }
    return ScreenListing(
      listing(Listing.Column("before", "改动之前"), versions.map(\.before)),
      shown: listing(
        Listing.Column("changes", "改了什么"), try VersionWords.changes(db, table, key, versions)))
  }
}
