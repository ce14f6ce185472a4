package import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// Figures by group: all groups side by side, or one in full.
package struct GroupReport: Report {
  private let groups: [GroupFigures]
  private let figures: CountyFigures
  private let inFull: Bool

  /// - Parameter inFull: each on a screen as a county is, not side by side.
  package init(_ groups: [GroupFigures], _ figures: CountyFigures, inFull: Bool = false) {
    self.inFull = inFull
    self.groups = groups
    self.figures = figures
  }

  /// One row a group, 学段 and figure: the mean, then the 差异系数 between its schools.
  package var listing: Listing {
    let ids = figures.profile.indicators.map(\.id)
    var listing = Listing(
      title: "各共同体（集团、学区）的平均值和校际差异系数；\(CountyReport(figures).basis)",
      columns: [
        Listing.Column("group", "共同体"), Listing.Column("kind", "类型"), Listing.Column("stage", "学段"),
        Listing.Column("schools", "校数"), Listing.Column("pupils", "学生"), Listing.Column("passing", "综合达标"),
        Listing.Column("figure", "数值"),
      ] + ids.map { Listing.Column($0, $0) })
    for group in groups {
      for stage in group.stages where stage.segmentCount > 0 {
        let head: [Listing.Cell] = [
          .text(group.name), .text(group.kind), .text(stage.stage.rawValue), .number(stage.segmentCount),
          .number(stage.pupils), .missing("\(stage.passingSegments)/\(stage.segmentCount)"),
        ]
        listing.rows.append(
          head + [.text("平均值")] + stage.indicators.map { FigureText.cell($0.mean, text: $0.meanText) })
        listing.rows.append(head + [.text("差异系数")] + stage.indicators.map(coefficient))
      }
    }
    return listing
  }

  /// Between one school there is no difference.
  private func coefficient(_ indicator: CountyIndicator) -> Listing.Cell {
    indicator.counted < 2 ? .missing("—") : FigureText.cell(indicator.cv, places: 3)
  }

  package var text: String {
    guard !inFull else { return groups.map(detail).joined() }
    var text = listing.text()
    let remarks = groups.flatMap { group in group.notes.map { "\(group.name)：\($0)" } }
    for remark in remarks { text += remark + "\n" }
    return text
  }

  /// One group in full, as a county's indicators are printed.
  private func detail(_ group: GroupFigures) -> String {
    var own = figures
    own.stages = group.stages
    own.leftOut = []
    var text = "\(group.name)\(group.kind.map { "（\($0)）" } ?? "")：成员 \(group.schoolCount) 所"
    if let leading = group.leading { text += "，牵头 \(leading)" }
    text += "\n" + CountyReport(own, place: group.name).text
    for item in group.items where item.met + item.failing + item.unknown > 0 {
      text +=
        "\(item.rule.id) \(item.rule.label)：达标 \(item.met) 所，未达标 \(item.failing) 所\(item.relaxed > 0 ? "（其中放宽认定后达标 \(item.relaxed) 所）" : "")，未填 \(item.unknown) 所"
      text += item.classes > 0 ? "；超标准班 \(item.classes) 个\n" : "\n"
    }
    for note in group.notes { text += note + "\n" }
    return text
  }

  package var json: JSONValue {
    .array(
      groups.map { group in
        var own = figures
        own.stages = group.stages
        own.leftOut = []
        own.findings = []
        return .object([
          ("group", .string(group.name)), ("kind", .text(group.kind)),
          ("members", .array(group.members.map { .string($0) })),
          ("leading", .text(group.leading)),
          ("notes", .array(group.notes.map { .string($0) })),
          (
            "items",
            .array(
              group.items.map { item in
                .object([
                  ("id", .string(item.rule.id)), ("met", .integer(item.met)),
                  ("failing", .integer(item.failing)), ("met_relaxed", .integer(item.relaxed)),
                  ("unknown", .integer(item.unknown)),
                  ("classes_above_limit", .integer(item.classes)),
                ])
              })
          ),
          ("figures", CountyReport(own, place: group.name).json),
        ])
      })
  }
}
