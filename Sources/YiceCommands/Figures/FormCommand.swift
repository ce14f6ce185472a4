internal import ArgumentParser
internal import YiceIndicators
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Shows a form, or writes it ready to be printed.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "可打印的报表：申报表Ⅰ—Ⅵ、学校自评表、各种台账和登记册。",
    discussion: """
      例：yice form 县.db Ⅲ --year 2022 -o 表Ⅲ.xlsx
          yice form 县.db 自评表 -o 自评表.xlsx（一校一张工作表）
          yice form 县.db 整改台账 --school 第一小学 -o 整改.xlsx
          yice form 县.db --list
      """, aliases: ["报表"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("哪一张表，如 Ⅱ-2、自评表、整改台账；全部见 --list。", valueName: "表"))
  var form: String?

  @Flag(help: "列出全部报表。")
  var list = false

  @Option(help: ArgumentHelp("只要一所学校：标识码、名称、简称或名称的一部分；不写则每校一张。", valueName: "学校"))
  var school: String?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var today: TodayOption

  @OptionGroup var output: FormatOptions

  func validate() throws {
    if form == nil, !list { throw ValidationError("没有写要哪一张表。用 --list 列出全部报表。") }
  }

  func run() throws {
    guard let word = form else {
      try Output.print(Form.listing, as: output.format, maximumCellWidth: nil)
      return
    }
    guard let form = Form.named(word) else {
      throw ValidationError("没有叫“\(word)”的表，可用：\(Form.all.map(\.name).joined(separator: "、"))。")
    }
    try Output.print(FormAnswer(form, try pages(of: form)), as: output.format)
  }

  private func pages(of form: Form) throws -> [FormPage] {
    let file = try YiceFile.open(file)
    let asked = try basis.asked(file, day: try today.value())
    return try file.readWithTemporaryTables { db in
      try form.pages(try FormSource(db, try asked.question(db), school: school))
    }
  }
}
