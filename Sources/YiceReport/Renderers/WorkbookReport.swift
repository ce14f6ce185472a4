package import YiceFormats
package import YiceImport
internal import YiceModel
internal import YiceStore

/// What importing all sheets of a workbook did, or would do: one line a sheet.
package struct WorkbookReport: Report {
  private let outcome: WorkbookOutcome
  private let dryRun: Bool
  private let uncounted: UncountedRemark

  /// - Parameter uncounted: rows of the tables that count nowhere.
  package init(_ outcome: WorkbookOutcome, dryRun: Bool, uncounted: UncountedRemark = .none) {
    self.uncounted = uncounted
    self.outcome = outcome
    self.dryRun = dryRun
  }

  /// All findings in one list; talk, not part of the answer that a person reads.
  package var findings: String {
    outcome.unread.map { $0.description + "\n" }.joined()
      + outcome.sheets.map { ImportReport($0, [], dryRun: dryRun).findings }.joined()
  }

  /// One row a sheet.
  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("sheet", "工作表"), Listing.Column("table", "表"), Listing.Column("rows", "行数"),
        Listing.Column("new", "新增"), Listing.Column("changed", "更改"), Listing.Column("same", "相同"),
        Listing.Column("conflicts", "冲突"), Listing.Column("removed", "删除"), Listing.Column("bad", "没有导入"),
        Listing.Column("left_empty", "留空"), Listing.Column("status", "结果"),
      ],
      rows: outcome.sheets.map { sheet in
        [
          .text(sheet.sheetName), .text(sheet.table.label), .number(sheet.rows), .number(sheet.new),
          .number(sheet.changed), .number(sheet.same), .number(sheet.conflicts), .number(sheet.removed),
          .number(sheet.bad), .number(sheet.emptied), status(sheet),
        ]
      })
  }

  /// What became of a sheet, or would.
  private func status(_ sheet: ImportOutcome) -> Listing.Cell {
    if sheet.isHeldUp { return .word("held_up", shown: dryRun ? "整张不能导入" : "整张没有导入") }
    if sheet.bringsNothing { return .word("nothing", shown: "没有可导入的行") }
    return sheet.bad > 0 || sheet.errors > 0
      ? .word("partly", shown: dryRun ? "部分可以导入" : "部分导入")
      : .word("imported", shown: dryRun ? "可以导入" : "已导入")
  }

  package var text: String {
    var text = outcome.sheets.isEmpty ? "" : listing.text(maximumCellWidth: 40)
    let held = outcome.sheets.filter(\.isHeldUp).count
    if outcome.sheets.isEmpty { text += "“\(outcome.fileName)”里没有能导入的工作表，没有写入。\n" }
    if outcome.isHeldUp {
      text += "有 \(outcome.errors) 处错误，按 --strict 整个工作簿没有导入；文件保持原样。\n"
    } else if held > 0, held == outcome.sheets.count {
      text += "没有一张能导入，文件保持原样。改正后重新导入；少了必需的列，可用 --set 列=值 补上，或用 --map 指明。\n"
    } else if held > 0 {
      text += "有 \(held) 张工作表整张没有导入，其余照常。改正后把工作簿再导入一次即可，已导入的行不会重复。\n"
    } else if outcome.errors > 0 {
      text += "没有导入的行改正后，把工作簿再导入一次即可，已导入的行不会重复。\n"
    }
    text += AnswersHint.text(outcome.sheets.flatMap(\.unknownWords)) + uncounted.text
    if dryRun { text += "（试运行，没有写入）\n" }
    return text
  }

  package var json: JSONValue {
    .object([
      ("file", .string(outcome.fileName)), ("dry_run", .bool(dryRun)), ("written", .bool(outcome.written)),
      ("sheets", listing.json), ("uncounted", uncounted.json), ("errors", .integer(outcome.errors)),
      ("findings", FindingReport.listing(outcome.findings).json),
    ])
  }
}
