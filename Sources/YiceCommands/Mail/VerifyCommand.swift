internal import ArgumentParser
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Whether a received file is whole, whose it is, what is in it.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "收到的文件是否完整、是谁的、里面有什么。",
    discussion: "例：yice verify 收到/*.db　yice verify 收到/*.db --with 县.db", aliases: ["验证"])

  @Argument(help: ArgumentHelp("收到的文件。", valueName: "文件"))
  var files: [String]

  @Option(
    name: .customLong("with"), help: ArgumentHelp("按这个文件里登记的密钥核对签名；不写则只看签名本身。", valueName: "县级文件"))
  var registry: String?

  @OptionGroup var opening: OpeningOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let register = try registry.map { try YiceFile.open($0).read { try KeyRegister($0) } } ?? KeyRegister()
    let reports = Verification.check(files, register: register, opener: try opening.opener(for: files))
    try Output.print(VerificationListing.listing(reports), as: output.format, maximumCellWidth: 90)
    if output.format == .text {
      for problem in reports.compactMap(\.problem) { Output.complain(problem.reason) }
      for report in reports where report.problem == nil && !report.isSealed {
        Output.say("“\(report.fileName)”没有封条（打包后改过，或未打包），传送中的损坏不一定看得出来。请发送人用 yice pack 打包。")
      }
    }
    if let first = reports.compactMap(\.problem).first { throw CommandStatus(first.exitStatus) }
  }
}
