internal import GRDB
internal import YiceStore

/// What revisions did to a school's rows: which came, which are gone, and the cells that differ from before.
struct RowChanges {
  enum Kind: String {
    case added = "新增"
    case changed = "修改"
    case removed = "删除"
  }

  struct Line {
    let table: CatalogTable
    let kind: Kind
    /// The row as it is, or as it was.
    let row: Row
    /// Column, before, after; of changed rows.
    let cells: [(column: CatalogColumn, before: Row, after: Row)]
  }

  let lines: [Line]

  /// - Parameter fresh: the revisions; all others are known.
  init(_ db: Database, school: String, fresh: Set<Int64>) throws {
    try db.execute(sql: "DROP TABLE IF EXISTS temp.fresh; CREATE TEMP TABLE fresh (id INTEGER PRIMARY KEY)")
    let insert = try db.makeStatement(sql: "INSERT INTO fresh VALUES (?)")
    for id in fresh { try insert.execute(arguments: [id]) }
    var lines: [Line] = []
    for table in TableCatalog.tables where table.columns.contains(where: { $0.name == "org_code" }) {
      lines += try RowChanges.lines(db, table, school)
    }
    self.lines = lines
    try db.execute(sql: "DROP TABLE temp.fresh")
  }

  private static func lines(_ db: Database, _ table: CatalogTable, _ school: String) throws -> [Line] {
    // The version that was known: the one that a fresh revision replaced, and no fresh revision wrote.
    let columns = table.columns.map { "json_extract(before, '$.\($0.name)') AS \($0.name)" }
    var before: [String: Row] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT row_key AS yice_key, \(columns.joined(separator: ", ")) FROM change
        WHERE org_code = ? AND table_name = ? AND rev IN (SELECT id FROM fresh)
          AND before_rev NOT IN (SELECT id FROM fresh)
        ORDER BY row_key
        """, arguments: [school, table.name])
    {
      before[row["yice_key"]] = row
    }
    var lines: [Line] = []
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT \(table.keyJSON()) AS yice_key, * FROM \(table.name)
        WHERE org_code = ? AND rev IN (SELECT id FROM fresh) ORDER BY \(table.key.joined(separator: ", "))
        """, arguments: [school])
    {
      guard let old = before.removeValue(forKey: row["yice_key"]) else {
        lines.append(Line(table: table, kind: .added, row: row, cells: []))
        continue
      }
      let cells = table.columns.filter { !same(old[$0.name], row[$0.name]) }.map { ($0, old, row) }
      if !cells.isEmpty { lines.append(Line(table: table, kind: .changed, row: row, cells: cells)) }
    }
    // What is left was replaced and is not there now.
    let gone = before.sorted { $0.key < $1.key }.map {
      Line(table: table, kind: .removed, row: $0.value, cells: [])
    }
    return lines + gone
  }

  /// A number is the same as whole number and as decimal.
  private static func same(_ left: DatabaseValue, _ right: DatabaseValue) -> Bool {
    if let left = Double.fromDatabaseValue(left), let right = Double.fromDatabaseValue(right) {
      return left == right
    }
    return left == right
  }
}
