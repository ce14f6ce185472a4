package import GRDB
package import YiceStore

/// Tables and columns as `tables` prints them.
package enum CatalogListing {
  package static func tables(_ db: Database) throws -> Listing {
    Listing(
      columns: [
        Listing.Column("group", "分组"), Listing.Column("label", "表"), Listing.Column("name", "英文名"),
        Listing.Column("rows", "行数"), Listing.Column("writers", "由谁填写"), Listing.Column("synonyms", "也叫"),
      ],
      rows: try TableCatalog.tables.map { table in
        [
          .text(table.group), .text(table.label), .text(table.name),
          .number(try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)") ?? 0),
          .text(table.writers.label), .text(table.synonyms.joined(separator: "、")),
        ]
      })
  }

  package static func columns(_ table: CatalogTable) -> Listing {
    Listing(
      title: "\(table.label)（\(table.name)）　由\(table.writers.label)填写",
      columns: [
        Listing.Column("label", "列"), Listing.Column("name", "英文名"), Listing.Column("required", "必填"),
        Listing.Column("key", "标识"), Listing.Column("unit", "单位"), Listing.Column("allowed", "允许"),
        Listing.Column("synonyms", "表头也可写"),
      ],
      rows: table.columns.map { column in
        [
          .text(column.label), .text(column.name), .text(column.required ? "必填" : ""),
          .text(table.key.contains(column.name) ? "是" : ""), .text(column.unit),
          .text(column.type.allowed(unit: nil)), .text(column.synonyms.joined(separator: "、")),
        ]
      })
  }
}
