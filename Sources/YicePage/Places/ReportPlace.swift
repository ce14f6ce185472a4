internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 指标: the report page itself; a number opens its explanation.
enum ReportPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let layout = try Layout(visit, file)
    guard let asked = visit.asked(file) else { throw PageProblem.noYear }
    let options = ReportOptions(school: visit.query.filled("school"), opensRows: true)
    let page = try file.readWithTemporaryTables {
      try ReportBuilder.page($0, try asked.question($0), options: options)
    }
    let tools: Markup = "<p class=\"tools aside\"><a class=\"button\" href=\"/whatif\">试算</a></p>"
    return Answers.html(
      layout.page(page.title, tools + page.body.inPlaces, place: "/report", hasReportScript: true))
  }
}
