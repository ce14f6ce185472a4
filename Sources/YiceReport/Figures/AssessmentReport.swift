package import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// 政府保障程度, 教育质量, 社会认可度, prerequisites and veto, with the schools and classes that fail.
package struct AssessmentReport: Report {
  private let figures: AssessmentFigures
  private let county: CountyFigures

  package init(_ figures: AssessmentFigures, _ county: CountyFigures) {
    self.figures = figures
    self.county = county
  }

  package var text: String {
    var text = CountyReport(county).basis + "\n"
    for group in groups {
      text +=
        "\n"
        + listing(figures.items.filter { $0.rule.group == group }, title: group)
        .text(maximumCellWidth: 44)
    }
    for item in figures.items where item.met != true || item.relaxed != nil {
      let lines = ItemReport(item).failures
      if !lines.isEmpty { text += "\n\(item.id) \(item.rule.label)\n" + lines.map { "  \($0)\n" }.joined() }
    }
    text += "\n资源配置：\(FigureText.verdict(county.passes))"
    if let relaxed = county.passesRelaxed { text += "（放宽认定后 \(FigureText.verdict(relaxed))）" }
    text += "\n以上各项：\(FigureText.verdict(figures.passes, unknown: "有未填项"))"
    if let relaxed = figures.passesRelaxed {
      text += "（放宽认定后 \(FigureText.verdict(relaxed, unknown: "有未填项"))）"
    }
    return text + "\n"
  }

  private var groups: [String] {
    var seen: Set<String> = []
    return figures.items.map(\.rule.group).filter { seen.insert($0).inserted }
  }

  /// One row an item, for spreadsheets.
  package var listing: Listing { listing(figures.items, title: nil) }

  private func listing(_ items: [ItemFigure], title: String?) -> Listing {
    Listing(
      title: title,
      columns: [
        Listing.Column("id", "编号"), Listing.Column("label", "名称"), Listing.Column("figure", "指标值或简要结论"),
        Listing.Column("met", "是否达标"), Listing.Column("relaxed", "放宽后"),
      ],
      rows: items.map { item in
        [
          .text(item.id), .text(item.rule.label), .text(ItemReport(item).summary),
          .text(FigureText.verdict(item.met, unknown: "未填")),
          item.relaxed == nil ? .empty : .text(FigureText.verdict(item.relaxed)),
        ]
      }
    ).withoutEmptyColumns(keeping: ["id", "label", "figure", "met"])
  }

  package var json: JSONValue {
    .object([
      ("basis", .string(CountyReport(county).basis)), ("resources_pass", .bool(county.passes)),
      ("resources_pass_relaxed", .bool(county.passesRelaxed)), ("items_pass", .bool(figures.passes)),
      ("items_pass_relaxed", .bool(figures.passesRelaxed)),
      ("items", .array(figures.items.map { ItemReport($0).json })),
    ])
  }
}
