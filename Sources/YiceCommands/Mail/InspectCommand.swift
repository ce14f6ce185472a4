internal import ArgumentParser
internal import YiceMerge
internal import YiceStore

/// An inspector's copy.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "做一份督查副本：督学离线提意见、写核验结果，再合并回去。",
    discussion: """
      例：yice inspect 一小.db -o 一小-督查.db
          yice opinion 一小-督查.db 教师 T001 学历 --judge 疑问 --text 请补学历证书
      """, aliases: ["督查"])

  @Argument(help: ArgumentHelp("学校文件，或教育局下发的文件。", valueName: "文件"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("督查副本。", valueName: "文件"))
  var output: String

  func run() throws {
    let info = try Start.inspection(from: YiceFile.open(file), to: output)
    Output.say("已做好 \(info.orgName) 的督查副本 \(output)。完成后合并回去：yice merge 县.db \(output)")
  }
}
