internal import ArgumentParser
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Whether a received file is whole, whose it is, what is in it.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "收到的文件是否完整、是谁的、里面有什么。",
    discussion: "例：yice verify 收到/*.db", aliases: ["验证"])

  @Argument(help: ArgumentHelp("收到的文件。", valueName: "文件"))
  var files: [String]

  @OptionGroup var output: FormatOptions

  func run() throws {
    let reports = Verification.check(files)
    try Output.print(VerificationListing.listing(reports), as: output.format, maximumCellWidth: 60)
    if output.format == .text {
      for problem in reports.compactMap(\.problem) { Output.complain(problem.reason) }
      for report in reports where report.problem == nil && !report.isSealed {
        Output.say("“\(report.fileName)”没有封条（打包后改过，或未打包），传送中的损坏不一定看得出来。请发送人用 yice pack 打包。")
      }
    }
    if let first = reports.compactMap(\.problem).first { throw CommandStatus(first.exitStatus) }
  }
}
