internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// Caps of evidence.
struct EvidenceLimitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limits", abstract: "佐证文件的上限：单个文件、全部内容；不写选项则显示。",
    discussion: "例：yice evidence limits 一小.db --file-mb 20 --total-mb 500", aliases: ["上限"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(name: .customLong("file-mb"), help: ArgumentHelp("单个文件上限，MB。", valueName: "MB"))
  var fileMB: Int?

  @Option(name: .customLong("total-mb"), help: ArgumentHelp("全部内容上限，MB。", valueName: "MB"))
  var totalMB: Int?

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    for value in [fileMB, totalMB] where value.map({ !(1...1500).contains($0) }) ?? false {
      throw ValidationError("上限应在 1 到 1500 MB 之间。")
    }
  }

  func run() throws {
    let isChange = fileMB != nil || totalMB != nil
    let file = try YiceFile.open(file, for: isChange ? .write : .read)
    var caps = try file.read { try EvidenceStore.Caps($0) }
    if let fileMB { caps.file = fileMB * 1_000_000 }
    if let totalMB { caps.total = totalMB * 1_000_000 }
    if isChange { try file.write("evidence limits", author: author.value) { try caps.save($0) } }
    try Output.print(try file.read { try EvidenceListing.limits($0) }, as: output.format)
  }
}
