internal import YiceReport
internal import YiceServer
internal import YiceStore

/// An opinion on a row or on one of its columns, given on the row's form by those who may.
enum RowOpinion {
  static let word = "give"

  static func section(_ line: GridLine, of columns: GridColumns, _ file: YiceFile, back: String) -> Markup {
    let table = columns.table
    guard file.info.scopeOrg == nil, Authority.allows(file.info.role, in: .opinion),
      table.name != CatalogTable.opinion.name, table.name != CatalogTable.opinionReply.name,
      case .choice(let words)? = CatalogTable.opinion.column("judgement")?.type
    else { return "" }
    let judgements = words.map { "<option>\($0)</option>" as Markup }
    let shown = table.columns.filter { !columns.isHidden($0) }
    let places = shown.map { "<option value=\"\($0.name)\">\($0.label)</option>" as Markup }
    return """
      <h2>审核意见</h2><form method="post" action="/opinions"><input type="hidden" name="table" value="\(table.name)">\
      <input type="hidden" name="key" value="\(line.key)"><input type="hidden" name="back" value="\(back)">
      <p class="buttons"><label>对哪一列 <select name="column"><option value="">整行</option>\(places)</select></label>\
      <label>意见 <select name="judge">\(judgements)</select></label>\
      <label>说明 <input type="text" name="text" size="30"></label><button name="do" value="\(word)">提意见</button></p></form>
      """
  }

  /// - Throws: `RecordError`, `PageProblem`.
  static func give(_ visit: Visit, _ file: YiceFile) throws {
    let form = visit.form
    guard let table = form["table"].flatMap(TableCatalog.table), let key = form.filled("key"),
      let judged = form.filled("judge")
    else { throw PageProblem.badRequest("give") }
    let author = visit.server.author
    _ = try file.write("opinion", author: author) { writer in
      try Opinions.give(
        writer, table, RowKey.find(key, in: table, file: file.info, writer.db), column: form.filled("column"),
        judgement: judged, text: form.filled("text"), by: author)
    }
  }
}
