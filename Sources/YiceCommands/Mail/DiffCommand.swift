internal import ArgumentParser
internal import YiceMerge
internal import YiceReport
internal import YiceStore

/// Rows and cells in which two files differ.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "两个文件有哪些行、哪些格不同。",
    discussion: "例：yice diff 一小.db 一小-旧.db --table 教师 --csv", aliases: ["比较"])

  @Argument(help: ArgumentHelp("第一个文件。", valueName: "文件甲"))
  var first: String

  @Argument(help: ArgumentHelp("第二个文件。", valueName: "文件乙"))
  var second: String

  @Option(name: .customLong("table"), help: ArgumentHelp("只比较这些表，可写多次。", valueName: "表"))
  var tables: [String] = []

  @OptionGroup var output: FormatOptions

  func run() throws {
    let tables = try tables.map { word in
      guard let table = TableCatalog.table(word) else { throw RecordError.unknownTable(word) }
      return table
    }
    var listing = DifferenceListing()
    try Difference.find(YiceFile.open(first), YiceFile.open(second), tables: tables) { listing.add($0) }
    try Output.print(listing.listing, as: output.format)
    if output.format == .text { Output.say(listing.summary) }
  }
}
