internal import ArgumentParser

/// Keys that sign and open.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "签名用的密钥：建立、查看、登记、停用，规定不收没有签名的文件。",
    discussion: """
      例：yice key new 一小.db                 # 学校建立自己的密钥，把 .pub 发给教育局
          yice key trust 县.db 一小.pub         # 教育局打电话核对数字以后登记
          yice key list 县.db
      """,
    subcommands: [
      KeyNewCommand.self, KeyShowCommand.self, KeyTrustCommand.self, KeyStrikeCommand.self,
      KeyListCommand.self,
      KeyRequireCommand.self,
    ], aliases: ["密钥"])
}
