internal import YiceFormats
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 历史: who changed what, each step with its undo.
enum HistoryPlace {
  private static let listed = 200

  static func answer(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let listing = try file.read { try HistoryListing.entries($0, limit: listed) }
    guard visit.path.last == "history" else { return Answers.json(listing.json, pretty: true) }
    let canUndo = file.info.scopeOrg == nil
    let rows = listing.rows.map { row -> [Markup] in
      var cells = row.map(\.shown.description)
      cells[6] = HistoryAction.takenBack(cells[6]) ?? cells[6]
      let undo: Markup =
        canUndo && cells[5] != HistoryAction.label("new")
        ? """
        <form method="post" action="/undo" data-ask="要撤销“\(cells[6].isEmpty ? cells[5] : cells[6])”吗？">\
        <input type="hidden" name="revision" value="\(cells[0])"><input type="hidden" name="back" value="/history">\
        <button>撤销</button></form>
        """ : ""
      return [
        "<span class=\"when\">\(cells[1])</span>", "\(cells[2])", "<span class=\"when\">\(cells[3])</span>",
        "<span class=\"when\">\(cells[5])</span>", "\(cells[6])", undo,
      ]
    }
    let note: Markup = rows.count == listed ? "<p class=\"note\">只列最近 \(listed) 次。</p>" : ""
    let body: Markup = """
      <h1>历史</h1>\(PageParts.table("谁在什么时候改了什么", ["时间", "谁", "文件", "操作", "内容", "撤销"], rows))\(note)
      """
    return Answers.html(try Layout(visit, file).page("历史", body, place: "/history"))
  }
}

/// Takes one step back; the bar's buttons and the list of the history ask it.
enum UndoPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    guard let revision = visit.form["revision"].flatMap({ Int64($0) }) else {
      throw PageProblem.badRequest("revision")
    }
    let file = try visit.open(for: .write)
    let outcome = try Undo.run(file, revision: revision, author: visit.server.author)
    guard visit.wantsJSON else { return Answers.redirect(visit.back) }
    let words = outcome.counts.isEmpty ? "没有行需要改动。" : "已撤销：\(outcome.counts)。"
    let reopened = outcome.reopened > 0 ? "其中 \(outcome.reopened) 行又等待决定，见“冲突”。" : ""
    return Answers.json(.object([("words", .string(words + reopened))] + (try Steps.json(file))))
  }
}

/// What can be taken back now, as the script puts it into the bar.
enum Steps {
  static func json(_ file: YiceFile) throws -> [(String, JSONValue)] {
    let next = try file.read { try Undo.Next($0, of: file.info) }
    func step(_ entry: HistoryEntry?, _ words: (HistoryEntry) -> String) -> JSONValue {
      guard let entry else { return .null }
      return .object([("revision", .string(String(entry.id))), ("words", .string(words(entry)))])
    }
    return [("undo", step(next.undo, Layout.undoWords)), ("redo", step(next.redo, Layout.redoWords))]
  }
}
