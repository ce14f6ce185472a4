internal import ArgumentParser
internal import YiceMerge
internal import YiceSign
internal import YiceStore

/// The school's own file from what the bureau sent.
struct StartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "学校第一次收到教育局发来的文件时，据此建立本校自己的文件。",
    discussion: "例：yice start 2199000001-第一小学-下发.db -o 一小.db", aliases: ["启用"])

  @Argument(help: ArgumentHelp("教育局发来的文件。", valueName: "文件"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("本校自己的文件。", valueName: "文件"))
  var output: String

  @OptionGroup var opening: OpeningOptions

  func run() throws {
    let received = try ReceivedFile(file, opening.opener(for: [file]))
    let (info, proof) = try withExtendedLifetime(received) {
      try Start.school(from: YiceFile.open(received.path), to: output)
    }
    if let proof, let key = proof.publicKey {
      // What came along in the bureau's own register is known from now on.
      let isKnown = try YiceFile.open(output).read { try KeyRegister($0) }.keys[key.id].map {
        $0.struckOn == nil
      }
      let later =
        isKnown == true ? "以后的文件由一册核对。" : "教育局没有登记这把密钥，以后的文件认不出来：请教育局 yice key trust 登记后再下发。"
      Output.say("教育局的签名：密钥 \(key.fingerprint)。请打电话向教育局核对这些数字；\(later)")
    }
    Output.say(
      "已建立 \(info.orgName)（\(info.orgCode)）的文件 \(output)。以后再收到教育局的文件：yice merge \(output.typed) 收到的文件")
  }
}
