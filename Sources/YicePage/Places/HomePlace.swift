internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 首页: where the file stands, and what is still to do.
enum HomePlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let layout = try Layout(visit, file)
    guard let asked = visit.asked(file) else {
      let body: Markup = "<h1>首页</h1><p>文件里没有记学年，算不出指标。</p><p><a href=\"/tables\">看各张表</a></p>"
      return Answers.html(layout.page("首页", body, place: "/"))
    }
    let report = try file.readWithTemporaryTables { try HomeReport($0, try asked.question($0)) }
    let items = report.todo.map { item -> Markup in
      let style: Markup = item.isUrgent ? "urgent" : "later"
      return "<li><a class=\"\(style)\" href=\"\(address(item.place))\">\(item.words)</a></li>"
    }
    let list: Markup =
      items.isEmpty ? "<p class=\"good\">✓ 没有要做的事了。</p>" : "<ul class=\"doing\">\(items)</ul>"
    let body: Markup = "<h1>首页</h1>\n\(report.standing)<h2>还要做的事</h2>\(list)\n"
    return Answers.html(layout.page("首页", body, place: "/", base: "/report"))
  }

  private static func address(_ place: TodoItem.Place) -> String {
    switch place {
    case .table(let name): "/table/\(name)"
    case .report(let section): "/report#\(section)"
    case .check: "/check"
    case .conflicts: "/conflicts"
    case .opinions: "/opinions"
    }
  }
}
