package import YiceMerge
internal import YiceStore

/// What `resolve --auto` joined: a line a version, with the columns that were taken from it.
package enum ResolutionListing {
  package static func joined(_ outcome: AutoResolution) -> Listing {
    Listing(
      columns: [
        Listing.Column("table", "表"), Listing.Column("key", "行"), Listing.Column("version", "版本"),
        Listing.Column("columns", "取了哪些列"),
      ],
      rows: outcome.joined.flatMap { joined in
        joined.columns.enumerated().map { index, columns in
          [
            .text(joined.table.label), .text(joined.key.text), .number(index + 1),
            .text(columns.isEmpty ? nil : columns.joined(separator: "、")),
          ]
        }
      })
  }
}
