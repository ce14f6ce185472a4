internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// What an import would do, or did: sheets, headings, and every bad cell with a place to correct it.
struct ImportPage {
  let entry: Uploads.Entry
  let outcome: WorkbookOutcome
  let isWritten: Bool
  /// Short names by code; empty in a school's file.
  let schools: [String: String]
  let role: Role

  /// Cells that are listed to be corrected at once.
  private static let listed = 300

  var body: Markup {
    let report = WorkbookReport(outcome, dryRun: !isWritten)
    return """
      <h1>导入 \(entry.name)</h1>\(result(report))
      <form method="post" action="/import/\(entry.id)">\(school)\(sheets(report))\(unread)\(headings)\(cells)\(others)\(buttons)</form>
      """
  }

  private func result(_ report: WorkbookReport) -> Markup {
    guard isWritten else {
      return "<p>还没有写入。看过下面会改什么，再按“写入”。</p>"
    }
    guard outcome.written else { return "<p class=\"refusal\" role=\"alert\">没有写入任何一行。</p>" }
    let new = outcome.sheets.reduce(0) { $0 + $1.new }
    let changed = outcome.sheets.reduce(0) { $0 + $1.changed }
    let bad = outcome.sheets.reduce(0) { $0 + $1.bad }
    let rest: Markup = bad > 0 ? "还有 \(bad) 行没有导入，改好后再写入一次即可，已导入的不会重复。" : ""
    return "<p class=\"good\" role=\"status\">✓ 已写入：新增 \(new) 行，更改 \(changed) 行。\(rest)按上面的“撤销”可以一次收回。</p>"
  }

  private var school: Markup {
    guard !schools.isEmpty else { return "" }
    let options = schools.sorted { $0.key < $1.key }.map { code, name -> Markup in
      "<option value=\"\(code)\"\(code == entry.school ? " selected" as Markup : "")>\(name)</option>"
    }
    return """
      <p class="filters"><label>这些表是哪所学校的<select name="school"><option value="">表格里写着</option>\(options)</select></label></p>
      """
  }

  private func sheets(_ report: WorkbookReport) -> Markup {
    let listing = report.listing
    guard !listing.rows.isEmpty else { return "" }
    let rows = zip(outcome.sheets, listing.rows).map { sheet, row -> [Markup] in
      row.enumerated().map { place, cell in
        place == 0
          ? "\(sheet.sheetName ?? sheet.fileName)"
          : place == 1
            ? chooser(sheet.sheetName ?? sheet.fileName, sheet.table.name) : "\(cell.shown.description)"
      }
    }
    return "<h2>会改什么</h2>"
      + PageParts.table(
        "工作表和表", listing.columns.map(\.label), rows, numbers: Set(2...9))
  }

  private func chooser(_ sheet: String, _ chosen: String?) -> Markup {
    let tables = TableCatalog.tables.filter { Authority.allows(role, in: $0) || $0.schoolWrites != nil }
    let options = tables.map { table -> Markup in
      "<option value=\"\(table.name)\"\(table.name == chosen ? " selected" as Markup : "")>\(table.label)</option>"
    }
    return """
      <select name="table.\(sheet)" aria-label="“\(sheet)”是哪个表"><option value="">自动认出</option>\(options)</select>
      """
  }

  /// Sheets that went nowhere: the person says where.
  private var unread: Markup {
    let rows = outcome.unread.map { finding -> [Markup] in
      let sheet = finding.location.sheet ?? ""
      return [
        "\(sheet)", "\(PlaceWords.of(finding.message))",
        finding.code == "unknown-sheet" ? chooser(sheet, entry.tables[sheet]) : "",
      ]
    }
    guard !rows.isEmpty else { return "" }
    return "<h2>没有读取的工作表</h2>" + PageParts.table("没有读取的工作表", ["工作表", "原因", "是哪个表"], rows)
  }

