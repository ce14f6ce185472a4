internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 导入: a workbook dropped on the page is tried first; bad cells are corrected where they are listed, then it is written.
enum ImportPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    switch (visit.method, visit.path.count) {
    case ("GET", 1): return try drop(visit)
    case ("PUT", 2) where visit.path[1] == "upload": return try take(visit)
    case ("GET", 2): return try show(visit, visit.server.uploads.entry(visit.path[1]), writes: false)
    case ("POST", 2): return try change(visit)
    default: throw PageProblem.noSuchPlace
    }
  }

  private static func drop(_ visit: Visit) throws -> HTTPResponse {
    let body: Markup = """
      <h1>导入</h1><p>把填好的工作簿、教基报表或名册（.xlsx、.xls、.csv）拖到框里。先试一遍，列出会改什么、哪些格不对；改好再写入。</p>
      <div class="drop" data-upload="\(Uploads.place)" data-most="\(Limits.upload)"><p><label for="file">拖到这里，或选择文件</label></p>\
      <p><input type="file" id="file" accept=".xlsx,.xls,.csv,.xml,.html,.htm,.txt"></p><p role="status"></p></div>
      """
    return Answers.html(try Layout(visit).page("导入", body, place: "/import"))
  }

  private static func take(_ visit: Visit) throws -> HTTPResponse {
    guard case .file(let upload) = visit.request.body else { throw PageProblem.badRequest("body") }
    let entry = try visit.server.uploads.keep(upload, name: visit.query["name"] ?? "")
    // Refused at once when it is no sheet at all.
    _ = try SheetFile.open(entry.path)
    return Answers.json(.object([("place", .string("/import/\(entry.id)"))]))
  }

  private static func change(_ visit: Visit) throws -> HTTPResponse {
    var entry = try visit.server.uploads.entry(visit.path[1])
    for (name, value) in visit.form.list {
      let words = name.split(separator: ".", maxSplits: 1).map(String.init)
      switch words[0] {
      // x.ROW.COLUMN.SHEET: the sheet's name may hold anything.
      case "x" where words.count == 2 && !value.isEmpty:
        let place = words[1].split(separator: ".", maxSplits: 2).map(String.init)
        guard place.count == 3, let row = Int(place[0]), let column = Int(place[1]) else { continue }
        entry.corrections[place[2], default: [:]][CellPlace(row: row, column: column)] = value
      case "table" where words.count == 2: entry.tables[words[1]] = value.isEmpty ? nil : value
      case "map" where words.count == 2 && !value.isEmpty: entry.mapping.append("\(words[1])=\(value)")
      case "school": entry.school = value.isEmpty ? nil : value
      default: break
      }
    }
    visit.server.uploads.update(entry)
    guard visit.form["do"] == "write" else { return Answers.redirect("/import/\(entry.id)") }
    return try show(visit, entry, writes: true)
  }

  private static func show(_ visit: Visit, _ entry: Uploads.Entry, writes: Bool) throws -> HTTPResponse {
    let file = try writes ? visit.open(for: .write) : YiceFile.forTrial(visit.server.file)
    let book = try SheetFile.open(entry.path)
    book.corrections = entry.corrections
    var settings = try Importer.usual(.teacher, into: file)
    settings.dryRun = !writes
    settings.school = entry.school
    var whole = WorkbookImport(settings)
    whole.tables = entry.tables.compactMapValues { word in TableCatalog.tables.first { $0.name == word } }
    whole.mapping = entry.mapping
    let outcome = try whole.run(book, into: file, author: visit.server.author)
    if visit.wantsJSON { return Answers.json(WorkbookReport(outcome, dryRun: !writes).json) }
    let names = file.info.role.isOneSchool ? [:] : try file.read { try SchoolDirectory.names($0) }
    let page = ImportPage(
      entry: entry, outcome: outcome, isWritten: writes, schools: names, role: file.info.role)
    return Answers.html(try Layout(visit, file).page("导入 \(entry.name)", page.body, place: "/import"))
  }
}
