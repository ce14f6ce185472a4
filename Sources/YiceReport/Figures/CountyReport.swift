internal import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// A county's resource indicators: every school segment, means, CVs and verdicts.
package struct CountyReport: Report {
  let figures: CountyFigures
  /// What the figures are of, as texts call it.
  private let place: String

  /// - Parameter place: nil: the county, or the one school.
  package init(_ figures: CountyFigures, place: String? = nil) {
    self.figures = figures
    self.place = place ?? figures.place
  }

  /// What the figures were worked out by, printed on every output.
  package var basis: String {
    "标准 \(figures.profile.name)；\(SchoolYear(start: figures.year)?.description ?? "")"
  }

  // MARK: - Text

  package var text: String {
    var text = basis + "\n"
    for stage in figures.stages where stage.segmentCount > 0 {
      if !stage.segments.isEmpty { text += "\n" + segments(stage).text(maximumCellWidth: 24) }
      text += "\n" + county(stage).text()
      text += conclusion(stage) + "\n"
    }
    let near = FigureText.near(figures.profile)
    text += "\n✓ 达标　△ 未达标但达到 \(near)　✗ 不到 \(near)　未填 没有数据　* 临界（四舍五入后结论会变）　数值后的“填”表示来自填报值\n"
    text += unverified
    if figures.stages.contains(where: { $0.segments.contains(where: \.isAwaited) }) {
      text += "（待确认）本学年的数还没有核对，或起始年级的班级还没有登记\n"
    }
    for left in figures.leftOut { text += "不单独计入：\(left.name)（\(left.orgCode)）：\(left.text)\n" }
    text += "\n\(place)结论：\(FigureText.verdict(figures.passes))"
    if let relaxed = figures.passesRelaxed, relaxed != figures.passes {
      text += "（放宽认定后\(FigureText.verdict(relaxed))）"
    }
    text += "\n"
    return text
  }

  /// Values that rest on what nobody has confirmed: a line an assumption, with the first of them.
  private var unverified: String {
    let told = figures.stages.flatMap(\.segments).flatMap { segment in
      segment.values.flatMap { value in
        segment.assumptions(value, figures.profile).map {
          (place: "\(segment.name)\(segment.stage.rawValue) \(value.id)", sentence: $0.sentence)
        }
      }
    }
    var seen: Set<String> = []
    return told.map(\.sentence).filter { seen.insert($0).inserted }.map { sentence in
      let places = told.filter { $0.sentence == sentence }.map(\.place)
      let rest = places.count > 5 ? " 等 \(places.count) 处" : ""
      return "\(places.prefix(5).joined(separator: "、"))\(rest)\(sentence)\n"
    }.joined()
  }

  private func segments(_ stage: StageFigures) -> Listing {
    let ids = stage.indicators.map(\.id)
    return Listing(
      title: "\(stage.stage.rawValue)（\(stage.segments.count) 所，\(stage.pupils) 人）",
      columns: [Listing.Column("name", "学校"), Listing.Column("pupils", "学生")]
        + ids.map { Listing.Column($0, heading($0, stage.stage)) }
        + [Listing.Column("met", "达标项"), Listing.Column("passes", "结论")],
      rows: stage.segments.map { segment in
        [.text(segment.name + (segment.isAwaited ? "（待确认）" : "")), .number(segment.pupils)]
          + segment.values.map(cell)
          + [
            .text("\(segment.metCount)/\(ids.count)"),
            .text(FigureText.verdict(segment.passes) + (segment.passFlips ? "*" : "") + relaxed(segment)),
          ]
      })
  }

  /// Beside the strict verdict, where a relaxation in force turns it.
  private func relaxed(_ segment: SegmentFigures) -> String {
    guard let passes = segment.passesRelaxed, passes != segment.passes else { return "" }
    return "（放宽认定后\(FigureText.verdict(passes))）"
  }

  private func heading(_ id: String, _ stage: Stage) -> String {
    guard let threshold = figures.profile.indicator(id)?.thresholds[stage] else { return id }
    return "\(id)≥" + CellValue.decimal(threshold).description
  }

  private func cell(_ value: IndicatorValue) -> Listing.Cell {
    guard let number = value.value, let text = value.text else { return .missing("未填") }
    let typed = value.sources == [.statement] ? "填" : ""
    return .figure(number, shown: text + FigureText.verdict(value) + typed)
  }

  private func county(_ stage: StageFigures) -> Listing {
    func row(_ name: String, _ label: String, _ value: (CountyIndicator) -> Listing.Cell) -> [Listing.Cell] {
      [.text(label)] + stage.indicators.map(value)
    }
    return Listing(
      columns: [Listing.Column("figure", place)] + stage.indicators.map { Listing.Column($0.id, $0.id) },
      rows: [
        row("mean", "平均值") { FigureText.cell($0.mean, text: $0.meanText) }
      ] + spread(row) + [row("met", "达标校数") { .missing("\($0.met)/\($0.segments)") }])
  }

  /// The coefficients; one school has none.
  private func spread(
    _ row: (String, String, (CountyIndicator) -> Listing.Cell) -> [Listing.Cell]
  ) -> [[Listing.Cell]] {
    guard !figures.isOneSchool else { return [] }
    return [
      row("cv", "差异系数") { FigureText.cell($0.cv, places: 3) },
      row("limit", "上限") { FigureText.cell($0.limit, places: 2) },
      row("within", "结论") { .missing($0.withinLimit.map { $0 ? "达标" : "未达标" } ?? "—") },
    ]
  }

  private func conclusion(_ stage: StageFigures) -> String {
    var text = "\(stage.stage.rawValue)：\(stage.passingSegments)/\(stage.segmentCount) 所学校综合达标"
    let over = stage.indicators.filter(\.isOver).map(\.id)
    if !over.isEmpty { text += "；差异系数超过上限：\(over.joined(separator: "、"))" }
    let undefined = stage.indicators.filter(\.isUndefined).map(\.id)
    if !undefined.isEmpty { text += "；差异系数算不出（未填或平均值为 0）：\(undefined.joined(separator: "、"))" }
    if let composite = stage.composite {
      text += "；综合差异系数 \(FigureText.rounded(composite, places: 3))"
      text += "（上限 \(stage.compositeLimit.map { FigureText.rounded($0, places: 2) } ?? "—")）"
    }
    return text + "。结论：\(FigureText.verdict(stage.passes))"
  }

  // MARK: - CSV

  /// One row a segment and one a county figure, for spreadsheets.
  package var listing: Listing {
    let ids = figures.profile.indicators.map(\.id)
    var listing = Listing(
      columns: [
        Listing.Column("stage", "学段"), Listing.Column("org_code", "学校标识码"), Listing.Column("name", "学校"),
        Listing.Column("pupils", "学生数"),
      ]
        + ids.map { id in
          Listing.Column(
            id,
            "\(id) \(figures.profile.indicator(id)?.label ?? "")(\(figures.profile.indicator(id)?.unit ?? ""))"
          )
        } + [Listing.Column("met_count", "达标项数"), Listing.Column("passes", "综合达标")])
    for stage in figures.stages {
      for segment in stage.segments {
        listing.rows.append(
          [
            .text(stage.stage.rawValue), .text(segment.orgCode), .text(segment.name), .number(segment.pupils),
          ] + segment.values.map { FigureText.cell($0.value, text: $0.text, missing: "未填") } + [
            .number(segment.metCount), .text(FigureText.verdict(segment.passes)),
          ])
      }
      guard stage.segmentCount > 0 else { continue }
      for (label, cell) in [
        ("\(place)平均值", { FigureText.cell($0.mean, text: $0.meanText) }),
        ("差异系数", { FigureText.cell($0.cv, places: 3) }),
      ].prefix(figures.isOneSchool ? 1 : 2) as ArraySlice<(String, (CountyIndicator) -> Listing.Cell)> {
        listing.rows.append(
          [.text(stage.stage.rawValue), .empty, .text(label), .number(stage.pupils)]
            + stage.indicators.map(cell) + [.empty, .empty])
      }
    }
    return listing
  }
}
