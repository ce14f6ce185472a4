internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// Gives a content back.
struct EvidenceExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "取出一个佐证文件；不覆盖已有文件。", aliases: ["取出"])

  @OptionGroup var target: EntryArguments

  @Option(name: [.short, .long], help: ArgumentHelp("写到哪里；不写则用原文件名，写在当前文件夹。", valueName: "文件"))
  var output: String?

  func run() throws {
    let file = try YiceFile.open(target.file)
    let (name, bytes) = try file.read { try EvidenceListing.content($0, target.entry, file.info) }
    try EvidenceStore.write(bytes, to: output ?? name)
    Output.say("已取出 \(output ?? name)（\(EvidenceError.size(bytes.count))）。")
  }
}
