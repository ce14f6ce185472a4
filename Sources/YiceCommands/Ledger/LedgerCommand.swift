internal import ArgumentParser

/// 学校标准化建设台账.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "学校标准化建设台账（一校一册）：按应配目录生成、查看、县级汇总。",
    discussion: """
      例：yice ledger build 一小.db
          yice ledger show 一小.db --gaps
          yice ledger rollup 县.db --by 学校
      年度目标、措施、资金、责任人用 yice set 填写，如：
          yice set 一小.db 一校一册 小学/science_room 措施=改建科学教室 责任单位=基建股
          yice add 一小.db 年度目标 学段=小学 条目编号=science_room 年度=2023 目标数=1 计划资金=30000
      """,
    subcommands: [
      LedgerBuildCommand.self, LedgerShowCommand.self, LedgerRollupCommand.self, LedgerCatalogueCommand.self,
      LedgerVariantCommand.self,
    ],
    aliases: ["一校一册"])
}
