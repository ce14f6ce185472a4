internal import YiceFormats
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 新学年: registers are carried into it; asked for below the list of tables.
enum YearPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    guard let year = visit.form["year"].flatMap({ SchoolYear(word: $0) }) else {
      throw PageProblem.badRequest("year")
    }
    let file = try visit.open(for: .write)
    let opened = try YearOpening.open(file, to: year.start, author: visit.server.author)
    let listing = YearOpeningListing.answer(opened.outcome, graduates: opened.from != nil).listing
    let carried: Markup =
      opened.from.map { from in
        """
        <p>从 \(String(from)) 学年带来的行都标为待确认；核对后把“待确认”改为否。毕业班 \(opened.outcome.graduated) 个，没有带来。</p>
        \(PageParts.table("带来的行", listing))
        """
      } ?? "<p>以前没有登记册的行，没有带来任何行。</p>"
    let body: Markup = """
      <h1>新学年</h1><p class="good" role="status">✓ \(year.description)已开启。</p>\(carried)<p><a class="button" href="/tables">看各张表</a></p>
      """
    // Opened again: the file works in the new year now.
    return Answers.html(try Layout(visit).page("新学年", body, place: "/tables"))
  }

  /// For a school's own file; a bureau's years come from its schools.
  static func form(_ file: FileInfo) -> Markup {
    guard file.role == .school, let next = file.schoolYear.map({ $0 + 1 }) else { return "" }
    return """
      <h2>新学年</h2><p>登记册和填报值带到新学年，班级升一级，毕业班不带，全部标为待确认；可以一次撤销。</p>
      <form method="post" action="/year" data-ask="要开启 \(String(next)) 学年吗？"><p class="buttons"><label>学年 \
      <input type="text" name="year" value="\(String(next))" size="6"></label><button>开启新学年</button></p></form>
      """
  }
}
