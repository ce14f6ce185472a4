package import GRDB
package import YiceLedgers
package import YiceStore

/// 一校一册 of one school as a table of a page: what should be there, what is, the gap, the goals of the years.
package struct VolumeTable {
  private let volume: Volume
  /// Where a line opens, by its key; nil: nowhere.
  private let address: ((RowKey) -> String)?
  /// A column of a line as the page shows it.
  private let text: (String, Row) -> String?

  /// - Parameter text: nil where the column is empty, or not to be shown.
  package init(
    _ volume: Volume, address: ((RowKey) -> String)? = nil,
    text: @escaping (String, Row) -> String? = { $1[$0] }
  ) {
    self.volume = volume
    self.address = address
    self.text = text
  }

  /// - Parameter onlyShort: lines with a gap.
  package func markup(onlyShort: Bool = false) -> Markup {
    let shown = volume.lines.filter { !onlyShort || ($0["gap"] as Double? ?? 0) > 0 }
    let rows = shown.map { line in
      head(line) + volume.years.map { goal(volume.goal(line, $0)) } + tail(line)
    }
    let heads =
      ["项目", "类别", "单位", "应配", "实有", "缺口"] + volume.years.map { "\($0) 目标" } + [
        "资金（万元）", "计划完成", "状态", "责任人",
      ]
    return PageParts.table(
      "来源：标准化建设台账、年度目标（“手工”＝现状由人填写；目标写作 完成/目标）", heads, rows,
      numbers: Set([3, 4, 5] + volume.years.indices.map { 6 + $0 } + [6 + volume.years.count]))
  }

  private func head(_ line: Row) -> [Markup] {
    let gap: Double? = line["gap"]
    let typed: Markup = (line["actual_source"] as String?) == "手工" ? " <small class=\"dim\">手工</small>" : ""
    let stage: String = line["stage"]
    let name: Markup = "\(text("item", line) ?? "")\(stage.isEmpty ? "" : "（\(stage)）")"
    let key = RowKey(CatalogTable.standardizationItem.key.map { line[$0] })
    return [
      address.map { "<a href=\"\($0(key))\">\(name)</a>" } ?? name, "\(line["category"] as String)",
      PageParts.optional(text("unit", line)), PageParts.number(line["required"]),
      "\(PageParts.number(line["actual"]))\(typed)",
      (gap ?? 0) > 0 ? "<b class=\"m-below\">\(PageParts.number(gap))</b>" : PageParts.number(gap),
    ]
  }

  private func goal(_ goal: Row?) -> Markup {
    guard let goal else { return "<span class=\"dim\">—</span>" }
    let done: Double? = goal["done"]
    return done == nil
      ? PageParts.number(goal["goal"]) : "\(PageParts.number(done))/\(PageParts.number(goal["goal"]))"
  }

  private func tail(_ line: Row) -> [Markup] {
    [PageParts.tenThousands(line["money"])]
      + ["due_on", "state", "person"].map { PageParts.optional(text($0, line)) }
  }
}
