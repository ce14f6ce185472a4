internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// One row with all its columns and where it comes from.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "看一行的全部内容和来历。",
    discussion:
      "行由标识列的值指明，用 / 隔开；本单位代码和本学年可以不写；值里本来有 / 的写作 \\/，并加单引号。例：yice show 一小.db 教师 T001　yice show 一小.db 教师 'A\\/01'",
    aliases: ["查看"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("哪一行，如 T001 或 2022/小学/2020/1。", valueName: "行"))
  var key: String

  @OptionGroup var years: ShortKeyYear
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(target.file)
    let table = try target.resolved()
    let info = try years.completing(file.info, for: table)
    let detail = try file.read { try RecordDetail($0, table, RowKey.find(key, in: table, file: info, $0)) }
    try Output.print(detail, as: output.format)
  }
}
