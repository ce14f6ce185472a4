internal import YiceFormats
internal import YiceLedgers
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// What the entries of all ledgers have in common: facts, what hangs on them, and evidence by dropping a file.
enum EntryView {
  static func state(_ detail: EntryDetail) -> String {
    let place = detail.listing.columns.firstIndex { $0.name == StateMachine.column } ?? 0
    return detail.listing.rows.first.map { $0[place].shown.description } ?? ""
  }

  static func body(_ detail: EntryDetail) -> Markup {
    let facts = detail.filled.rows.map { row -> Markup in
      "<div><dt>\(row[0].shown.description)</dt><dd>\(row[1].shown.description)</dd></div>"
    }
    let tables = detail.tables.map { listing -> Markup in
      "<h2>\(listing.title ?? "")</h2>" + PageParts.table(listing.title ?? "", listing)
    }
    let moves = detail.moves.map { "<li>\($0)</li>" as Markup }
    return
      "<dl class=\"facts\">\(facts)</dl>\(tables)\(moves.isEmpty ? "" : "<h2>状态变化</h2><ul>\(moves)</ul>" as Markup)"
  }

  static func buttons(_ steps: [(name: String, label: String)]) -> Markup {
    let buttons = steps.enumerated().map { index, step -> Markup in
      "<button\(index == 0 ? " class=\"main\"" as Markup : "") name=\"do\" value=\"\(step.name)\">\(step.label)</button>"
    }
    return "<p class=\"buttons\">\(buttons)</p>"
  }

  static func field(_ name: StaticString, _ label: String, placeholder: String = "") -> Markup {
    let name = Markup(trusted: name.description)
    return """
      <div><label for="\(name)">\(label)</label><input type="text" id="\(name)" name="\(name)" placeholder="\(placeholder)"></div>
      """
  }

  static func drop(_ address: String) -> Markup {
    """
    <div class="drop" data-upload="\(address)" data-most="\(Limits.upload)"><label for="file">佐证文件：拖到这里，或选择</label>\
    <input type="file" id="file"><p role="status"></p></div>
    """
  }

  static func refusal(_ words: String?) -> Markup {
    words.map { "<p class=\"refusal\" role=\"alert\">\(PlaceWords.of($0))</p>" } ?? ""
  }

  /// A file that was dropped on an entry.
  /// - Parameter org: whose material it is, where it answers a line of 档案目录.
  static func attach(
    _ visit: Visit, to table: CatalogTable, back: String,
    whose org: String? = nil,
    _ find: (RevisionWriter) throws -> RowKey
  ) throws -> HTTPResponse {
    guard case .file(let upload) = visit.request.body else { throw PageProblem.badRequest("body") }
    let entry = try visit.server.uploads.keep(upload, name: visit.query["name"] ?? "")
    let file = try visit.open(for: .write)
    _ = try file.write("evidence add", author: visit.server.author) { writer in
      try EvidenceStore.add(
        entry.path, to: table, find(writer), note: nil, on: Moment.today(),
        answering: EvidenceStore.Answer(year: file.info.schoolYear, org: org), writer)
    }
    return Answers.json(
      .object(
        [("place", .string(back)), ("words", .string("佐证“\(entry.name)”已附上。"))] + (try Steps.json(file))))
  }
}
