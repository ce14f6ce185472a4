internal import GRDB
internal import YiceFormats
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards

extension Form {
  /// 千人学位: places by town and 学年, a thousand residents, against the norm; pupils expected beside them.
  static let places = Form(
    name: "千人学位", title: "千人学位数核算和预测表",
    words: ["学位", "千人学位数", "学位预测"],
    pages: { source in
      [source.ofBureau(try placesPage(source.db, year: source.year, source.question.profile))]
    })

  /// The same table for the report page.
  static func placesPage(_ db: Database, year: Int, _ profile: Profile) throws -> FormPage {
    let all = try TownPlaces.all(db, year: year, ahead: yearsAhead, profile)
    var page = FormPage(title: "千人学位数核算和预测表", name: "千人学位", columns: columns, rows: all.map(line))
    page.landscape = true
    page.notes = [
      "学位 = 现有班数 × 班额上限 + 新增学位（建设项目自完工后的学年起，没有项目的学校按大班额台账）；预计在校生：各班逐年升级，小学新生按最近一届，初中新生按小学毕业人数。",
      "常住人口取“乡镇”表中该年及以前最近的一行；不是城镇的乡镇不比，全县一行的应有学位和结论也只合计城镇。",
    ]
    return page
  }

  private static let yearsAhead = 3

  private static let columns = [
    FormColumn("town", "乡镇", 14, merges: true), FormColumn("year", "学年", 8, centered: true),
    FormColumn("stage", "学段", 7, centered: true), FormColumn("residents", "常住人口", 10),
    FormColumn("places", "学位", 9),
    FormColumn("per_thousand", "每千人学位", 9), FormColumn("norm", "应有", 7), FormColumn("needed", "应有学位", 9),
    FormColumn("verdict", "结论", 9, centered: true), FormColumn("pupils", "预计在校生", 9),
    FormColumn("gap", "在校生缺学位", 9),
    FormColumn("note", "备注", 14),
  ]

  private static func line(_ places: TownPlaces) -> [Listing.Cell] {
    let forecast = places.forecast
    let verdict: String =
      switch places.isEnough {
      case true?: "达到"
      case false?: "不足"
      case nil: places.norm == nil ? "不比" : "未填"
      }
    func number(_ value: Int?) -> Listing.Cell { value.map { .number($0) } ?? .empty }
    return [
      .text(places.town), .number(forecast.year), .text(forecast.stage.rawValue),
      places.residents.map { .number($0) } ?? .missing("未填"), .number(forecast.places),
      FigureText.cell(places.perThousand, places: 1), number(places.norm), number(forecast.neededByResidents),
      .text(verdict), .number(forecast.pupils), .number(forecast.gap), .empty,
    ]
  }
}
