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
    case "PUT":
      return try EntryView.attach(visit, to: .rectification, back: address(key)) {
        try EntryKey.find(key, in: .rectification, $0.db, $0.file)
      }
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
      try file.write("rectify \(step.rawValue)", author: author) {
        try step.take(key, said, $0, by: author)
      }
      return Answers.redirect(address(key))
    } catch let error as any YiceError where error is MoveError || error is RecordError {
      return try page(visit, key, refusal: error.description)
    }
  }

  private static func page(_ visit: Visit, _ key: String, refusal: String?) throws -> HTTPResponse {
    let file = try visit.open()
    let detail = try file.read { db in
      try EntryDetail(db, .rectification, EntryKey.find(key, in: .rectification, db, file.info))
    }
    let state = EntryView.state(detail)
    let steps =
      file.info.scopeOrg == nil ? RectificationStep.allowed(from: state, by: file.info.role) : []
    let body: Markup = """
      <h1>整改：\(state)</h1>\(EntryView.refusal(refusal))\(steps.isEmpty ? "" : form(steps, key))\(EntryView.body(detail))
      """
    return Answers.html(
      try Layout(visit, file).page("整改", body, place: "/ledgers"), status: refusal == nil ? 200 : 422)
  }

  private static func form(_ steps: [RectificationStep], _ key: String) -> Markup {
    let verifier: Markup =
      steps.contains { [.strike, .sendBack, .reopen].contains($0) }
      ? EntryView.field("verifier", "核验人（不写则是您）") + EntryView.field("unit", "核验单位") : ""
    return """
      <form method="post" action="\(address(key))"><div class="fields">\(EntryView.field("text", "进展、意见或理由"))\
      \(EntryView.field("on", "日期（不写则是今天）", placeholder: "2022-10-08"))\
      \(EntryView.field("evidence", "佐证材料（说明；也可以把文件拖到下面）"))\(verifier)</div>
      \(EntryView.buttons(steps.map { ($0.rawValue, $0.label) }))</form>\(EntryView.drop(address(key)))
      """
  }
}