  /// Headings that no column of the table is.
  private var headings: Markup {
    let rows = outcome.sheets.flatMap { sheet in
      sheet.findings.filter { $0.code == "unknown-heading" }.compactMap { finding -> [Markup]? in
        guard let heading = finding.location.column else { return nil }
        let options = sheet.table.columns.map {
          "<option value=\"\($0.name)\">\($0.label)</option>" as Markup
        }
        return [
          "\(sheet.sheetName ?? sheet.fileName)", "\(heading)", "\(PlaceWords.of(finding.message))",
          "<select name=\"map.\(heading)\" aria-label=\"“\(heading)”是哪一列\"><option value=\"\">不导入</option>\(options)</select>",
        ]
      }
    }
    guard !rows.isEmpty else { return "" }
    return "<h2>没有认出的列</h2>" + PageParts.table("没有认出的列", ["工作表", "列名", "说明", "是哪一列"], rows)
  }

  private var cells: Markup {
    let bad = outcome.sheets.flatMap { sheet in
      sheet.findings.compactMap { finding in BadCell(finding, in: sheet) }
    }
    guard !bad.isEmpty else { return "" }
    let rows = bad.prefix(ImportPage.listed).map { cell -> [Markup] in
      [
        "\(cell.sheet)", "\(cell.row)", "\(cell.heading)", "\(cell.value ?? "（不显示）")", "\(cell.message)",
        """
        <input type="text" name="x.\(cell.row).\(cell.column).\(cell.sheet)" aria-label="第 \(cell.row) 行“\(cell.heading)”改为" \
        value="\(entry.corrections[cell.sheet]?[.init(row: cell.row, column: cell.column)] ?? "")">
        """,
      ]
    }
    let more: Markup =
      bad.count > rows.count ? "<p class=\"note\">另有 \(bad.count - rows.count) 格，改好这些再列出。</p>" : ""
    return "<h2>不对的格（\(bad.count)）</h2><p>在这里改，不动原来的表格；改好按“再试一遍”。</p>"
      + PageParts.table("不对的格", ["工作表", "行", "列", "写的是", "问题", "改为"], rows, numbers: [1]) + more
  }

  private var others: Markup {
    let findings = outcome.sheets.flatMap { sheet in
      sheet.findings.filter { BadCell($0, in: sheet) == nil && $0.code != "unknown-heading" }
    }
    func list(_ findings: [Finding]) -> Markup {
      let lines = findings.prefix(ImportPage.listed).map { finding -> Markup in
        "<li>\(PlaceWords.of(finding.description))</li>"
      }
      return "<ul>\(lines)</ul>"
    }
    // Why a row stays out is nothing to be opened first.
    let errors = findings.filter { $0.severity == .error }
    // Nor is what may make a figure wrong.
    let warnings = findings.filter { $0.severity == .warning }
    let notes = findings.filter { $0.severity == .note }
    let refused: Markup = errors.isEmpty ? "" : "<h2>没有导入的行（\(errors.count)）</h2>\(list(errors))"
    let doubtful: Markup = warnings.isEmpty ? "" : "<h2>请核实（\(warnings.count)）</h2>\(list(warnings))"
    let rest: Markup =
      notes.isEmpty ? "" : "<details><summary>其余说明（\(notes.count)）</summary>\(list(notes))</details>"
    return refused + doubtful + rest
  }

  private var buttons: Markup {
    let write: Markup =
      outcome.isFruitless ? "" : "<button class=\"main\" name=\"do\" value=\"write\">写入</button>"
    return """
      <p class="buttons">\(write)<button name="do" value="try">再试一遍</button><a class="button" href="/import">换一个表格</a></p>
      """
  }

  private struct BadCell {
    let sheet: String
    let row: Int
    let column: Int
    let heading: String
    let value: String?
    let message: String

    init?(_ finding: Finding, in outcome: ImportOutcome) {
      guard finding.severity != .note, let row = finding.location.row, let heading = finding.location.column,
        let column = outcome.headings.first(where: { $0.value == heading })?.key
      else { return nil }
      sheet = outcome.sheetName ?? outcome.fileName
      self.row = row
      self.column = column
      self.heading = heading
      value = finding.value
      message = PlaceWords.of(finding.message)
    }
  }
}
