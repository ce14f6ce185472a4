internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// 佐证材料.
struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "佐证材料：档案目录、附上文件、列出、取出、文件汇编、检查、清理、上限，以及略去内容的发送副本。",
    discussion: """
      例：yice evidence add 一小.db 整改清单 8k2mvtz4 验收单.pdf
          yice evidence materials 一小.db           # 档案目录：要哪些材料，缺什么
          yice evidence pack 县.db -o 文件汇编/      # 编好号的附件、自评报告、申报表
          yice evidence extract 一小.db 3f6k… -o 验收单.pdf
          yice pack 一小.db --without-evidence      # 发送时不带内容，名称和摘要都在
      """,
    subcommands: [
      EvidenceAddCommand.self, EvidenceListCommand.self, EvidenceExtractCommand.self,
      EvidenceProposeCommand.self, EvidenceMaterialsCommand.self, EvidencePackCommand.self,
      EvidenceCheckCommand.self, EvidenceCleanCommand.self, EvidenceLimitsCommand.self,
    ], aliases: ["佐证"])
}
