internal import YiceFormats
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// One table: as a plain list that works by itself, and as what the script makes a grid of.
enum GridPlace {
  /// Rows of the plain list; the grid reads its own.
  private static let listed = 100
  /// Rows that the script may ask for at once.
  private static let most = 500

  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let word = visit.path[1]
    if visit.path.count == 3 {
      switch (visit.method, visit.path[2]) {
      case ("GET", "rows"): return try rows(visit, word)
      case ("GET", "row"): return try RowForm.answer(visit, word)
      case ("PUT", RowEvidence.word): return try RowEvidence.answer(visit, word)
      case ("POST", "write"): return try GridWrite.answer(visit, word)
      default: throw PageProblem.noSuchPlace
      }
    }
    guard !visit.isPost else { throw PageProblem.noSuchPlace }
    let file = try visit.open()
    if word.hasSuffix(".json") {
      let choice = try GridChoice(visit, table: String(word.dropLast(".json".count)), in: file)
      let query = try choice.query()
      return Answers.json(
        try file.read { RecordListing.listing(choice.table, try query.rows($0)).json }, pretty: true)
    }
    return try page(visit, GridChoice(visit, table: word, in: file), file)
  }

  // MARK: - For the script

  private static func rows(_ visit: Visit, _ word: String) throws -> HTTPResponse {
    let file = try visit.open()
    let choice = try GridChoice(visit, table: word, in: file)
    let from = max(0, visit.query["from"].flatMap { Int($0) } ?? 0)
    let count = min(most, max(1, visit.query["count"].flatMap { Int($0) } ?? most))
    let query = try choice.query(from: from, limit: count)
    let (total, lines) = try file.read { (try query.count($0), try GridLine.lines($0, query)) }
    var members: [(String, JSONValue)] = [
      ("total", .integer(Int64(total))), ("from", .integer(Int64(from))),
      ("rows", .array(lines.map(GridPlace.json))),
    ]
    if visit.query["columns"] != nil { members += try columns(choice, file) }
    return Answers.json(.object(members))
  }

  private static func columns(_ choice: GridChoice, _ file: YiceFile) throws -> [(String, JSONValue)] {
    let columns = GridColumns(choice, file.info)
    let names = file.info.role.isOneSchool ? [:] : try file.read { try SchoolDirectory.names($0) }
    let schools = names.sorted { $0.key < $1.key }
    func choices(_ column: CatalogColumn) -> [String] {
      column.name == "org_code" ? schools.map(\.value) : columns.choices(column)
    }
    return [
      ("writable", .bool(columns.isWritable)),
      ("schools", .object(schools.map { ($0.key, .string($0.value)) })),
      (
        "columns",
        .array(
          choice.table.columns.map { column in
            .object([
              ("name", .string(column.name)), ("label", .string(column.heading)),
              ("number", .bool(column.type.isNumeric)), ("prose", .bool(column.prose)),
              ("choices", .array(choices(column).map { .string($0) })),
              ("key", .bool(choice.table.key.contains(column.name))),
              ("fixed", .bool(columns.isFixed(column))),
              ("required", .bool(column.required)),
              ("hidden", .bool(columns.isHidden(column))), ("filled", .bool(columns.isFilled(column))),
              ("help", .string(columns.help(column))),
            ])
          })
      ),
    ]
  }

  static func json(_ line: GridLine) -> JSONValue {
    .array([.string(line.key), .string(line.version), .array(line.cells.map { .string($0) })])
  }

  // MARK: - By itself

  private static func page(_ visit: Visit, _ choice: GridChoice, _ file: YiceFile) throws -> HTTPResponse {
    let table = choice.table
    let from = max(0, visit.query["from"].flatMap { Int($0) } ?? 0)
    let query = try choice.query(from: from, limit: listed)
    let (total, lines, years) = try file.read {
      (try query.count($0), try GridLine.lines($0, query), try query.years($0))
    }
    let names = file.info.role.isOneSchool ? [:] : try file.read { try SchoolDirectory.names($0) }
    let columns = GridColumns(choice, file.info)
    let shown = table.columns.enumerated().filter { !columns.isHidden($0.element) }
    let canWrite = columns.isWritable
    let rows = lines.map { line -> [Markup] in
      let cells = shown.map { place, column -> Markup in
        column.name == "org_code"
          ? "\(names[line.cells[place]] ?? line.cells[place])" : "\(line.cells[place])"
      }
      let address = "/table/\(table.name)/row" + FormFields.query([("key", line.key), ("back", visit.here)])
      return ["<a href=\"\(address)\">\(canWrite ? "改" : "看")</a>"] + cells
    }
    let list = PageParts.table(
      "\(table.label)，共 \(total) 行", [canWrite ? "改" : "看"] + shown.map(\.element.heading), rows,
      numbers: Set(shown.enumerated().filter { $0.element.element.type.isNumeric }.map { $0.offset + 1 }))
    let add: Markup =
      canWrite
      ? "<a class=\"button\" href=\"/table/\(table.name)/row\(FormFields.query([("back", visit.here)]))\">增加一行</a>"
      : ""
    let search = choice.address().dropFirst()
    let most: Markup = columns.takesEvidence ? " data-most=\"\(Limits.upload)\"" : ""
    let body: Markup = """
      <h1>\(table.label)</h1>
      \(onlyCounted(choice))\(filters(choice, total: total, years: years, names: names, file: file.info, add: add))
      <div class="plain" data-grid data-label="\(table.label)" data-address="/table/\(table.name)" data-query="\(String(search))" \
      data-school="\(choice.school ?? "")"\(most)>\(list)\(pages(choice, from: from, total: total))</div>
      """
    return Answers.html(try Layout(visit, file).page(table.label, body, place: "/tables", isWide: true))
  }

  /// Said where only some rows are shown because a figure was opened, with the way to all.
  private static func onlyCounted(_ choice: GridChoice) -> Markup {
    guard let counted = choice.counted else { return "" }
    let all = FormFields.query([("school", choice.school)])
    return """
      <p class="lead">只列计入\(counted.stage.rawValue)“\(counted.element)”的行。<a href="/table/\(choice.table.name)\(all)">看全部的行</a></p>
      """
  }

  private static func filters(
    _ choice: GridChoice, total: Int, years: [Int], names: [String: String], file: FileInfo,
    add: Markup
  ) -> Markup {
    func option(_ value: String, _ label: String, _ isChosen: Bool) -> Markup {
      "<option value=\"\(value)\"\(isChosen ? " selected" as Markup : "")>\(label)</option>"
    }
    var fields: Markup = ""
    if choice.table.yearColumn != nil {
      let known = Set(years + [choice.year, file.schoolYear].compactMap(\.self)).sorted(by: >)
      let options = known.map { option(String($0), "\($0) 学年", $0 == choice.year) }
      fields += """
        <label>学年<select name="year" data-go>\(options)\(option(GridChoice.everyYear, "全部学年", choice.year == nil))</select></label>
        """
    }
    if !names.isEmpty {
      let options = names.sorted { $0.key < $1.key }.map { option($0.key, $0.value, $0.key == choice.school) }
      fields += """
        <label>学校<select name="school" data-go>\(option("", "全部学校", choice.school == nil))\(options)</select></label>
        """
    }
    return """
      <form class="filters" method="get" action="/table/\(choice.table.name)">\(fields)\
      <label>查找<input type="search" name="q" value="\(choice.search ?? "")"></label><button>查找</button>\
      <span class="dim">共 \(total) 行</span><span class="side">\(add)<a href="/table/\(choice.table.name).json\(choice.address())">JSON</a></span></form>
      """
  }

  private static func pages(_ choice: GridChoice, from: Int, total: Int) -> Markup {
    func link(_ from: Int, _ label: String) -> Markup {
      "<a href=\"/table/\(choice.table.name)\(choice.address(from: from))\">\(label)</a>"
    }
    var links: Markup = ""
    if from > 0 { links += link(max(0, from - listed), "上一页") }
    if from + listed < total { links += link(from + listed, "下一页") }
    return "<p class=\"pages\">\(links)</p>"
  }
}
