package import YiceMerge
internal import YiceStore

/// What `diff` prints: one line a cell, or a row that only one file has.
package struct DifferenceListing {
  package private(set) var listing = Listing(
    columns: [
      Listing.Column("table", "表"), Listing.Column("row", "行"), Listing.Column("kind", "差别"),
      Listing.Column("column", "列"), Listing.Column("first", "文件甲"), Listing.Column("second", "文件乙"),
    ])
  private var rows = 0

  package init() {}

  package mutating func add(_ difference: Difference) {
    rows += 1
    let table = Listing.Cell.text(difference.table.label)
    let key = Listing.Cell.text(difference.key.text)
    switch difference.kind {
    case .onlyInFirst: listing.rows.append([table, key, .text("只在甲"), .empty, .empty, .empty])
    case .onlyInSecond: listing.rows.append([table, key, .text("只在乙"), .empty, .empty, .empty])
    case .differs:
      for (column, first, second) in difference.cells {
        listing.rows.append([
          table, key, .text("不同"), .text(column.label), RecordListing.cell(column, first),
          RecordListing.cell(column, second),
        ])
      }
    }
  }

  package var summary: String { rows == 0 ? "两个文件的内容相同。" : "\(rows) 行不同。" }
}
