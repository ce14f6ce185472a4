internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Takes the proposed 档案目录.
struct EvidenceProposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "把建议的档案目录放进“档案目录”表，作为起点；已有的行不动。",
    discussion: """
      例：yice evidence propose 县.db
          yice set 县.db 档案目录 R2-1 启用=否            # 不要这一项
          yice add 县.db 档案目录 指标编号=R4 材料名称=消防验收 责任方=校 档案盒='A3 校舍建设'
      建议不是官方清单，请按本省、本市的要求增删；下发给学校后，各校照这份目录附材料。
      """, aliases: ["建议"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let added = try file.write("evidence propose", author: author.value) { try MaterialProposal.take($0) }
    Output.say(added == 0 ? "建议的各项都已在“档案目录”里。" : "已放入 \(added) 项建议，请按本地要求修改（yice evidence materials 查看）。")
  }
}
