internal import GRDB
package import YiceFormats
package import YiceMerge
internal import YiceModel
internal import YiceStore

/// Conflicts as people decide on them: versions side by side, differing columns only.
package struct ConflictReport: Report {
  private let conflicts: [Conflict]

  package init(_ conflicts: [Conflict]) { self.conflicts = conflicts }

  package var text: String { conflicts.map { text($0) + "\n" }.joined() }

  private func text(_ conflict: Conflict) -> String {
    let listing = Listing(
      title: "冲突 \(conflict.id)　\(conflict.table.label)　\(conflict.key.text)",
      columns: [Listing.Column("column", "列")]
        + conflict.versions.indices.map { index in
          Listing.Column(
            "\(index + 1)", "版本 \(index + 1)" + (conflict.versions[index].isShown ? "（表中所示）" : ""))
        },
      rows: [
        [.text("谁")] + conflict.versions.map { .text(who($0)) },
        [.text("时间")] + conflict.versions.map { .text($0.entry.map { Moment.local($0.at) } ?? "—") },
      ]
        + conflict.differingColumns.map { column in
          [.text(column.label)] + conflict.versions.map { cell($0, column) }
        })
    return listing.text(maximumCellWidth: 48)
      + (conflict.more > 0 ? "（还有 \(conflict.more) 个版本没有列出）\n" : "")
  }

  /// One line a version and column, for spreadsheets.
  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("id", "编号"), Listing.Column("table", "表"), Listing.Column("row", "行"),
        Listing.Column("version", "版本"), Listing.Column("author", "谁"), Listing.Column("at", "时间"),
        Listing.Column("column", "列"), Listing.Column("value", "值"),
      ],
      rows: conflicts.flatMap { conflict in
        conflict.versions.enumerated().flatMap { index, version in
          conflict.differingColumns.map { column in
            [
              .text(conflict.id), .text(conflict.table.label), .text(conflict.key.text), .number(index + 1),
              .text(who(version)), .text(version.entry.map { Moment.local($0.at) }), .text(column.label),
              cell(version, column),
            ]
          }
        }
      })
  }

  package var json: JSONValue {
    .array(
      conflicts.map { conflict in
        .object([
          ("id", .string(conflict.id)), ("table", .string(conflict.table.name)),
          ("row", .string(conflict.key.text)),
          ("more_versions", .integer(conflict.more)),
          ("columns", .array(conflict.differingColumns.map { .string($0.name) })),
          (
            "versions",
            .array(
              conflict.versions.enumerated().map { index, version in
                .object([
                  ("version", .integer(index + 1)), ("shown", .bool(version.isShown)),
                  ("revision", .string(String(version.rev))),
                  ("author", .text(version.entry?.author)),
                  ("role", .text(version.entry?.role)),
                  ("at", .text(version.entry?.at)),
                  ("values", .object(conflict.differingColumns.map { ($0.name, cell(version, $0).json) })),
                ])
              })
          ),
        ])
      })
  }

  private func who(_ version: Conflict.Version) -> String {
    guard let entry = version.entry else { return "—" }
    return "\(entry.author)（\(Role(rawValue: entry.role)?.label ?? entry.role)文件）"
  }

  private func cell(_ version: Conflict.Version, _ column: CatalogColumn) -> Listing.Cell {
    RecordListing.cell(column, version.values[column.name] ?? .null)
  }
}
