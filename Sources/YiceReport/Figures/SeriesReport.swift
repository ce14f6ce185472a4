internal import YiceFormats
package import YiceIndicators
package import YiceModel
internal import YiceStandards

/// Every indicator over the years a file holds: of the county, or of one school.
package struct SeriesReport {
  private let series: YearSeries
  private let school: String?
  private let stage: Stage?
  private let indicator: String?

  /// - Parameters:
  ///   - school: code; nil: the county.
  package init(_ series: YearSeries, school: String?, stage: Stage?, indicator: String?) {
    self.series = series
    self.school = school
    self.stage = stage
    self.indicator = indicator
  }

  /// One row a year, 学段 and indicator.
  package var listing: Listing {
    var listing = Listing(
      columns: [
        Listing.Column("school_year", "学年"), Listing.Column("stage", "学段"), Listing.Column("indicator", "指标"),
        Listing.Column("label", "名称"), Listing.Column("value", school == nil ? "平均值" : "值"),
        Listing.Column("change", "比上年"), Listing.Column("cv", "差异系数"), Listing.Column("met", "达标校数"),
        Listing.Column("schools", "校数"), Listing.Column("verdict", "结论"),
      ])
    for stage in Stage.compulsory where self.stage == nil || self.stage == stage {
      for id in ids {
        var last: Double?
        for figures in series.years {
          guard let row = row(figures, stage, id, &last) else { continue }
          listing.rows.append(row)
        }
      }
    }
    return listing.withoutEmptyColumns(keeping: ["school_year", "stage", "indicator", "value"])
  }

  private var ids: [String] {
    (series.years.last?.profile.indicators.map(\.id) ?? []).filter { indicator == nil || $0 == indicator }
  }

  private func row(_ figures: CountyFigures, _ stage: Stage, _ id: String, _ last: inout Double?) -> [Listing
    .Cell]?
  {
    guard let all = figures.stage(stage), !all.segments.isEmpty, let county = all.indicator(id) else {
      return nil
    }
    let head: [Listing.Cell] = [
      .text("\(figures.year)"), .text(stage.rawValue), .text(id), .text(figures.profile.indicator(id)?.label),
    ]
    func change(_ value: Double?) -> Listing.Cell {
      defer { last = value ?? last }
      guard let value, let last else { return .empty }
      return .figure(value - last, shown: FigureText.signed(value - last))
    }
    guard let school else {
      return head + [
        FigureText.cell(county.mean, text: county.meanText), change(county.mean),
        FigureText.cell(county.cv, places: 3), .number(county.met), .number(county.segments),
        .text(county.limit == nil ? "" : FigureText.verdict(county.withinLimit)),
      ]
    }
    guard let value = all.segments.first(where: { $0.orgCode == school })?.value(id) else { return nil }
    return head + [
      FigureText.cell(value.value, text: value.text, missing: "未填"), change(value.value), .empty, .empty,
      .empty,
      .text(FigureText.verdict(value.met)),
    ]
  }
}
