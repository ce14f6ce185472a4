internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Gives an opinion on a row, or on one of its columns.
struct OpinionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinion", abstract: "对一行或其中一列提审核意见（督查和教育局）。",
    discussion: "例：yice opinion 一小-督查.db 教师 T001 最高学历 --judge 疑问 --text 请补学历证书", aliases: ["提意见"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("哪一行。", valueName: "行"))
  var key: String

  @Argument(help: ArgumentHelp("哪一列；不写则是整行。", valueName: "列"))
  var column: String?

  @Option(help: ArgumentHelp("通过、退回 或 疑问。", valueName: "意见"))
  var judge: String

  @Option(help: ArgumentHelp("说明。", valueName: "文字"))
  var text: String?

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    let (id, name) = try file.write("opinion", author: author.value) { writer in
      let key = try RowKey.find(key, in: table, file: file.info, writer.db)
      let id = try Opinions.give(
        writer, table, key, column: column, judgement: judge, text: text, by: author.value)
      return (id, key.text)
    }
    Output.say("已记下意见 \(id)：“\(table.label)”\(name)。")
  }
}
