internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// Writes an empty workbook that a clerk fills in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "填报模板：中文表头、单位、必填标记、下拉选项、填写检查和说明。",
    discussion: """
      例：yice template 一小.db 教师 -o 教师模板.xlsx
          yice template 一小.db 教师 --filled -o 教师.xlsx
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
    let table = try target.resolved()
    let file = try YiceFile.open(target.file)
    var workbook = TableWorkbook(RecordQuery(table), file: file.info)
    workbook.withRows = filled
    workbook.withMemory = filled
    workbook.withHelp = true
    let rows = try file.read { try workbook.write($0, to: output) }
    Output.say("“\(table.label)”的模板已写入 \(output)" + (filled ? "，填好了现有的 \(rows) 行。" : "。"))
  }
}
