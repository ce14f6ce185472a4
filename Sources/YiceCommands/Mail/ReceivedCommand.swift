internal import ArgumentParser
internal import YiceMerge
internal import YiceReport
internal import YiceStore

/// Who has sent, and who has not.
struct ReceivedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "received", abstract: "各校报送情况：报了没有、什么时候、内容多旧、是否重新建过文件。",
    discussion: "例：yice received 县.db　yice received 县.db --missing", aliases: ["报送"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @Flag(help: "只列还没有报送的。")
  var missing = false

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    var receipts = try file.read { try Receipt.all($0) }
    let sent = receipts.count { $0.files > 0 }
    let total = receipts.count
    if missing { receipts = receipts.filter { $0.files == 0 } }
    try Output.print(ReceiptListing.listing(receipts), as: output.format)
    if output.format == .text { Output.say("共 \(total) 所，已报 \(sent) 所，未报 \(total - sent) 所。") }
  }
}
