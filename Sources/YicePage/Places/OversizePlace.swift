internal import YiceFormats
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// 大班额、大校额: the list, and one class or school with its counts and the steps that are allowed now.
enum OversizePlace {
  static func address(_ key: String) -> String { "/oversize" + FormFields.query([("key", key)]) }

  static func answer(_ visit: Visit) throws -> HTTPResponse {
    guard let key = visit.query.filled("key") else { return try list(visit) }
    switch visit.method {
    case "GET": return try page(visit, key, refusal: nil)
    case "POST": return try step(visit, key)
    case "PUT":
      let file = try visit.open()
      let target = try file.read { try OversizeTarget.find(key, $0, file.info) }
      return try EntryView.attach(visit, to: target.table, back: address(key)) { _ in target.key }
    default: throw PageProblem.noSuchPlace
    }
  }

  private static func list(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    guard let year = file.info.schoolYear else { throw PageProblem.noYear }
    let (entries, listing) = try file.read { db in
      let entries = try OversizeEntry.all(db)
      return (
        entries, try OversizeListing.entries(entries, year: year, Profile.used(by: file.info, db).stages)
      )
    }
    if visit.path[0] != "oversize" { return Answers.json(listing.json, pretty: true) }
    let shown = listing.without(["key"])
    let rows = zip(entries, shown.rows).map { entry, row -> [Markup] in
      row.enumerated().map { place, cell in
        place == 1
          ? "<a href=\"\(address(entry.key))\">\(cell.shown.description)</a>" : "\(cell.shown.description)"
      }
    }
    let list =
      rows.isEmpty
      ? PageParts.empty("台账里没有班级和学校。")
      : PageParts.table("大班额、大校额台账", shown.columns.map(\.label), rows)
    return Answers.html(
      try Layout(visit, file).page("大班额", "<h1>大班额、大校额</h1>\(list)", place: "/ledgers", isWide: true))
  }

  private static func step(_ visit: Visit, _ key: String) throws -> HTTPResponse {
    let form = visit.form
    guard let step = form["do"].flatMap(OversizeStep.init) else { throw PageProblem.badRequest("do") }
    let typed = form.filled("on") ?? Moment.today()
    var words = OversizeStep.Words(day: DateText.normalized(typed) ?? typed)
    words.heads = form.filled("heads").flatMap { Int($0) }
    words.text = form.filled("text")
    words.verifier = form.filled("verifier")
    let (said, author) = (words, visit.server.author)
    do {
      let file = try visit.open(for: .write)
      let (target, rules) = try file.read { db in
        (try OversizeTarget.find(key, db, file.info), try Profile.used(by: file.info, db).sizes)
      }
      try file.write("oversize \(step.rawValue)", author: author) {
        try step.take(target, said, rules: rules, $0, by: author)
      }
      return Answers.redirect(address(key))
    } catch let error as any YiceError
      where error is MoveError || error is RecordError || error is LedgerError
    {
      return try page(visit, key, refusal: error.description)
    }
  }

  private static func page(_ visit: Visit, _ key: String, refusal: String?) throws -> HTTPResponse {
    let file = try visit.open()
    let (target, detail) = try file.read { db in
      let target = try OversizeTarget.find(key, db, file.info)
      return (target, try EntryDetail(db, target.table, target.key))
    }
    let state = EntryView.state(detail)
    let steps =
      file.info.scopeOrg == nil
      ? OversizeStep.allowed(from: state, in: target.table, by: file.info.role) : []
    let verifier: Markup = steps.contains(.strike) ? EntryView.field("verifier", "核验人（不写则是您）") : ""
    let form: Markup =
      steps.isEmpty
      ? ""
      : """
      <form method="post" action="\(address(key))"><div class="fields">\(EntryView.field("heads", "核查人数"))\
      \(EntryView.field("on", "日期（不写则是今天）", placeholder: "2022-10-08"))\
      \(EntryView.field("text", "佐证或销号依据（说明；也可以把文件拖到下面）"))\(verifier)</div>
      \(EntryView.buttons(steps.map { ($0.rawValue, $0.label) }))</form>\(EntryView.drop(address(key)))
      """
    let body: Markup = """
      <h1>\(target.table.label)：\(state)</h1>\(EntryView.refusal(refusal))\(form)\(EntryView.body(detail))
      """
    return Answers.html(
      try Layout(visit, file).page("大班额", body, place: "/ledgers"), status: refusal == nil ? 200 : 422)
  }
}
