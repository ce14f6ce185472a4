package import YiceFormats
package import YiceImport
internal import YiceModel
internal import YiceStore

/// What an import did, or would do.
package struct ImportReport: Report {
  private let outcome: ImportOutcome
  private let figures: [StatedFigure]
  private let dryRun: Bool
  private let uncounted: UncountedRemark

  /// - Parameters:
  ///   - figures: what statistics tables brought; empty for any other sheet.
  ///   - uncounted: rows of the table that count nowhere.
  package init(
    _ outcome: ImportOutcome, _ figures: [StatedFigure], dryRun: Bool, uncounted: UncountedRemark = .none
  ) {
    self.uncounted = uncounted
    self.outcome = outcome
    self.figures = figures
    self.dryRun = dryRun
  }

  /// Line by line; talk, not part of the answer that a person reads.
  package var findings: String {
    var text = outcome.told.map { $0.description + "\n" }.joined()
    if outcome.findingsNotShown > 0 { text += "…… 还有 \(outcome.findingsNotShown) 条没有列出。\n" }
    return text
  }

  package var text: String { (figures.isEmpty ? "" : table.text(maximumCellWidth: 40)) + summary }

  private var summary: String {
    let sheet = outcome.sheetName.map { " 工作表“\($0)”" } ?? ""
    let head = "\(outcome.fileName)\(sheet)（\(outcome.encodingName)）→ \(outcome.table.label)："
    if outcome.isHeldUp {
      let advice = "请改正后重新导入" + (dryRun ? "" : "；文件保持原样，没有写入任何一行")
      return head
        + "\(outcome.errors) 处错误\(outcome.bad > 0 ? "，涉及 \(outcome.bad) 行（共 \(outcome.rows) 行）" : "")。\(advice)。\n"
        + AnswersHint.text(outcome.unknownWords)
    }
    var counts = "共 \(outcome.rows) 行，新增 \(outcome.new)，更改 \(outcome.changed)，相同 \(outcome.same)"
    if outcome.conflicts > 0 { counts += "，冲突 \(outcome.conflicts)" }
    if outcome.missing > 0 { counts += "，表格里缺 \(outcome.missing)（删除 \(outcome.removed)）" }
    if outcome.bad > 0 { counts += "，没有导入 \(outcome.bad) 行" }
    if outcome.emptied > 0 { counts += "，留空 \(outcome.emptied) 格" }
    return head + counts + (dryRun ? "（试运行，没有写入）" : "") + "。\n" + leftHint + uncounted.text
      + AnswersHint.text(outcome.unknownWords)
  }

  private var leftHint: String {
    guard outcome.bad > 0 else { return "" }
    return "没有导入的 \(outcome.bad) 行有指标或编号要用的格子不对，改正后把整张表再导入一次即可，已导入的行不会重复。"
      + "要求有错就整张不导入，加 --strict。\n"
  }

  /// The findings: what a clerk sorts and hands on.
  package var listing: Listing { FindingReport.listing(outcome.findings) }

  package var json: JSONValue {
    .object(
      [
        ("table", .string(outcome.table.name)), ("file", .string(outcome.fileName)),
        ("sheet", .text(outcome.sheetName)), ("encoding", .string(outcome.encodingName)),
        ("dry_run", .bool(dryRun)), ("written", .bool(outcome.written)), ("rows", .integer(outcome.rows)),
        ("new", .integer(outcome.new)), ("changed", .integer(outcome.changed)),
        ("same", .integer(outcome.same)), ("bad", .integer(outcome.bad)),
        ("left_empty", .integer(outcome.emptied)), ("held_up", .bool(outcome.isHeldUp)),
        ("conflicts", .integer(outcome.conflicts)), ("missing", .integer(outcome.missing)),
        ("removed", .integer(outcome.removed)), ("errors", .integer(outcome.errors)),
        ("findings", listing.json), ("findings_not_shown", .integer(outcome.findingsNotShown)),
        ("uncounted", uncounted.json),
      ] + (figures.isEmpty ? [] : [("figures", table.json)]))
  }

  /// The figures with the cells they came from.
  private var table: Listing {
    Listing(
      columns: [
        Listing.Column("org_code", "学校标识码"), Listing.Column("element", "数据项"), Listing.Column("stage", "学段"),
        Listing.Column("value", "数值"), Listing.Column("unit", "单位"), Listing.Column("table", "表号"),
        Listing.Column("sheet", "工作表"), Listing.Column("cells", "来自"),
      ],
      rows: figures.map { figure in
        [
          .text(figure.orgCode), .text(figure.element), .text(figure.stage?.rawValue ?? "全校"),
          .value(.decimal(figure.value)), .text(figure.unit), .text(figure.table), .text(figure.sheet),
          .text(figure.cells.joined(separator: " + ")),
        ]
      })
  }
}
