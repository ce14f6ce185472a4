internal import GRDB
internal import YiceFiles
internal import YiceLedgers
internal import YiceStore

/// An attachment with its place in 文件汇编.
struct PackedFile {
  /// From 1, in the order of 档案目录.
  let number: Int
  /// nil: it answers no line of 档案目录.
  let line: MaterialPlan.Line?
  let orgName: String
  let file: MaterialPlan.Attached
  /// What it hangs on, where it answers no line.
  let subject: String?

  /// Under which it is written: 附件001-R1-1-第一小学-学历证书.pdf.
  var name: String {
    let digits = String(number)
    let (own, ending) = nameAndEnding(file.name)
    return safeName(
      [
        "附件" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits, line?.id ?? "其他", orgName,
        own,
      ],
      ending: ending)
  }
}

extension PackedFile {
  /// What answers 档案目录, in its order; then whatever answers no line of it: what hangs on rows of ledgers and registers, and
  /// what answered a line that is not asked any more.
  /// - Parameters:
  ///   - year: first year of the 学年; attachments of other years are left out, those of no year belong to every.
  ///   - org: the one school; nil: all.
  static func all(_ db: Database, _ plan: MaterialPlan, year: Int?, org: String?) throws -> [PackedFile] {
    var files: [PackedFile] = []
    for line in plan.lines {
      for file in line.attached {
        files.append(
          PackedFile(number: files.count + 1, line: line, orgName: line.orgName, file: file, subject: nil))
      }
    }
    let taken = Set(files.map { [$0.file.org, $0.file.id] })
    let names = try SchoolDirectory.names(db)
    let rest = try Row.fetchAll(
      db,
      sql: """
        SELECT e.*, EXISTS (SELECT 1 FROM evidence_blob AS b WHERE b.sha256 = e.sha256) AS held FROM evidence AS e
        WHERE (?1 IS NULL OR org_code = ?1) AND (year IS NULL OR ?2 IS NULL OR year = ?2)
        ORDER BY subject_table, org_code, subject_key, file_name, id
        """, arguments: [org, year])
    for row in rest where !taken.contains([row["org_code"], row["id"]]) {
      let code: String = row["org_code"]
      let table: String = row["subject_table"]
      files.append(
        PackedFile(
          number: files.count + 1, line: nil, orgName: names[code] ?? code,
          file: MaterialPlan.Attached(row),
          subject: "\(TableCatalog.table(table)?.label ?? table) \(row["subject_key"] as String)"))
    }
    return files
  }
}
