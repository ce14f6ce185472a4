internal import YiceFormats
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 审核意见: each with its answer and its end.
enum OpinionsPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    if visit.isPost { return try write(visit) }
    let file = try visit.open()
    let listing = try file.read { try OpinionListing.listing($0, openOnly: false) }
    guard visit.path[0] == "opinions" else { return Answers.json(listing.json, pretty: true) }
    let names = try file.read { try SchoolDirectory.names($0) }
    let canWrite = file.info.scopeOrg == nil
    let rows = listing.rows.map { row -> [Markup] in
      var cells = Dictionary(zip(listing.columns.map(\.name), row.map(\.shown.description))) { first, _ in
        first
      }
      let code = cells.removeValue(forKey: "org_code") ?? ""
      let id = cells["id"] ?? ""
      let isClosed = cells["closed"] == "是"
      let subject = [cells["table"], cells["row"], cells["column"]].compactMap(\.self).filter { !$0.isEmpty }
      let answer: Markup =
        isClosed
        ? "已关闭"
        : !canWrite
          ? ""
          : """
          <form method="post" action="/opinions"><input type="hidden" name="id" value="\(id)">\
          <input type="text" name="text" aria-label="答复 \(id)"> <button name="do" value="reply">答复</button> \
          <button name="do" value="close">关闭</button></form>
          """
      return [
        "\(subject.joined(separator: " "))", "\(names[code] ?? code)", "\(cells["judgement"] ?? "")",
        "\(cells["text"] ?? "")",
        "\(cells["side"] ?? "") \(cells["given_on"] ?? "")", "\(cells["reply"] ?? "")", answer,
      ]
    }
    let list =
      rows.isEmpty
      ? PageParts.empty("没有审核意见。")
      : PageParts.table("审核意见和答复", ["对什么", "学校", "意见", "说明", "提出", "最近答复", "答复"], rows)
    let body: Markup = "<h1>审核意见</h1>\(list)"
    return Answers.html(try Layout(visit, file).page("审核意见", body, place: "/send"))
  }

  private static func write(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open(for: .write)
    if visit.form["do"] == RowOpinion.word {
      try RowOpinion.give(visit, file)
      return Answers.redirect("/opinions")
    }
    guard let id = visit.form.filled("id") else { throw PageProblem.badRequest("id") }
    let author = visit.server.author
    switch visit.form["do"] {
    case "reply"?:
      let text = visit.form["text"] ?? ""
      try file.write("reply", author: author) { try Opinions.reply($0, to: id, text: text, by: author) }
    case "close"?: try file.write("close", author: author) { try Opinions.close($0, id) }
    default: throw PageProblem.badRequest("do")
    }
    return Answers.redirect("/opinions")
  }
}
