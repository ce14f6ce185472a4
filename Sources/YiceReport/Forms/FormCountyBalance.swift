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
    listing: { figures in
      let indicators = figures.profile.indicators
      var listing = Listing(
        title: "表Ⅲ 县域义务教育校际均衡情况",
        columns: [Listing.Column("stage", "学段"), Listing.Column("figure", "项目")]
          + indicators.map { Listing.Column($0.id, "\($0.label)(\($0.unit))") }
          + [Listing.Column("composite", "综合")])
      for stage in figures.stages where !stage.segments.isEmpty {
        listing.rows.append(
          [.text(stage.stage.rawValue), .text("全县平均值")]
            + stage.indicators.map { FigureText.cell($0.mean, text: $0.meanText) } + [.missing("——")])
        let composite = CoefficientOfVariation.composite(stage.indicators.map(\.cv))
        listing.rows.append(
          [.text(stage.stage.rawValue), .text("差异系数")]
            + stage.indicators.map { FigureText.cell($0.cv, places: 3) }
            + [FigureText.cell(composite, places: 3)])
      }
      return listing
    },
    footnotes: { figures in
      let limits = figures.profile.cvLimits.sorted { $0.key < $1.key }
        .map { "\($0.key.rawValue) \(FigureText.rounded($0.value, places: 2))" }
      let rule = limits.isEmpty ? [] : ["差异系数上限（逐项比较）：\(limits.joined(separator: "，"))。"]
      return rule + ["综合差异系数是各项差异系数（未取舍）的平均数" + (limits.isEmpty ? "。" : "，仅供参考。")]
    })
}
