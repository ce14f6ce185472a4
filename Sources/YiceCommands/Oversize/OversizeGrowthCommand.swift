internal import ArgumentParser
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// 零增量.
struct OversizeGrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth", abstract: "零增量检查：现在超过上限、而建档时不在台账的班，逐校点名；有则退出状态为 2。",
    discussion: "例：yice oversize growth 县.db --year 2023 --baseline 2022", aliases: ["零增量"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("建档学年；不写则为台账里最早的。", valueName: "学年"))
  var baseline: String?

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let year = try year.resolved(file)
    let baseline = try baseline.map(YearOption.parse)
    let profile = try file.profile()
    guard
      let growth = try file.read({
        try ZeroGrowth.check($0, year: year, baseline: baseline, rules: profile.sizes)
      })
    else {
      Output.say("台账还没有建档。请先用 yice oversize scan 建档，或用 --baseline 写明建档学年。")
      throw CommandStatus(.failed)
    }
    try Output.print(
      ScreenListing(
        OversizeListing.growth(growth, profile.stages),
        remarks: OversizeListing.conclusion(growth, profile.stages)),
      as: output.format)
    if growth.holds == false { throw CommandStatus(.findings) }
  }
}
