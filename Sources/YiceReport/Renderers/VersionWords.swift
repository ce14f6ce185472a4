internal import GRDB
internal import YiceFormats
internal import YiceStore

/// What a change made of a row, in the words of its columns: 「专任教师：否 → 是」.
enum VersionWords {
  /// One text a version, in the same order.
  static func changes(_ db: Database, _ table: CatalogTable, _ key: RowKey, _ versions: [EarlierVersion])
    throws
    -> [String]
  {
    let now = try key.fetch(db, table, columns: "\(table.columnList()), rev")
    return try versions.map { version in
      let before = try words(db, table, image: version.before)
      // Two sides may have changed the same version, so what followed is found by revision, not by order.
      let after: [String]? =
        if let now, now["rev"] == version.entry.id {
          words(table, now)
        } else {
          try versions.first { $0.beforeRev == version.entry.id }.map {
            try words(db, table, image: $0.before)
          }
        }
      guard version.kind != "delete", let after else { return filled(table, before) }
      return difference(table, before, after)
    }
  }

  /// The cells as people read them, in the order of the table's columns.
  private static func words(_ table: CatalogTable, _ row: Row) -> [String] {
    table.columns.enumerated().map { RecordListing.cell($1, row[$0] as DatabaseValue).shown.description }
  }

  private static func words(_ db: Database, _ table: CatalogTable, image: String) throws -> [String] {
    let row = try Row.fetchOne(db, sql: "SELECT \(table.columnsFromJSON("?1"))", arguments: [image])
    return row.map { words(table, $0) } ?? []
  }

  private static func difference(_ table: CatalogTable, _ before: [String], _ after: [String]) -> String {
    var parts: [String] = []
    for (column, (old, new)) in zip(table.columns, zip(before, after)) where old != new {
      parts.append("\(column.label)：\(word(old)) → \(word(new))")
    }
    return parts.isEmpty ? "内容没有变" : parts.joined(separator: "；")
  }

  /// The row as it was, empty cells left out.
  private static func filled(_ table: CatalogTable, _ cells: [String]) -> String {
    var parts: [String] = []
    for (column, text) in zip(table.columns, cells) where !text.isEmpty && !table.key.contains(column.name) {
      parts.append("\(column.label)=\(text)")
    }
    return "原为 " + parts.joined(separator: "，")
  }

  private static func word(_ text: String) -> String { text.isEmpty ? "（空）" : text }
}
