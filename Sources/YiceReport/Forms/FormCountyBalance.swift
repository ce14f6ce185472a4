internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

extension Form {
  /// 表Ⅲ: county mean (2 decimals) and CV (3 decimals) by 学段 and indicator; the mean of 综合 is 「——」.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅲ.
  static let countyBalance = Form(
    name: "表Ⅲ", title: "县域义务教育校际均衡情况",
    words: ["Ⅲ", "III", "3", "表III", "表3"],
    pages: { source in
      let figures = try source.figures()
      let indicators = figures.profile.indicators
      var rows: [[Listing.Cell]] = []
      var drawn: [(index: Int, name: String)] = []
      for stage in figures.stages where !stage.segments.isEmpty {
        rows.append(
          [.text(stage.stage.rawValue), .text("全县平均值")]
            + stage.indicators.map { FigureText.cell($0.mean, text: $0.meanText) } + [.missing("——")])
        let composite = CoefficientOfVariation.composite(stage.indicators.map(\.cv))
        drawn.append((rows.count, stage.stage.rawValue))
        rows.append(
          [.text(stage.stage.rawValue), .text("差异系数")]
            + stage.indicators.map { FigureText.cell($0.cv, places: 3) }
            + [FigureText.cell(composite, places: 3)])
      }
      var page = FormPage(
        title: "表Ⅲ 县域义务教育校际均衡情况", name: "表Ⅲ",
        columns: [
          FormColumn("stage", "学段", 8, merges: true), FormColumn("figure", "项目", 12, centered: true),
        ] + indicators.map { FormColumn($0.id, "\($0.label)(\($0.unit))", 13) }
          + [FormColumn("composite", "综合", 9)], rows: rows)
      page.shorten(indicators)
      if !drawn.isEmpty, !indicators.isEmpty {
        page.chart = FormPage.Chart(
          title: "差异系数", rows: drawn, columns: 2...(indicators.count + 1), numberFormat: "0.000")
      }
      page.onOnePage = true
      let names = indicators.map { "\($0.id) \($0.label)" }
      page.notes =
        ["图中：" + names.joined(separator: "；") + "。"] + notes(figures) + [CountyReport(figures).basis]
      return [source.ofBureau(page)]
    })

  /// The table that counties publish every year: 全县平均值, 标准差, 差异系数 by indicator, and what became of the mean and the
  /// 差异系数 since the year before, worked out before rounding.
  ///
  /// Source: 鸠江区 2023 年、宁国市 2022 年公布的校际差异系数表 (domain.md §8); S = 差异系数 × 平均值, nothing rounded before.
  static let yearlyBalance = Form(
    name: "差异系数表", title: "义务教育校际差异系数年度监测表",
    words: ["年度监测表", "监测表", "标准差"],
    pages: { source in
      let figures = try source.figures()
      let before = try source.yearBefore()
      let indicators = figures.profile.indicators
      let rows = figures.stages.filter { !$0.segments.isEmpty }.flatMap { stage -> [[Listing.Cell]] in
        let old = before?.stage(stage.stage).flatMap { $0.segments.isEmpty ? nil : $0 }
        func line(_ number: Int, _ name: String, _ cells: [Listing.Cell], _ last: Listing.Cell) -> [Listing
          .Cell]
        {
          [.text(stage.stage.rawValue), .number(number), .text(name)] + cells + [last]
        }
        return [
          line(
            1, "全县平均值", stage.indicators.map { FigureText.cell($0.mean, text: $0.meanText) }, .missing("——")),
          line(2, "标准差", stage.indicators.map { FigureText.cell($0.deviation, places: 3) }, .missing("——")),
          line(
            3, "差异系数", stage.indicators.map { FigureText.cell($0.cv, places: 3) },
            FigureText.cell(CoefficientOfVariation.composite(stage.indicators.map(\.cv)), places: 3)),
        ]
          + (old.map { old in
            [
              line(
                4, "平均值比上年",
                stage.indicators.map { change($0.mean, old.indicator($0.id)?.mean, places: 2) },
                .missing("——")),
              line(
                5, "差异系数比上年",
                stage.indicators.map { change($0.cv, old.indicator($0.id)?.cv, places: 3) },
                change(
                  CoefficientOfVariation.composite(stage.indicators.map(\.cv)),
                  CoefficientOfVariation.composite(old.indicators.map(\.cv)), places: 3)),
            ]
          } ?? [])
      }
      var page = FormPage(
        title: "义务教育校际差异系数年度监测表", name: "差异系数表",
        columns: [
          FormColumn("stage", "学段", 8, merges: true), FormColumn("number", "序号", 6, centered: true),
          FormColumn("figure", "项目", 15, centered: true),
        ] + indicators.map { FormColumn($0.id, "\($0.label)(\($0.unit))", 13) }
          + [FormColumn("composite", "综合", 9)], rows: rows)
      page.shorten(indicators)
      page.onOnePage = true
      page.notes =
        notes(figures) + (before == nil ? ["文件里没有上一学年的数据，没有列出与上年相比的变化。"] : [])
        + [CountyReport(figures).basis]
      return [source.ofBureau(page)]
    })

  /// With its sign; 「——」 where either year has no figure.
  private static func change(_ now: Double?, _ before: Double?, places: Int) -> Listing.Cell {
    guard let now, let before else { return .missing("——") }
    let words = FigureText.rounded(abs(now - before), places: places)
    let isNone = words.allSatisfy { "0.".contains($0) }
    return .figure(now - before, shown: (isNone ? "" : now < before ? "-" : "+") + words)
  }

  private static func notes(_ figures: CountyFigures) -> [String] {
    let limits = figures.profile.cvLimits.sorted { $0.key < $1.key }
      .map { "\($0.key.rawValue) \(FigureText.rounded($0.value, places: 2))" }
    let rule = limits.isEmpty ? [] : ["差异系数上限（逐项比较）：\(limits.joined(separator: "，"))。"]
    return rule + ["综合差异系数是各项差异系数（未取舍）的平均数" + (limits.isEmpty ? "。" : "，仅供参考。")]
  }
}

extension FormPage {
  /// On a screen the indicators stand by their numbers.
  mutating func shorten(_ indicators: [IndicatorRule]) {
    for indicator in indicators { shortLabels[indicator.id] = indicator.id }
  }
}
