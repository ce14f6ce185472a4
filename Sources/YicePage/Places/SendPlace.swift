internal import YiceFiles
internal import YiceFormats
internal import YiceLedgers
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// 发送: what a school does at the end (`yice finish`), and the one file that is sent (`yice pack`).
enum SendPlace {
  static func answer(_ visit: Visit) throws -> HTTPResponse {
    guard visit.isPost else { return try page(visit, result: "") }
    switch visit.form["do"] {
    case "finish"?: return try finish(visit)
    case "pack"?: return try pack(visit)
    default: throw PageProblem.badRequest("do")
    }
  }

  private static func page(_ visit: Visit, result: Markup) throws -> HTTPResponse {
    let file = try visit.open()
    let finish: Markup =
      file.info.role == .school && file.info.schoolYear != nil
      ? """
      <h2>一、完成</h2><p>检查数据，生成一校一册，大班额建档，提出整改；一次写入，可一次撤销。</p>
      <form method="post" action="/send"><button name="do" value="finish">完成</button></form>\(result)
      """ : ""
    let body: Markup = """
      <h1>发送</h1>\(finish)
      <h2>\(finish.text.isEmpty ? "" : "二、")打包</h2><p>做成一个可以发送的文件，带封条；存下来，用邮件、U 盘或微信发给对方。</p>
      <form method="post" action="/send"><button class="main" name="do" value="pack">打包并下载</button></form>
      """
    return Answers.html(try Layout(visit, file).page("发送", body, place: "/send"))
  }

  private static func finish(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open(for: .write)
    guard let asked = visit.asked(file) else { throw PageProblem.noYear }
    let outcome = try SchoolFinish(asked, on: Moment.today()).run(file, author: visit.server.author, dryRun: false)
    let listing = FinishReport(outcome, typedFile: "文件", dryRun: false).listing.without(["next"])
    let rows = listing.rows.map { row in row.map { "\($0.shown.description)" as Markup } }
    return try page(
      visit, result: "<p class=\"good\" role=\"status\">✓ 已完成。</p>"
        + PageParts.table("做了什么", listing.columns.map(\.label), rows, numbers: [2]))
  }

  private static func pack(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let name = try Pack.name(of: file)
    let folder = try PrivateFolder()
    let path = folder.path + "/" + name
    _ = try Pack.pack(file, to: path, replacing: true)
    // The name goes away with the folder; what is open stays until it is sent.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw Uploads.Problem.noRoom }
    return Answers.download(descriptor, count: Int(status.st_size), name: name)
  }
}
