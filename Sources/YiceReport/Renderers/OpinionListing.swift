package import GRDB
internal import YiceStore

/// What `opinions` prints.
package enum OpinionListing {
  package static func listing(_ db: Database, openOnly: Bool) throws -> Listing {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT o.*, (SELECT count(*) FROM opinion_reply AS r
                     WHERE r.org_code = o.org_code AND r.opinion_id = o.id) AS replies,
          (SELECT r.text FROM opinion_reply AS r WHERE r.org_code = o.org_code AND r.opinion_id = o.id
           ORDER BY r.replied_on DESC, r.id DESC LIMIT 1) AS reply
        FROM opinion AS o WHERE \(openOnly ? "coalesce(o.closed, 0) = 0" : "true") ORDER BY o.given_on, o.id
        """)
    return Listing(
      columns: [
        Listing.Column("id", "编号"), Listing.Column("org_code", "学校"), Listing.Column("table", "表"),
        Listing.Column("row", "行"), Listing.Column("column", "列"), Listing.Column("judgement", "意见"),
        Listing.Column("text", "说明"), Listing.Column("side", "提出方"), Listing.Column("given_on", "日期"),
        Listing.Column("replies", "答复数"), Listing.Column("reply", "最近答复"), Listing.Column("closed", "已关闭"),
      ],
      rows: rows.map { row in
        let table = TableCatalog.table(row["subject_table"])
        let column: String? = row["subject_column"]
        return [
          .text(row["id"]), .text(row["org_code"]), .text(table?.label ?? row["subject_table"]),
          .text(row["subject_key"]), .text(column.map { table?.column($0)?.label ?? $0 }),
          .text(row["judgement"]),
          .text(row["text"]), .text(row["side"]), .text(row["given_on"]), .number(row["replies"]),
          .text(row["reply"]), .yesNo((row["closed"] as Int?) == 1),
        ]
      })
  }
}
