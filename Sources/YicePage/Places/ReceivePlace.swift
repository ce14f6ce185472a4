internal import YiceFormats
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceSign
internal import YiceStandards
internal import YiceStore

/// What came back: files and workbooks dropped together are merged on trial first, then in earnest.
enum ReceivePlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    switch (visit.method, visit.path.count) {
    case ("PUT", 2) where visit.path[1] == "upload": return try take(visit)
    case ("GET", 2): return try merge(visit, visit.path[1], writes: false)
    case ("POST", 2): return try merge(visit, visit.path[1], writes: visit.form["do"] != "try")
    case ("POST", 3) where visit.path[2] == "trust":
      try PageKeys.trust(visit)
      return Answers.redirect("/receive/\(visit.path[1])")
    default: throw PageProblem.noSuchPlace
    }
  }

  /// One file after the other; those of one drop go together.
  private static func take(_ visit: Visit) throws -> HTTPResponse {
    guard case .file(let upload) = visit.request.body else { throw PageProblem.badRequest("body") }
    let entry = try visit.server.uploads.keep(
      upload, name: visit.query["name"] ?? "", beside: visit.query.filled("batch"))
    return Answers.json(
      .object([("place", .string("/receive/\(entry.id)")), ("batch", .string(entry.id))]))
  }

  private static func merge(_ visit: Visit, _ id: String, writes: Bool) throws -> HTTPResponse {
    let entry = try visit.server.uploads.entry(id)
    let file = try writes ? visit.open(for: .write) : YiceFile.forTrial(visit.server.file)
    var merger = Merger(into: file)
    merger.dryRun = !writes
    let opening = PageMail.Opening(visit, entry.paths)
    merger.opener = opening.opener
    merger.stages = try file.read { try Profile.used(by: file.info, $0).stages }
    let results = try merger.merge(entry.paths)
    let report = MergeReport(results: results, dryRun: !writes, typedFile: "文件")
    if visit.wantsJSON { return Answers.json(report.json) }
    let listing = report.listing
    let rows = listing.rows.map { row in row.map { "\($0.shown.description)" as Markup } }
    let refused = results.compactMap { result -> Markup? in
      guard case .refused(let reason, _) = result.status else { return nil }
      return "<li class=\"refusal\">未合并：\(opening.words(reason, of: result.fileName))</li>"
    }
    let wrong = opening.problem.map { "<li class=\"refusal\">\($0.description)</li>" as Markup } ?? ""
    let isDone = writes && refused.count < results.count
    let findings = results.flatMap(\.findings).map { "<li>\(PlaceWords.of($0.description))</li>" as Markup }
    let conflicts = report.total.conflicts
    let head: Markup =
      writes && !isDone
      ? "<p class=\"refusal\" role=\"status\">没有合并。</p>"
      : writes
        ? "<p class=\"good\" role=\"status\">✓ 已合并。\(conflicts > 0 ? "有 \(conflicts) 行两边都改过，两个版本都已保留：<a href=\"/conflicts\">去决定</a>。" as Markup : "")</p>"
        : "<p>还没有写入。看过下面会怎样，再按“合并”。\(conflicts > 0 ? "有 \(conflicts) 行两边都改过，合并后两个版本都会保留，等待决定。" as Markup : "")</p>"
    let fields = refused.isEmpty && isDone ? nil : opening.fields
    let again: Markup = fields == nil ? "" : "<button name=\"do\" value=\"try\">试一遍</button>"
    let button: Markup =
      writes || refused.count == results.count
      ? "" : "<button class=\"main\">合并</button>"
    let body: Markup = """
      <h1>合并收到的文件</h1>\(head)\(PageParts.table("收到的文件", listing.columns.map(\.label), rows, numbers: Set(listing.columns.indices.filter { $0 > 2 && listing.columns[$0].name != "signature" })))
      <ul>\(wrong)\(refused)\(findings)</ul>\(writes ? "" : PageKeys.unknown(results, file.info, place: "/receive/\(id)"))
      <form method="post" action="/receive/\(id)">\(fields ?? "")<p class="buttons">\(again)\(button)<a class="button" href="/send">回到收发</a></p></form>
      """
    return Answers.html(try Layout(visit, file).page("合并", body, place: "/send"))
  }
}
