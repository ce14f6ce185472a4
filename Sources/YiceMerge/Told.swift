internal import GRDB
internal import YiceModel
internal import YiceStore

/// Writes without right that stayed out, for a person to know of; on every merge until they are healed.
struct Told {
  let db: Database
  let inbox: String
  let travel: Travel
  let fileName: String

  func list(_ taint: Taint.Found, _ result: inout MergeResult) throws {
    for name in taint.said.sorted() {
      guard let table = TableCatalog.table(name) else { continue }
      let keys = try Row.fetchAll(
        db,
        sql: """
          SELECT row_key, max(rev) AS rev, reason FROM temp.said WHERE table_name = ? GROUP BY row_key ORDER BY row_key
          """, arguments: [name])
      for row in keys { try tell(table, row, &result) }
    }
    for area in taint.areas {
      result.findings.append(
        Finding(
          .warning, "not-allowed", at: SourceLocation(file: fileName),
          value: area.org, "越权未并：\(area.org) 的这一类表里有越权改动，这一类表整个没有合并，请发送人用 yice undo 撤销后重新打包"))
    }
    if travel.sender.role.isOneSchool { try listForeign(&result) }
  }

  /// Of areas that do not travel from such a file: what revisions without right touched there.
  private func listForeign(_ result: inout MergeResult) throws {
    let wrong = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM \(inbox).revision_area AS a JOIN \(inbox).revision AS r ON r.id = a.id
          WHERE a.class IN ('bureau', 'oversight', 'register')
            AND NOT (\(Trespass.classRight(areaClass: "a.class", revision: "r", org: "a.org_code"))))
        """)
    guard wrong == true else { return }
    for table in TableCatalog.tables {
      let ofCounty = table.areaClass == .shared ? " AND length({org}) = 6" : ""
      let sql = Trespass(table, in: inbox).sql(rows: "NOT \(Taint.travels(table))\(ofCounty)")
      for row in try Row.fetchAll(
        db, sql: "SELECT row_key, max(rev) AS rev, reason FROM (\(sql)) GROUP BY row_key ORDER BY row_key")
      {
        try tell(table, row, &result)
      }
    }
  }

  private func tell(_ table: CatalogTable, _ row: Row, _ result: inout MergeResult) throws {
    result.counts.leftOut += 1
    guard result.findings.count < MergeResult.listLimit else { return }
    let key: String = row["row_key"]
    let what = try deed(table, key, row["rev"])
    result.findings.append(
      Finding(
        .warning, "not-allowed", at: SourceLocation(file: fileName, sheet: table.label),
        value: try RowVersions.name(db, table, json: key), "越权未并：\(what)（\(row["reason"] as String)）"))
  }

  /// What the write did: 新增、删除, or the columns it changed.
  private func deed(_ table: CatalogTable, _ key: String, _ rev: Int64) throws -> String {
    let line = try Row.fetchOne(
      db,
      sql: """
        SELECT kind, before FROM \(inbox).change WHERE rev = ? AND table_name = ? AND row_key = ? AND void = 0 LIMIT 1
        """, arguments: [rev, table.name, key])
    guard let line else { return "新增了这一行" }
    if line["kind"] == "delete" { return "删除了这一行" }
    let live = try LiveVersions(db, table, rowKey: key, schema: inbox).versions.first { $0.rev == rev }
    let after =
      try live?.content
      ?? String.fetchOne(
        db,
        sql:
          "SELECT before FROM \(inbox).change WHERE before_rev = ? AND table_name = ? AND row_key = ? LIMIT 1",
        arguments: [rev, table.name, key])
    guard let after else { return "改了这一行" }
    let labels = try String.fetchAll(
      db,
      sql: """
        SELECT b.key FROM json_each(?1) AS b JOIN json_each(?2) AS a ON a.key = b.key WHERE a.value IS NOT b.value
        """, arguments: [line["before"] as String, after]
    ).map { "“\(table.column($0)?.label ?? $0)”" }
    return labels.isEmpty ? "改了这一行" : "改了" + labels.joined(separator: "、")
  }
}
