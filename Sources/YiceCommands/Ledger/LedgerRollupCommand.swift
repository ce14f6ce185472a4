internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// Volumes summed up.
struct LedgerRollupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollup", abstract: "一校一册县级汇总：按项目、类别、年度、建设项目、学校；资金计划与已用，校校达标进度。",
    discussion: "例：yice ledger rollup 县.db --by 年度", aliases: ["汇总"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("按什么汇总：项目、类别、年度、建设项目、学校。", valueName: "项"))
  var by: String = "学校"

  @OptionGroup var output: FormatOptions

  func run() throws {
    guard let by = LedgerRollup.By(rawValue: by) else {
      let words = LedgerRollup.By.allCases.map(\.rawValue).joined(separator: "、")
      throw ValidationError("不能按“\(by)”汇总，可用：\(words)。")
    }
    let file = try YiceFile.open(file)
    let sums = try file.read { try LedgerRollup.all($0, by: by) }
    let remark =
      by == .school ? "校校达标：\(sums.count(where: \.count.isWhole)) / \(sums.count) 所。\n" : ""
    try Output.print(ScreenListing(LedgerListing.rollup(sums, by: by), remarks: remark), as: output.format)
  }
}
