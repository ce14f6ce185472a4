internal import ArgumentParser
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// The catalogue in use.
struct LedgerCatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue", abstract: "现用的应配目录：每项要求谁、标准依据、是否核实、现状从哪里取。",
    discussion: "教育局在“应配目录”表里增加同编号的行，就代替随程序的那一项；启用=否 则不要求。", aliases: ["目录"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let catalogue = try file.read {
      try Catalogue.load(from: $0, orgCode: file.info.bureau)
    }
    try Output.print(LedgerListing.catalogue(catalogue), as: output.format)
  }
}
