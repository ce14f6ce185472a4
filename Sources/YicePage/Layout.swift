internal import YiceModel
internal import YiceReport
internal import YiceStore

/// What stands around every place: whose file it is, what can be taken back, where one can go.
struct Layout {
  private let info: FileInfo
  private let next: Undo.Next?
  private let here: String

  /// - Throws: `StoreError`.
  init(_ visit: Visit) throws { try self.init(visit, try visit.open()) }

  init(_ visit: Visit, _ file: YiceFile) throws {
    info = file.info
    next = file.info.scopeOrg == nil ? try file.read { try Undo.Next($0, of: file.info) } : nil
    here = visit.here
  }

  /// Places in the order of a year's work.
  private static let places: [(path: String, label: String)] = [
    ("/", "首页"), ("/tables", "表"), ("/import", "导入"), ("/check", "检查"), ("/ledgers", "台账"),
    ("/report", "指标"), ("/send", "收发"), ("/conflicts", "冲突"), ("/print", "打印"), ("/history", "历史"),
  ]

  /// - Parameters:
  ///   - base: where links that begin with # lead.
  ///   - report: the report's style and script are wanted.
  func page(
    _ title: String, _ body: Markup, place: String = "", base: String? = nil, hasReportScript: Bool = false,
    isWide: Bool = false
  ) -> Markup {
    let year = info.schoolYear.flatMap(SchoolYear.init(start:)).map(\.description) ?? "没有记学年"
    let places = Layout.places.map { path, label -> Markup in
      path == place
        ? "<a href=\"\(path)\" aria-current=\"page\">\(label)</a>" : "<a href=\"\(path)\">\(label)</a>"
    }
    let inside: Markup = """
      <a class="skip" href="\(here)#main">到正文</a>
      <header class="bar"><p class="whose"><strong>\(info.orgName)</strong><span>\(year)　\(info.role.label)文件</span></p>
      \(step("undo", next?.undo, Layout.undoWords))\(step("redo", next?.redo, Layout.redoWords))
      </header>
      <div class="frame"><nav class="places" aria-label="去处">\(places)</nav>
      <main id="main"\(isWide ? "" : " class=\"text\"" as Markup)>
      \(body)</main></div>
      """
    return Layout.document(
      "\(title) - \(info.orgName)", inside, base: base, hasReportScript: hasReportScript)
  }

  /// A page that says nothing of the file, for when it cannot be read.
  static func bare(_ title: String, _ body: Markup) -> Markup {
    document(
      title, "<div class=\"frame\"><main id=\"main\">\(body)</main></div>", base: nil, hasReportScript: false)
  }

  private static func document(_ title: String, _ inside: Markup, base: String?, hasReportScript: Bool)
    -> Markup
  {
    let base: Markup = base.map { "<base href=\"\($0)\">\n" } ?? ""
    let script: Markup = hasReportScript ? "<script src=\"/report.js\" defer></script>\n" : ""
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      \(base)<meta name="viewport" content="width=device-width,initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/page.css">
      <script type="module" src="/script/page.js"></script>
      \(script)</head>
      <body>
      \(inside)
      </body>
      </html>

      """
  }

  private func step(_ id: String, _ entry: HistoryEntry?, _ words: (HistoryEntry) -> String) -> Markup {
    let hidden: Markup = entry == nil ? " hidden" : ""
    let revision = entry.map { String($0.id) } ?? ""
    return """
      <form id="\(id)" method="post" action="/undo"\(hidden)><input type="hidden" name="revision" value="\(revision)">\
      <input type="hidden" name="back" value="\(here)"><button>\(entry.map(words) ?? "")</button></form>
      """
  }

  static func undoWords(_ entry: HistoryEntry) -> String {
    "撤销：\(entry.note ?? HistoryAction.label(entry.action))"
  }

  static func redoWords(_ entry: HistoryEntry) -> String {
    // 「撤销 123（edit：“教师”…）」: what comes back is what stands in the brackets.
    let note = entry.note ?? ""
    let what = note.firstIndex(of: "：").map { note[note.index(after: $0)...].dropLast() } ?? ""
    return "恢复：\(what.isEmpty ? note : String(what))"
  }
}
