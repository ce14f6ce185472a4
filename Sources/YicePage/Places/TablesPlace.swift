internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 表: every table under its heading, with how many rows it has.
enum TablesPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let counts = try file.read { db in
      try TableCatalog.tables.map { table in
        var query = RecordQuery(table)
        query.year = file.info.schoolYear
        return try query.count(db)
      }
    }
    var groups: [(name: String, items: [Markup])] = []
    for (table, count) in zip(TableCatalog.tables, counts) {
      let item: Markup = "<li><a href=\"/table/\(table.name)\">\(table.label)</a><span>\(count) 行</span></li>"
      if let place = groups.firstIndex(where: { $0.name == table.group }) {
        groups[place].items.append(item)
      } else {
        groups.append((table.group, [item]))
      }
    }
    let lists = groups.map { "<section><h2>\($0.name)</h2><ul>\($0.items)</ul></section>\n" as Markup }
    let body: Markup = "<h1>表</h1><div class=\"groups\">\(lists)</div>\(YearPlace.form(file.info))"
    return Answers.html(try Layout(visit, file).page("表", body, place: "/tables"))
  }
}
