internal import ArgumentParser
internal import YiceFormats
internal import YiceReport

/// Lists the sheets of a workbook.
struct SheetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheets", abstract: "列出工作簿里的工作表；--count 数行数。",
    discussion: """
      例：yice sheets 报表.xlsx
          yice sheets 报表.xlsx --count
      """, aliases: ["工作表"])

  @Argument(help: ArgumentHelp("表格（.xlsx、.xls、CSV）。", valueName: "表格"))
  var path: String

  @Flag(help: "读完每张工作表，数有内容的行和列。")
  var count = false

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try SheetFile.open(path)
    try Output.print(try SheetsListing.make(file, counting: count), as: output.format)
  }
}
