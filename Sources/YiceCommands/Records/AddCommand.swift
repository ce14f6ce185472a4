internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Adds one row.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "增加一行。",
    discussion: "例：yice add 一小.db 教师 教师编号=T001 姓名=王芳 任教学段=小学 专任教师=是", aliases: ["增加"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("列=值，可写多个。", valueName: "列=值"), completion: Completion.columns)
  var assignments: [String]

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    let values = try RowValues(assignments, in: table)
    if table.isOfSchools, !file.info.role.isOneSchool, !values.gives("org_code") {
      throw ValidationError(
        "“\(table.label)”是各校自己的行，请写明是哪所学校的：学校标识码=…（yice list \(target.file.typed) 学校机构 查看）。")
    }
    let key = try file.write("add", author: author.value) { try $0.add(table, values) }
    for remark in values.remarks { Output.say("提醒 \(remark)") }
    Output.say("“\(table.label)”增加了一行：\(key.text)。")
  }
}
