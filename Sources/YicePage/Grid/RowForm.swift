internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// One row as a form: on a small screen, and where no script runs.
enum RowForm {
  static func answer(_ visit: Visit, _ word: String) throws -> HTTPResponse {
    let file = try visit.open()
    let choice = try GridChoice(visit, table: word, in: file)
    let back = Visit.place(visit.query.filled("back")) ?? "/table/\(word)"
    guard let text = visit.query.filled("key") else {
      return try page(visit, file, choice, Draft(line: nil), back: back)
    }
    let line = try file.read { db in
      try GridLine.line(db, choice.table, RowKey.find(text, in: choice.table, file: file.info, db))
    }
    guard let line else { throw RecordError.notFound(table: choice.table.label, row: text) }
    return try page(visit, file, choice, Draft(line: line), back: back)
  }

  /// After a form was sent: back where it came from, or the form again with what was wrong.
  static func written(
    _ visit: Visit, _ block: BlockWrite, _ results: [BlockWrite.Result], _ file: YiceFile
  ) throws -> HTTPResponse {
    guard let line = block.lines.first, let result = results.first else {
      return Answers.redirect(visit.back)
    }
    guard result.clash != nil || result.refusal != nil || !result.problems.isEmpty else {
      return Answers.redirect(visit.back)
    }
    let choice = try GridChoice(visit, table: block.table.name, in: file)
    let typed = Dictionary(line.cells.map { ($0.column.name, $0.text) }) { $1 }
    let draft = Draft(line: result.row, typed: typed, result: result, key: line.key)
    return try page(visit, file, choice, draft, back: visit.back, status: result.clash == nil ? 422 : 409)
  }

  /// What the form shows: the row as it is, and what was typed over it.
  private struct Draft {
    let line: GridLine?
    var typed: [String: String] = [:]
    var result: BlockWrite.Result?
    var key: String?
  }

  private static func page(
    _ visit: Visit, _ file: YiceFile, _ choice: GridChoice, _ draft: Draft, back: String, status: Int = 200
  ) throws -> HTTPResponse {
    let table = choice.table
    let columns = GridColumns(choice, file.info)
    let fields = table.columns.enumerated().filter { !columns.isHidden($0.element) }.map { place, column in
      field(
        column, draft, now: draft.line?.cells[place] ?? "", columns)
    }
    let title = draft.line == nil ? "\(table.label)：增加一行" : "\(table.label)　\(draft.line?.key ?? "")"
    let isGone = draft.result?.clash != nil && draft.line == nil
    let body: Markup = """
      <h1>\(title)</h1>\(notice(draft))
      <form method="post" action="/table/\(table.name)/write"><input type="hidden" name="row" value="\(isGone ? "" : draft.line?.key ?? "")">\
      <input type="hidden" name="version" value="\(draft.line?.version ?? "")"><input type="hidden" name="back" value="\(back)">
      <div class="fields">\(fields)</div>
      <p class="buttons">\(columns.isWritable ? "<button class=\"main\">写入</button>" as Markup : "")<a class="button" href="\(back)">不改，回去</a></p></form>
      \(try draft.line.map { try RowEvidence.section($0, of: columns, file, back: back) } ?? "")\
      \(draft.line.map { RowOpinion.section($0, of: columns, file, back: back) } ?? "")\
      \(removal(table, draft, back: back, isWritable: columns.isWritable))
      """
    return Answers.html(
      try Layout(visit, file).page(title, body, place: "/tables"), status: status)
  }

  /// Both versions stand in the form: what was typed in the fields, what is in the file now below each.
  private static func notice(_ draft: Draft) -> Markup {
    guard let result = draft.result else { return "" }
    if let clash = result.clash {
      let who = clash.author.map { "“\($0)”" } ?? "别处"
      let when = clash.at.map { "于 \(Moment.local($0)) " } ?? ""
      let what = draft.line == nil ? "删去。再写入就作为新的一行" : "改过。格里是你写的，下面是现在文件里的；改好后再写入"
      return "<p class=\"refusal\" role=\"alert\">没有写入：这一行在你改的时候被\(who)\(when)\(what)。</p>"
    }
    let words = result.refusal ?? "标红的格没有写入，其余\(result.wasWritten ? "已写入" : "也没有写入")。"
    return "<p class=\"refusal\" role=\"alert\">\(words)</p>"
  }

  private static func field(
    _ column: CatalogColumn, _ draft: Draft, now: String, _ columns: GridColumns
  ) -> Markup {
    let id = "f-\(column.name)"
    let name = "c.\(column.name)"
    let value = draft.typed[column.name] ?? now
    let problem = draft.result?.problems[column.name]
    let isFixed = columns.isFixed(column) && draft.line != nil || !columns.isWritable
    let marks: Markup = """
      \(problem == nil ? "" : " aria-invalid=\"true\"" as Markup) aria-describedby="\(id)-help"\(isFixed ? " disabled" as Markup : "")
      """
    let input: Markup
    let choices = columns.choices(column)
    if !choices.isEmpty {
      let known = choices.contains(value) || value.isEmpty ? choices : choices + [value]
      let options = ([""] + known).map { word -> Markup in
        "<option value=\"\(word)\"\(word == value ? " selected" as Markup : "")>\(word.isEmpty ? "（空）" : word)</option>"
      }
      input = "<select id=\"\(id)\" name=\"\(name)\"\(marks)>\(options)</select>"
    } else if column.prose {
      input = "<textarea id=\"\(id)\" name=\"\(name)\" rows=\"3\"\(marks)>\n\(Markup.lines(value))</textarea>"
    } else {
      input = "<input type=\"text\" id=\"\(id)\" name=\"\(name)\" value=\"\(value)\"\(marks)>"
    }
    let why: Markup = problem.map { "<small class=\"refusal\">\($0)</small>" } ?? ""
    let other: Markup =
      draft.result?.clash != nil && value != now
      ? "<small class=\"refusal\">现在文件里：\(now.isEmpty ? "（空）" : now)</small>" : ""
    return """
      <div><label for="\(id)">\(column.heading)\(column.required ? "＊" : "")</label>\(input)\(why)\(other)\
      <small id="\(id)-help">\(columns.help(column))</small></div>

      """
  }

  private static func removal(_ table: CatalogTable, _ draft: Draft, back: String, isWritable: Bool) -> Markup
  {
    guard isWritable, let line = draft.line else { return "" }
    return """
      <form method="post" action="/table/\(table.name)/write" data-ask="要删除这一行吗？可以撤销。"><input type="hidden" name="row" value="\(line.key)">\
      <input type="hidden" name="version" value="\(line.version)"><input type="hidden" name="remove" value="1">\
      <input type="hidden" name="back" value="\(back)"><p class="removal"><button>删除这一行</button></p></form>
      """
  }
}
