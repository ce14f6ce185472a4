package import GRDB
internal import YiceFormats
package import YiceStore

/// Rows of a table as a listing: yes/no as 是/否, units in the headings.
package enum RecordListing {
  package static func listing(_ table: CatalogTable, _ rows: [Row]) -> Listing {
    Listing(
      title: table.label, columns: table.columns.map { Listing.Column($0.name, $0.heading) },
      rows: rows.map { row in table.columns.map { cell($0, row[$0.name]) } })
  }

  /// One row, one line a column.
  package static func detail(_ table: CatalogTable, _ row: Row) -> Listing {
    Listing(
      columns: [Listing.Column("column", "列"), Listing.Column("value", "值"), Listing.Column("unit", "单位")],
      rows: table.columns.map { column in
        [.text(column.label), cell(column, row[column.name]), .text(column.unit)]
      })
  }

  package static func cell(_ column: CatalogColumn, _ value: DatabaseValue) -> Listing.Cell {
    switch value.storage {
    case .null: .empty
    case .int64(let number) where column.type == .boolean: .yesNo(number == 1)
    case .int64(let number): .value(.integer(number))
    case .double(let number): .value(.decimal(number))
    case .string(let text): .value(.text(text))
    case .blob(let data): .text("（\(data.count) 字节）")
    }
  }
}
