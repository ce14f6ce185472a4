package import GRDB
internal import YiceFormats
internal import YiceLedgers
package import YiceStore

/// 佐证材料 as it is listed and given back.
package enum EvidenceListing {
  package static func list(_ db: Database, table: CatalogTable?) throws -> Listing {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.*, EXISTS (SELECT 1 FROM evidence_blob AS b WHERE b.sha256 = e.sha256) AS held FROM evidence AS e
        WHERE ?1 IS NULL OR e.subject_table = ?1 ORDER BY e.org_code, e.subject_table, e.subject_key, e.file_name, e.id
        """, arguments: [table?.name])
    return Listing(
      columns: [
        Listing.Column("id", "编号"), Listing.Column("file_name", "文件名"), Listing.Column("subject_table", "附在"),
        Listing.Column("subject_key", "哪一行"), Listing.Column("size", "大小(字节)"),
        Listing.Column("media_type", "类型"),
        Listing.Column("held", "内容在此"), Listing.Column("added_on", "日期"),
        Listing.Column("material_id", "材料编号"), Listing.Column("year", "年度"), Listing.Column("sha256", "摘要"),
        Listing.Column("note", "备注"),
      ],
      rows: rows.map { row in
        let name: String = row["subject_table"]
        return [
          .text(row["id"]), .text(row["file_name"]), .text(TableCatalog.table(name)?.label ?? name),
          .text(row["subject_key"]), .number(row["size"]), .text(row["media_type"]), .yesNo(row["held"]),
          .text(row["added_on"]), .text(row["material_id"]), Listing.Cell(row["year"] as DatabaseValue),
          .text(row["sha256"]), .text(row["note"]),
        ]
      })
  }

  /// The largest file and the largest sum that may be attached, and what stands in the file now, in bytes.
  package static func limits(_ db: Database) throws -> Listing {
    let caps = try EvidenceStore.Caps(db)
    let held = try Row.fetchOne(
      db, sql: "SELECT coalesce(max(size), 0), coalesce(sum(size), 0) FROM evidence_blob")
    return Listing(
      columns: [
        Listing.Column("limit", "项目"), Listing.Column("bytes", "上限"), Listing.Column("used", "现有"),
      ],
      rows: [("file", "单个文件", caps.file, 0), ("total", "全部内容", caps.total, 1)].map {
        name, label, cap, index in
        [.word(name, shown: label), size(cap), size(held?[index] ?? 0)]
      })
  }

  private static func size(_ bytes: Int) -> Listing.Cell {
    .figure(Double(bytes), shown: EvidenceError.size(bytes))
  }

  /// Name and content of one, by its id.
  /// - Throws: `RecordError.notFound`, `EvidenceError`.
  package static func content(_ db: Database, _ word: String, _ file: FileInfo) throws -> (String, [UInt8]) {
    let key = try EntryKey.find(word, in: .evidence, db, file)
    let row = try Row.fetchOne(
      db, sql: "SELECT file_name, sha256 FROM evidence WHERE org_code = ? AND id = ?",
      arguments: StatementArguments(key.values))
    guard let row else { throw RecordError.notFound(table: CatalogTable.evidence.label, row: key.text) }
    let name: String = row["file_name"]
    // A name from another's file is a name, and no path.
    let safe = String(name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "佐证")
    return (safe, try EvidenceStore.content(db, name: name, sha256: row["sha256"]))
  }
}
