internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// The tables of a file, or the columns of one table.
struct TablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables", abstract: "有哪些表；某个表有哪些列、允许填什么。", aliases: ["表"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("表名；不写则列出全部表。", valueName: "表"))
  var table: String?

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    guard let word = table else {
      try Output.print(try file.read { try CatalogListing.tables($0) }, as: output.format)
      return
    }
    guard let table = TableCatalog.table(word) else { throw RecordError.unknownTable(word) }
    try Output.print(CatalogListing.columns(table), as: output.format, maximumCellWidth: 60)
  }
}
