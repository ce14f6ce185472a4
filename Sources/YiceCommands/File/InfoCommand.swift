internal import ArgumentParser
internal import YiceMerge
internal import YiceReport
internal import YiceStore

/// What a file is and holds.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "这个文件是谁的，里面有什么。", aliases: ["信息"])

  @Argument(help: ArgumentHelp("一册文件（.db）；收到的加密文件也可以。", valueName: "文件"))
  var file: String

  @OptionGroup var opening: OpeningOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let received = try ReceivedFile(file, opening.opener(for: [file]))
    let listing = try withExtendedLifetime(received) {
      let file = try YiceFile.open(received.path)
      return try file.read { try FileSummary.listing($0, file) }
    }
    try Output.print(listing, as: output.format, maximumCellWidth: nil)
  }
}
