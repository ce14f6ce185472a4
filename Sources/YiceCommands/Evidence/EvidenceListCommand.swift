internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// Evidence of a file.
struct EvidenceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "列出佐证材料：附在哪一行、多大、内容在不在。", aliases: ["列出"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("只列附在这个表上的。", valueName: "表"))
  var table: String?

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let table = try table.map { word in
      guard let table = TableCatalog.table(word) else { throw RecordError.unknownTable(word) }
      return table
    }
    try Output.print(try file.read { try EvidenceListing.list($0, table: table) }, as: output.format)
  }
}
