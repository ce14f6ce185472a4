internal import YiceFormats
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

/// 档案目录: what is expected from whom, what is attached, what is missing; a line opens to take files by dropping them.
enum MaterialsPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    switch (visit.method, visit.query.filled("id")) {
    case ("GET", nil): return try list(visit)
    case ("POST", nil): return try propose(visit)
    case ("GET", let id?): return try one(visit, id)
    case ("PUT", let id?): return try attach(visit, id)
    default: throw PageProblem.noSuchPlace
    }
  }

  private static func address(_ line: MaterialPlan.Line) -> String { address(line.id, of: line.org) }

  private static func address(_ id: String, of org: String) -> String {
    "/materials" + FormFields.query([("id", id), ("org", org)])
  }

  private static func plan(_ visit: Visit, _ file: YiceFile, school: String? = nil) throws -> MaterialPlan {
    try file.read { db in
      let code = try school.map { try SchoolDirectory(db).code(of: $0) }
      return try MaterialPlan(db, file.info, year: file.info.schoolYear, school: code)
    }
  }

  // MARK: - The list

  private static func list(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let plan = try plan(visit, file, school: visit.query.filled("school"))
    if visit.path[0] == "materials.json" { return Answers.json(MaterialListing(plan).json, pretty: true) }
    let onlyMissing = visit.query["missing"] != nil
    let rows = (onlyMissing ? plan.missing : plan.lines).map { line -> [Markup] in
      [
        "<a href=\"\(address(line))\">\(line.material)</a>", "\(line.box ?? "")", "\(line.indicator)",
        "\(line.orgName)", "\(line.year.map { String($0) } ?? "每年")",
        "\(line.attached.map(\.name).joined(separator: "；"))", state(line.state),
      ]
    }
    let table =
      rows.isEmpty
      ? PageParts.empty(plan.isThere ? "没有这样的材料。" : nothing(file.info))
      : PageParts.table("档案目录", ["材料", "档案盒", "指标", "单位", "年度", "已附文件", "状态"], rows)
    let edit: Markup =
      CatalogTable.expectedMaterial.writers.roles.contains(file.info.role) ? proposal(plan) : ""
    let body: Markup = """
      <h1>档案目录</h1><p>必备 \(plan.required) 件，缺 \(plan.missing.count) 件。点材料名，把文件拖进去。</p>
      <p class="two"><a class="button" href="/materials">全部</a><a class="button" href="/materials?missing=1">只看缺的</a>\
      <a class="button" href="/print\(FormFields.query([("form", "档案目录")]))">按档案盒打印</a></p>\(edit)\(table)
      """
    return Answers.html(try Layout(visit, file).page("档案目录", body, place: "/ledgers", isWide: true))
  }

  private static func nothing(_ file: FileInfo) -> String {
    file.role.isOneSchool ? "还没有档案目录；由教育局做好下发。" : "还没有档案目录。可以先放入建议的起点，再按本地要求修改。"
  }

  private static func proposal(_ plan: MaterialPlan) -> Markup {
    """
    <form method="post" action="/materials"><p class="two"><a class="button" href="/table/expected_material">修改目录</a>\
    <button>\(plan.isThere ? "补上建议里有而这里没有的" : "放入建议的目录（不是官方清单）")</button></p></form>
    """
  }

  private static func state(_ state: MaterialPlan.State) -> Markup {
    switch state {
    case .attached: "<b class=\"v m-met\">✓ \(state.rawValue)</b>"
    case .missing: "<b class=\"v m-below\">✗ \(state.rawValue)</b>"
    case .optional: "<span class=\"dim\">\(state.rawValue)</span>"
    }
  }

  private static func propose(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open(for: .write)
    _ = try file.write("evidence propose", author: visit.server.author) { try MaterialProposal.take($0) }
    return Answers.redirect("/materials")
  }

  // MARK: - One line

  private static func line(_ visit: Visit, _ file: YiceFile, _ id: String) throws -> MaterialPlan.Line {
    let org = visit.query.filled("org")
    let found = try plan(visit, file).lines.first { $0.id == id && (org == nil || $0.org == org) }
    guard let found else { throw PageProblem.noSuchPlace }
    return found
  }

  private static func one(_ visit: Visit, _ id: String) throws -> HTTPResponse {
    let file = try visit.open()
    let line = try line(visit, file, id)
    let files = line.attached.map { file -> [Markup] in
      [
        "\(file.name)", PageParts.optional(file.addedOn), "\(file.isHeld ? "在" : "不在这里")",
        "\(file.note ?? "")",
      ]
    }
    let attached =
      files.isEmpty
      ? PageParts.empty("还没有附文件。") : PageParts.table("已附文件", ["文件", "日期", "内容", "备注"], files)
    let drop = file.info.scopeOrg == nil ? EntryView.drop(address(line)) : ""
    let body: Markup = """
      <h1>\(line.material)</h1><dl class="facts"><div><dt>指标</dt><dd>\(line.indicator)</dd></div>\
      <div><dt>单位</dt><dd>\(line.orgName)</dd></div><div><dt>档案盒</dt><dd>\(line.box ?? "")</dd></div>\
      <div><dt>依据、备注</dt><dd>\([line.basis, line.note].compactMap { $0 }.joined(separator: "；"))</dd></div></dl>
      \(attached)\(drop)<p><a href="/materials">回档案目录</a></p>
      """
    return Answers.html(try Layout(visit, file).page(line.material, body, place: "/ledgers"))
  }

  private static func attach(_ visit: Visit, _ id: String) throws -> HTTPResponse {
    let line = try line(visit, try visit.open(), id)
    return try EntryView.attach(visit, to: .expectedMaterial, back: address(line), whose: line.org) { _ in
      line.key
    }
  }
}
