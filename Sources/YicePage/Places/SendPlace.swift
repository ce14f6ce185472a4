internal import YiceFormats
internal import YiceLedgers
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceServer
internal import YiceSign
internal import YiceStore

/// 收发: what a school does at the end (`yice finish`), and the one file that is sent (`yice pack`), and where what came back is dropped.
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
      <h2>完成</h2><p>检查数据，生成一校一册，大班额建档，提出整改；一次写入，可一次撤销。</p>
      <form method="post" action="/send"><button name="do" value="finish">完成</button></form>\(result)
      """ : ""
    let receipts: Markup = try file.info.role.isOneSchool ? "" : received(file)
    let pack: Markup =
      file.info.role.isOneSchool || file.info.role == .county
      ? """
      <h2>打包</h2><p>做成一个可以发送的文件，带封条；存下来，用邮件、U 盘或微信发给对方。</p>
      <form method="post" action="/send">\(PageKeys.fields(file.info))\(try PageMail.fields(file))\
      <p class="buttons"><button class="main" name="do" value="pack">打包并下载</button></p></form>
      """ : ""
    let body: Markup = """
      <h1>收发</h1>\(finish)\(pack)
      <h2>收到的文件</h2><p>把收到的文件（.db，加密的也可以）和填报工作簿（.xlsx）一起拖到框里。先试一遍，看过再合并；迟到的、发了两遍的、旧的都不要紧。</p>
      <div class="drop" data-upload="/receive/upload" data-most="\(Limits.upload)" data-many><p><label for="file">拖到这里，或选择文件</label></p>\
      <p><input type="file" id="file" multiple accept=".db,.age,.sm,.xlsx,.xls"></p><p role="status"></p></div>
      \(receipts)<h2>审核意见</h2><p><a class="button" href="/opinions">意见和答复</a></p>
      """
    return Answers.html(try Layout(visit, file).page("收发", body, place: "/send"))
  }

  private static func received(_ file: YiceFile) throws -> Markup {
    let listing = try file.read { ReceiptListing.listing(try Receipt.all($0)) }.without(["org_code"])
    return listing.rows.isEmpty ? "" : "<h2>报送</h2>" + PageParts.table("谁报了、谁没报", listing)
  }

  private static func finish(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open(for: .write)
    guard let asked = visit.asked(file) else { throw PageProblem.noYear }
    let outcome = try SchoolFinish(asked, on: Moment.today()).run(
      file, author: visit.server.author, dryRun: false)
    let listing = FinishReport(outcome, typedFile: "文件", dryRun: false).listing.without(["next"])
    return try page(
      visit,
      result: "<p class=\"good\" role=\"status\">✓ 已完成。</p>"
        + PageParts.table("做了什么", listing))
  }

  private static func pack(_ visit: Visit) throws -> HTTPResponse {
    let file = try visit.open()
    let name = try Pack.name(of: file)
    let signer = try PageKeys.signer(visit, file.info)?.naming(name)
    guard let receivers = try PageMail.receivers(visit, file) else {
      return try Downloads.made(named: name) {
        _ = try Pack.pack(file, to: $0, replacing: true, signer: signer)
      }
    }
    return try Downloads.made(named: Mail.encrypted(name, isSM: receivers.isSM)) {
      _ = try Pack.pack(file, to: $0, for: receivers, replacing: true, signer: signer)
    }
  }
}
