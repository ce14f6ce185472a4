internal import ArgumentParser
internal import YiceFiles
internal import YiceMerge
internal import YiceReport
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

  @OptionGroup var signing: SigningOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let signer = try signing.signer(ofInspectionFrom: file.info)
    let (info, proof) = try Start.inspection(
      from: file, to: output, signer: signer?.naming(fileName(of: output)))
    if let proof { Output.say("收到的文件：\(proof.words)。") }
    if let signer { Output.say(SigningOptions.said(signer)) }
    Output.say("已做好 \(info.orgName) 的督查副本 \(output)。完成后合并回去：yice merge 县.db \(output)")
  }
}
