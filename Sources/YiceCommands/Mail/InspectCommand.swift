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

  @Argument(help: ArgumentHelp("学校文件，或教育局下发的文件；加密的也可以。", valueName: "文件"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("督查副本。", valueName: "文件"))
  var output: String

  @Option(
    name: .customLong("passphrase-file"),
    help: ArgumentHelp("收到的文件用口令加密时：口令写在这个文件的第一行；不写则在终端输入。", valueName: "文件"))
  var passphraseFile: String?

  @OptionGroup var signing: SigningOptions

  func run() throws {
    // One key opens what was sent and signs what is made of it.
    let received = try ReceivedFile(
      file,
      OpeningOptions.opener(
        for: [file], keys: signing.key.map { [$0] } ?? [], keyPassphraseFile: signing.passphraseFile,
        passphraseFile: passphraseFile))
    let (signer, info, proof) = try withExtendedLifetime(received) {
      let file = try YiceFile.open(received.path)
      let signer = try signing.signer(ofInspectionFrom: file.info)
      let made = try Start.inspection(
        from: file, to: output, signer: signer?.naming(fileName(of: output)))
      return (signer, made.info, made.proof)
    }
    if let proof { Output.say("收到的文件：\(proof.words)。") }
    if let signer { Output.say(SigningOptions.said(signer)) }
    Output.say("已做好 \(info.orgName) 的督查副本 \(output)。完成后合并回去：yice merge 县.db \(output)")
  }
}
