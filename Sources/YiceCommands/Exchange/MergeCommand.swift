internal import ArgumentParser
internal import YiceFormats
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Merges received files.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "把收到的文件合并进来；同一文件合并两次不会改变什么。",
    discussion: """
      例：yice merge 县.db 收到/* --dry-run
      学校发回的填报工作簿（.xlsx）与学校文件（.db）可以混在一起：工作簿先按本校文件对待，再照样合并。
      """, aliases: ["合并"])

  @Argument(help: ArgumentHelp("合并到的文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("收到的文件。", valueName: "收到的文件"))
  var received: [String]

  @Flag(name: .customLong("dry-run"), help: "只说会怎样，不写入。")
  var dryRun = false

  @OptionGroup var opening: OpeningOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let target = try YiceFile.open(file, for: .write)
    var merger = Merger(into: target)
    merger.dryRun = dryRun
    merger.opener = try opening.opener(for: received)
    if received.contains(where: SheetFile.isWorkbook) {
      merger.stages = try target.read { try Profile.used(by: target.info, $0).stages }
    }
    let progress = Progress()
    merger.progress = { progress.show("正在合并 \($0)/\(received.count)：\($1)") }
    let results = try merger.merge(received)
    progress.clear()
    // A standard that cannot be read is for whoever asks for figures; the merge is done.
    let rivalry = try? target.read { try Profile.used(by: target.info, $0).rivalry }
    let report = MergeReport(
      results: results, dryRun: dryRun, typedFile: file.typed, notes: rivalry.map { [$0] } ?? [])
    try Output.print(report, as: output.format)
    if let refused = report.firstRefusal { throw CommandStatus(results.count == 1 ? refused : .failed) }
    if report.total.conflicts > 0 { throw CommandStatus(.conflicts) }
    if results.contains(where: { $0.mendings > 0 }) { throw CommandStatus(.findings) }
  }
}
