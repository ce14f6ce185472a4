internal import ArgumentParser
internal import YiceLedgers
internal import YiceStandards
internal import YiceStore

/// 大班额, 大校额.
struct OversizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oversize", abstract: "大班额、大校额台账：建档、核查、销号、毕业、反弹、零增量、年度进度、学位预测。",
    discussion: """
      例：yice oversize scan 县.db --on 2022-09-01
          yice oversize count 县.db 2199000001/小学/2020/2 45 --on 2023-09-01
          yice oversize count 县.db 第一小学 1998 --on 2023-09-01
          yice oversize growth 县.db --year 2023
      """,
    subcommands: [
      OversizeScanCommand.self, OversizeListCommand.self, OversizeShowCommand.self, OversizeCountCommand.self,
      OversizeProposeCommand.self, OversizeStrikeCommand.self,
      OversizeGraduateCommand.self, OversizeGrowthCommand.self,
      OversizeProgressCommand.self, OversizePlacesCommand.self,
    ], aliases: ["大班额"])
}

extension YiceFile {
  /// The standard that this file's county uses, with its own limits and 学制.
  func profile() throws -> Profile { try read { try Profile.used(by: info, $0) } }
}

/// The file, and an entry of 大班额台账 or 大校额台账 in it.
struct OversizeEntryArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(
    help: ArgumentHelp(
      "哪个班：学校标识码/学段/入学年份/班号；学校文件里不写学校标识码，如 小学/2020/2。大校额写学校名称或标识码，学校文件里写 全校。",
      valueName: "班级或学校"))
  var entry: String

  func target(_ file: YiceFile) throws -> OversizeTarget {
    try file.read { try OversizeTarget.find(entry, $0, file.info) }
  }
}
