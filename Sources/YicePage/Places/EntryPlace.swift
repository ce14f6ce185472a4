internal import YiceFormats
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// One entry of 整改清单: what hangs on it, the steps that are allowed now, evidence by dropping a file on it.
enum EntryPlace {
  static func address(_ key: String) -> String { "/entry" + FormFields.query([("key", key)]) }

  static func answer(_ visit: Visit) throws -> HTTPResponse {
    guard let key = visit.query.filled("key") else { throw PageProblem.badRequest("key") }
    switch visit.method {
    case "GET": return try page(visit, key, refusal: nil)
    case "POST": return try step(visit, key)
    case "PUT": return try attach(visit, key)
    default: throw PageProblem.noSuchPlace
    }
  }

  private static func step(_ visit: Visit, _ key: String) throws -> HTTPResponse {
    let form = visit.form
    guard let step = form["do"].flatMap(RectificationStep.init) else { throw PageProblem.badRequest("do") }
    let typed = form.filled("on") ?? Moment.today()
    var words = RectificationStep.Words(day: DateText.normalized(typed) ?? typed)
    words.text = form.filled("text")
    words.evidence = form.filled("evidence")
    words.verifier = form.filled("verifier")
    words.unit = form.filled("unit")
    let (said, author) = (words, visit.server.author)
    do {
      let file = try visit.open(for: .write)
      try file.write("rectify \(step.rawValue)", author: author) { try step.take(key, said, $0, by: author) }
      return Answers.redirect(address(key))
    } catch let error as MoveError {
      return try page(visit, key, refusal: error.description)
    } catch let error as RecordError {
      return try page(visit, key, refusal: error.description)
    }
  }

  private static func attach(_ visit: Visit, _ key: String) throws -> HTTPResponse {
    guard case .file(let upload) = visit.request.body else { throw PageProblem.badRequest("body") }
    let entry = try visit.server.uploads.keep(upload, name: visit.query["name"] ?? "")
    let file = try visit.open(for: .write)
    _ = try file.write("evidence add", author: visit.server.author) { writer in
      let row = try EntryKey.find(key, in: .rectification, writer.db, writer.file)
      return try EvidenceStore.add(
        entry.path, to: .rectification, row, note: nil, on: Moment.today(), writer)
    }
    return Answers.json(.object([("place", .string(address(key)))]))
  }

  private static func page(_ visit: Visit, _ key: String, refusal: String?) throws -> HTTPResponse {
    let file = try visit.open()
    let detail = try file.read { db in
      try EntryDetail(db, .rectification, EntryKey.find(key, in: .rectification, db, file.info))
    }
    let place = detail.listing.columns.firstIndex { $0.name == "state" } ?? 0
    let state = detail.listing.rows.first.map { $0[place].shown.description } ?? ""
    let steps =
      file.info.scopeOrg == nil ? RectificationStep.allowed(from: state, by: file.info.role) : []
    let facts = detail.filled.rows.map { row -> Markup in
      "<div><dt>\(row[0].shown.description)</dt><dd>\(row[1].shown.description)</dd></div>"
    }
    let tables = detail.tables.map { listing -> Markup in
      let rows = listing.rows.map { row in row.map { "\($0.shown.description)" as Markup } }
      return "<h2>\(listing.title ?? "")</h2>"
        + PageParts.table(listing.title ?? "", listing.columns.map(\.label), rows)
    }
    let moves = detail.moves.map { "<li>\($0)</li>" as Markup }
    let no: Markup = refusal.map { "<p class=\"refusal\" role=\"alert\">\($0)</p>" } ?? ""
    let body: Markup = """
      <h1>整改：\(state)</h1>\(no)\(steps.isEmpty ? "" : form(steps, key))
      <dl class="facts">\(facts)</dl>\(tables)\(moves.isEmpty ? "" : "<h2>状态变化</h2><ul>\(moves)</ul>" as Markup)
      """
    return Answers.html(
      try Layout(visit, file).page("整改", body, place: "/ledgers"), status: refusal == nil ? 200 : 422)
  }

  private static func form(_ steps: [RectificationStep], _ key: String) -> Markup {
    let buttons = steps.enumerated().map { index, step -> Markup in
      "<button\(index == 0 ? " class=\"main\"" as Markup : "") name=\"do\" value=\"\(step.rawValue)\">\(step.label)</button>"
    }
    let verifier: Markup =
      steps.contains { [.strike, .sendBack, .reopen].contains($0) }
      ? """
      <div><label for="verifier">核验人（不写则是您）</label><input type="text" id="verifier" name="verifier"></div>\
      <div><label for="unit">核验单位</label><input type="text" id="unit" name="unit"></div>
      """ : ""
    return """
      <form method="post" action="\(address(key))"><div class="fields">
      <div><label for="text">进展、意见或理由</label><input type="text" id="text" name="text"></div>
      <div><label for="on">日期（不写则是今天）</label><input type="text" id="on" name="on" placeholder="2022-10-08"></div>
      <div><label for="evidence">佐证材料（说明；也可以把文件拖到下面）</label><input type="text" id="evidence" name="evidence"></div>\(verifier)</div>
      <p class="buttons">\(buttons)</p></form>
      <div class="drop" data-upload="\(address(key))" data-most="\(Limits.upload)"><label for="file">佐证文件：拖到这里，或选择</label>\
      <input type="file" id="file"><p role="status"></p></div>
      """
  }
}
