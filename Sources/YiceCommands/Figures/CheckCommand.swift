internal import ArgumentParser
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// 勾稽检查.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "勾稽检查：数据是否对得上；有错误时退出状态为 2。",
    discussion: """
      例：yice check 一小.db
          yice check 市.db --county 330102     # 市级、省级文件里的一个县
      """, aliases: ["检查"])

  @OptionGroup var question: FigureArguments

  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(question.file)
    let findings = try question.asked(file).with(strictly: true) { worked, question in
      try worked.check(question)
    }
    try Output.print(FindingReport(findings, of: file.info.orgName), as: output.format)
    if findings.contains(where: { $0.severity == .error }) { throw CommandStatus(.findings) }
  }
}
