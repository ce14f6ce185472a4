internal import ArgumentParser
internal import YiceModel
internal import YiceReport

/// What to send to whoever helps.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "这台电脑能不能用：系统、编码、字体、浏览器、文件夹、空间，并自检一遍。",
    discussion: """
      例：yice doctor
          yice doctor 文档/台账 --json
      有问题时把这一页发给帮您的人。自检用临时文件夹里的虚构学校，不碰您的文件。
      """, aliases: ["体检"])

  @Argument(help: ArgumentHelp("存放文件的文件夹；不写则为当前文件夹。", valueName: "文件夹"))
  var folder: String = "."

  @OptionGroup var output: FormatOptions

  func run() throws {
    let checkup = Checkup(folder: folder)
    try Output.print(checkup, as: output.format)
    if !checkup.isWell { throw CommandStatus(.failed) }
  }
}
