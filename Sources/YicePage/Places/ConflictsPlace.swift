internal import YiceFormats
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 冲突: rows that two sides changed, cell by cell; each is decided where it stands.
enum ConflictsPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    if visit.isPost { return try decide(visit) }
    guard visit.path.count == 1 else { throw PageProblem.noSuchPlace }
    let file = try visit.open()
    let conflicts = try file.read { try Conflict.all($0) }
    guard visit.path[0] == "conflicts" else {
      return Answers.json(ConflictReport(conflicts).json, pretty: true)
    }
    let auto: Markup =
      conflicts.isEmpty
      ? "<p class=\"good\">✓ 没有等待决定的行。</p>"
      : """
      <p>两边都改过、还没有决定的 \(conflicts.count) 行。每一列选取哪个版本，或写下别的值，然后“决定”。</p>
      <form method="post" action="/conflicts"><button>两边改的是不同的列时，自动合在一起</button></form>
      """
    let body: Markup = "<h1>冲突</h1>\(auto)\(conflicts.map { section($0, isOne: file.info.scopeOrg == nil) })"
    return Answers.html(try Layout(visit, file).page("冲突", body, place: "/conflicts"))
  }

  private static func section(_ conflict: Conflict, isOne canWrite: Bool) -> Markup {
    let versions = conflict.versions.enumerated().map { index, version -> Markup in
      let who = version.entry.map { "\($0.author)，\(Moment.local($0.at))" } ?? "—"
      return
        "<th scope=\"col\">版本 \(index + 1)\(version.isShown ? "（表中所示）" : "")<br><small>\(who)</small></th>"
    }
    let rows = conflict.differingColumns.map { column -> Markup in
      let cells = conflict.versions.enumerated().map { index, version -> Markup in
        let shown = GridLine.text(version.values, column)
        let mark: Markup = index == 0 ? " checked" : ""
        return """
          <td><label><input type="radio" name="t.\(column.name)" value="\(index + 1)"\(mark)> \(shown.isEmpty ? "（空）" : shown)</label></td>
          """
      }
      return """
        <tr><th scope="row">\(column.label)</th>\(cells)<td><input type="text" name="c.\(column.name)" aria-label="\(column.label)：别的值"></td></tr>

        """
    }
    let more: Markup = conflict.more > 0 ? "<p class=\"note\">还有 \(conflict.more) 个版本没有列出。</p>" : ""
    return """
      <section><h2>\(conflict.table.label)　\(conflict.key.text)</h2>
      <form method="post" action="/conflicts/\(conflict.id)"><input type="hidden" name="seen" value="\(seen(conflict))"><div class="box" tabindex="0" role="region" aria-label="\(conflict.table.label) \(conflict.key.text)"><table>
      <thead><tr><th scope="col">列</th>\(versions)<th scope="col">别的值</th></tr></thead><tbody>\(rows)</tbody></table></div>\(more)
      <p class="buttons"><label>理由 <input type="text" name="reason"></label>\(canWrite ? "<button class=\"main\">决定</button>" as Markup : "")</p></form></section>

      """
  }

  private static func decide(_ visit: Visit) throws -> HTTPResponse {
    let form = visit.form
    let reason = form.filled("reason")
    let file = try visit.open(for: .write)
    guard visit.path.count == 2 else {
      try file.write("resolve", author: visit.server.author) {
        _ = try AutoResolution.run($0, reason: reason)
      }
      return Answers.redirect("/conflicts")
    }
    var resolution = Resolution(.version(1))
    resolution.reason = reason
    for (name, value) in form.list where !value.isEmpty {
      if name.hasPrefix("t."), let number = Int(value) {
        resolution.columns[String(name.dropFirst(2))] = number
      }
      if name.hasPrefix("c.") { resolution.values.append("\(name.dropFirst(2))=\(value)") }
    }
    let decided = resolution
    try file.write("resolve", author: visit.server.author) { writer in
      let conflict = try Resolution.conflict(visit.path[1], writer)
      guard form["seen"] == seen(conflict) else { throw ConflictMoved() }
      try decided.apply(to: conflict, writer)
      writer.note = "“\(conflict.table.label)”\(conflict.key.text)" + (reason.map { "：\($0)" } ?? "")
    }
    return Answers.redirect("/conflicts")
  }

  /// The versions that stood side by side; a decision is between those.
  private static func seen(_ conflict: Conflict) -> String {
    (conflict.versions.map { String($0.rev) } + [String(conflict.more)]).joined(separator: "+")
  }

  struct ConflictMoved: YiceError {
    var exitStatus: ExitStatus { .conflicts }
    var description: String { "没有写入：这一行在这期间又有了别的版本。请看过现在的版本再决定。" }
  }
}
