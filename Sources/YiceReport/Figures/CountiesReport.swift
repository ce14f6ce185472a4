internal import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// The counties of a city's or a province's file, one a line and 学段.
package struct CountiesReport: Report {
  private let counties: [(county: CountiesOfFile.County, figures: CountyFigures)]
  private let unplaced: Int

  package init(_ counties: [(CountiesOfFile.County, CountyFigures)], unplaced: Int) {
    self.counties = counties.map { (county: $0.0, figures: $0.1) }
    self.unplaced = unplaced
  }

  package var listing: Listing {
    let ids = counties.first?.figures.profile.indicators.map(\.id) ?? []
    var listing = Listing(
      title: "各县的校际差异系数和结论",
      columns: [
        Listing.Column("county_code", "代码"), Listing.Column("county", "县"), Listing.Column("standard", "标准"),
        Listing.Column("stage", "学段"), Listing.Column("schools", "校数"), Listing.Column("pupils", "学生"),
        Listing.Column("passing", "综合达标"),
      ] + ids.map { Listing.Column($0, $0) } + [Listing.Column("passes", "结论")])
    for (county, figures) in counties {
      for stage in figures.stages where stage.segmentCount > 0 {
        let head: [Listing.Cell] = [
          .text(county.code), .text(county.name), .text(figures.profile.id), .text(stage.stage.rawValue),
          .number(stage.segmentCount), .number(stage.pupils),
          .text("\(stage.passingSegments)/\(stage.segmentCount)"),
        ]
        let values = ids.map { id in
          stage.indicator(id).map { FigureText.cell($0.cv, places: 3) } ?? .empty
        }
        listing.rows.append(head + values + [.text(FigureText.verdict(stage.passes))])
      }
    }
    return listing
  }

  package var text: String {
    var text = listing.text()
    if unplaced > 0 {
      text += "有 \(unplaced) 所学校没有填“县级行政区划代码”，没有计入任何一个县。\n"
    }
    return text
  }
}
