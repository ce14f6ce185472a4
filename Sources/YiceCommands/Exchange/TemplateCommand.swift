internal import ArgumentParser
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Writes an empty workbook that a clerk fills in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "填报模板：中文表头、单位、必填标记、下拉选项、填写检查和说明。",
    discussion: """
      例：yice template 一小.db 教师 -o 教师模板.xlsx
          yice template 一小.db 教师 --filled -o 教师.xlsx
          yice template 一小.db 全部 -o 全校.xlsx
      表名写“全部”，就是本校要填的所有登记册和台账，填好现有的行；改好后用 yice import 一小.db 全校.xlsx 读回。
      以“例：”开头的灰色行是示例，导入时跳过。
      """, aliases: ["模板"])

  @OptionGroup var target: TableArguments

  @Option(name: [.short, .long], help: ArgumentHelp("写到哪个文件（.xlsx）。", valueName: "文件"))
  var output: String

  @Flag(help: "填好现有的行；改好后用 yice import 读回，只写改过的格。")
  var filled = false

  func run() throws {
    guard ListingFile.Format(path: output) == .xlsx else {
      throw ValidationError("模板要写成工作簿，请让“\(output)”以 .xlsx 结尾。")
    }
    let file = try YiceFile.open(target.file)
    if WholeWorkbook.words.contains(target.table) { return try writeWhole(file) }
    let table = try target.resolved()
    var workbook = TableWorkbook(RecordQuery(table), file: file.info)
    workbook.withRows = filled
    workbook.withMemory = filled
    workbook.withHelp = true
    let rows = try file.read { try workbook.write($0, to: output) }
    Output.say("“\(table.label)”的模板已写入 \(output)" + (filled ? "，填好了现有的 \(rows) 行。" : "。"))
  }

  private func writeWhole(_ file: YiceFile) throws {
    guard file.info.role.isOneSchool else {
      throw ValidationError(
        "“全部”是一所学校的工作簿；县级文件请用 yice issue \(target.file.typed) --to 文件夹 --workbook 给每所学校写一份。")
    }
    let rows = try file.read { try WholeWorkbook(file.info).write($0, to: output) }
    Output.say(
      "\(file.info.orgName)的填报工作簿已写入 \(output)，填好了现有的 \(rows) 行。读回：yice import \(target.file.typed) \(output.typed)"
    )
  }
}
