internal import YiceFiles
internal import YiceFormats
internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 打印: the forms, each as a page to be printed and as a workbook.
enum FormsPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    guard let word = visit.query.filled("form") else { return try list(visit, file) }
    guard let form = Form.named(word) else { throw PageProblem.noSuchPlace }
    guard let asked = visit.asked(file) else { throw PageProblem.noYear }
    let school = visit.query.filled("school")
    let pages = try file.readWithTemporaryTables { db in
      try form.pages(try FormSource(db, try asked.question(db), school: school))
    }
    switch visit.path[0] {
    case "print.json": return Answers.json(FormAnswer(form, pages).json, pretty: true)
    case "print.xlsx":
      let name = "\(file.info.orgName)-\(form.name).xlsx"
      return try Downloads.made(named: name) { try FormFile.write(pages, to: $0, as: .xlsx) }
    default: return try show(visit, file, form, pages, school)
    }
  }

  private static func list(_ visit: Visit, _ file: YiceFile) throws -> HTTPResponse {
    let rows = Form.all.map { form -> [Markup] in
      let query = FormFields.query([("form", form.name)])
      return [
        "<a href=\"/print\(query)\">\(form.name)</a>", "\(form.title)",
        "<a href=\"/print.xlsx\(query)\">工作簿</a>",
      ]
    }
    let body: Markup = """
      <h1>打印</h1><p>点表名看打印的样子，用浏览器的打印（Ctrl+P）；“工作簿”下载后用 WPS 打开。</p>
      \(PageParts.table("报表", ["报表", "标题", "下载"], rows))
      """
    return Answers.html(try Layout(visit, file).page("打印", body, place: "/print"))
  }

  private static func show(
    _ visit: Visit, _ file: YiceFile, _ form: Form, _ pages: [FormPage], _ school: String?
  ) throws -> HTTPResponse {
    let sheets = pages.map { page in
      var page = page
      page.notes = page.notes.map(PlaceWords.of)
      return FormMarkup.section(page, title: form.title)
    }
    let query = FormFields.query([("form", form.name), ("school", school)])
    let body: Markup = """
      <h1>\(form.name)</h1><p class="tools"><a class="button" href="/print.xlsx\(query)">下载工作簿</a><a class="button" href="/print">全部报表</a></p>
      \(sheets)
      """
    return Answers.html(try Layout(visit, file).page(form.name, body, place: "/print", isWide: true))
  }
}
