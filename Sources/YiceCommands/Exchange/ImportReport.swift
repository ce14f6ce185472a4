internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceStore

/// What an import did, in words.
enum ImportReport {
  static func findings(_ outcome: ImportOutcome) -> String {
    var text = outcome.told.map { $0.description + "\n" }.joined()
    if outcome.findingsNotShown > 0 { text += "…… 还有 \(outcome.findingsNotShown) 条没有列出。\n" }
    return text
  }

  static func summary(_ outcome: ImportOutcome, dryRun: Bool) -> String {
    let sheet = outcome.sheetName.map { " 工作表“\($0)”" } ?? ""
    let head = "\(outcome.fileName)\(sheet)（\(outcome.encodingName)）→ \(outcome.table.label)："
    if outcome.errors > 0 {
      let advice = "请改正后重新导入" + (dryRun ? "" : "；文件保持原样，没有写入任何一行")
      return head
        + "\(outcome.errors) 处错误\(outcome.bad > 0 ? "，涉及 \(outcome.bad) 行（共 \(outcome.rows) 行）" : "")。\(advice)。\n"
    }
    var counts = "共 \(outcome.rows) 行，新增 \(outcome.new)，更改 \(outcome.changed)，相同 \(outcome.same)"
    if outcome.conflicts > 0 { counts += "，冲突 \(outcome.conflicts)" }
    if outcome.missing > 0 { counts += "，表格里缺 \(outcome.missing)（删除 \(outcome.removed)）" }
    return head + counts + (dryRun ? "（试运行，没有写入）" : "") + "。\n"
  }

  static func fields(_ outcome: ImportOutcome, dryRun: Bool) -> [(String, JSONValue)] {
    [
      ("table", .string(outcome.table.name)), ("file", .string(outcome.fileName)),
      ("sheet", outcome.sheetName.map { .string($0) } ?? .null),
      ("encoding", .string(outcome.encodingName)), ("dry_run", .bool(dryRun)),
      ("written", .bool(outcome.written)), ("rows", .integer(Int64(outcome.rows))),
      ("new", .integer(Int64(outcome.new))), ("changed", .integer(Int64(outcome.changed))),
      ("same", .integer(Int64(outcome.same))), ("bad", .integer(Int64(outcome.bad))),
      ("conflicts", .integer(Int64(outcome.conflicts))), ("missing", .integer(Int64(outcome.missing))),
      ("removed", .integer(Int64(outcome.removed))),
      ("errors", .integer(Int64(outcome.errors))),
      ("findings", .array(outcome.findings.map(FindingReport.json))),
      ("findings_not_shown", .integer(Int64(outcome.findingsNotShown))),
    ]
  }
}

/// A finding for programs.
enum FindingReport {
  static func json(_ finding: Finding) -> JSONValue {
    .object([
      ("severity", .string(finding.severity.rawValue)), ("code", .string(finding.code)),
      ("file", finding.location.file.map { .string($0) } ?? .null),
      ("sheet", finding.location.sheet.map { .string($0) } ?? .null),
      ("row", finding.location.row.map { .integer(Int64($0)) } ?? .null),
      ("column", finding.location.column.map { .string($0) } ?? .null),
      ("value", finding.value.map { .string($0) } ?? .null),
      ("message", .string(finding.message)),
    ])
  }
}
