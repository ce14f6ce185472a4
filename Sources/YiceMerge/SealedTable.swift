internal import GRDB
internal import YiceStore

/// A table under the seal: every table of the format but the seal's own, as the format's schema has it.
/// Decision 0097.
package struct SealedTable: Sendable {
  package let name: String
  let columns: [String]
  /// Columns of the primary key, in its order.
  let key: [String]
  /// Its rows in the order of the primary key, all columns.
  let query: String

  private init(name: String, columns: [(name: String, key: Int)]) {
    self.name = name
    self.columns = columns.map(\.name)
    key = columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name)
    query =
      "SELECT \(self.columns.joined(separator: ", ")) FROM \(name) ORDER BY \(key.joined(separator: ", "))"
  }

  /// What people call it.
  package var label: String {
    TableCatalog.table(name)?.label ?? SealedTable.labels[name] ?? name
  }

  /// Tables that are no part of the catalogue.
  private static let labels = [
    "file_info": "文件信息", "revision": "修订记录", "change": "修改历史", "sibling": "待定版本", "received": "接收记录",
    "revision_area": "修订范围", "external_pending": "外部写入暂存", "import_mapping": "导入对应", "evidence_blob": "佐证内容",
    "row_signature": "行的签名", "own_revision": "本文件的修订",
  ]

  /// In the order of the schema, read from an empty file.
  package static func all() throws -> [SealedTable] { try tables.get() }

  private static let tables = Result {
    try DatabaseQueue().writeWithoutTransaction { db in
      try db.execute(sql: Schema.tables)
      let found = try Row.fetchAll(
        db,
        sql: """
          SELECT t.name, c.name, c.pk FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c
          WHERE t.type = 'table' AND t.name NOT IN ('seal', 'seal_signature') AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
          ORDER BY t.rowid, c.cid
          """)
      var tables: [(name: String, columns: [(name: String, key: Int)])] = []
      for column in found {
        let name: String = column[0]
        if tables.last?.name != name { tables.append((name, [])) }
        tables[tables.count - 1].columns.append((column[1], column[2]))
      }
      return tables.map(SealedTable.init)
    }
  }
}
