internal import ArgumentParser
internal import YiceFiles
internal import YiceMerge
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Makes the file to send.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "打包成可以发送的一个完整文件，带封条，文件名写明学校、日期和修订。",
    discussion: """
      例：yice pack 一小.db
          yice pack 一小.db -o 发送/ --without-evidence
          yice pack 一小.db --to 教育局.pub          # 加密：只有教育局能打开
      """, aliases: ["打包"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("写到哪个文件或文件夹；不写则在当前文件夹。", valueName: "位置"))
  var output: String?

  @Flag(
    name: [.customLong("without-evidence"), .customLong("without-contents")],
    help: "不带佐证材料的内容（名称和摘要仍在），文件小，便于邮寄；对方合并时不会删去已有的内容。")
  var withoutEvidence = false

  @Option(
    name: .customLong("evidence-up-to"),
    help: ArgumentHelp("佐证材料只带不大于这么多 KB 的。", valueName: "KB"))
  var evidenceUpTo: Int?

  @Flag(help: "同名文件已存在时覆盖。")
  var force = false

  @OptionGroup var signing: SigningOptions
  @OptionGroup var encryption: EncryptionOptions
  @OptionGroup var shown: ShownFormatOptions

  func validate() throws {
    if withoutEvidence, evidenceUpTo != nil {
      throw ValidationError("--without-evidence 和 --evidence-up-to 只能写一个。")
    }
    if let evidenceUpTo, !(0...1_000_000).contains(evidenceUpTo) {
      throw ValidationError("--evidence-up-to 应是 0 到 1000000 的 KB 数。")
    }
  }

  func run() throws {
    let file = try YiceFile.open(file)
    let name = try Pack.name(of: file)
    let receivers = try encryption.receivers(file)
    let path = OutputPath.making(output, name: receivers.map { Mail.encrypted(name, isSM: $0.isSM) } ?? name)
    let signer = try signing.signer(for: file.info)
    let largest = withoutEvidence ? 0 : evidenceUpTo.map { $0 * 1000 }
    let left =
      if let receivers {
        try Pack.pack(
          file, to: path, for: receivers, replacing: force, largestEvidence: largest,
          signer: signer?.naming(name))
      } else {
        try Pack.pack(
          file, to: path, replacing: force, largestEvidence: largest,
          signer: signer?.naming(fileName(of: path)))
      }
    let report = PackedReport(
      path, of: file.info, left: left, signedBy: signer?.key.publicKey, isEncrypted: receivers != nil)
    try Output.print(report, as: shown.format)
    if left.count > 0 {
      Output.say("没有带 \(left.count) 份佐证内容，共 \(EvidenceError.size(left.bytes))；名称和摘要都在。")
    }
    if let signer { Output.say(SigningOptions.said(signer)) }
    if receivers != nil { Output.say("已加密，只有收件人能打开。") }
    Output.say("已打包，发送这个文件即可；对方可用 yice verify 检查是否完整。")
  }
}
