internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// One HTML page of the county or of a school.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "一页看清全县或一所学校：一个 HTML 文件，不用联网，可作附件发送、可打印。",
    discussion: """
      例：yice report 县.db -o 县.html
          yice report 县.db --school 第一小学 -o 第一小学.html
          yice report 县.db --redact -o 公开.html
      """, aliases: ["报告"])

  @OptionGroup var question: FigureArguments

  @Option(name: [.short, .long], help: ArgumentHelp("写到文件或文件夹；不写则输出到屏幕。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("县级文件里的一所学校（名称或学校标识码），做它的一校一册。", valueName: "学校"))
  var school: String?

  @Option(help: ArgumentHelp("逾期、在册算到哪一天，如 2022-12-31；不写则是今天。", valueName: "日期"))
  var on: String?

  @Flag(help: "隐去个人信息（姓名、电话等），供对外使用。")
  var redact = false

  func run() throws {
    var options = ReportOptions(isRedacted: redact, school: school)
    if let on { options.today = try day(on) }
    let file = try YiceFile.open(question.file)
    let year = try question.resolvedYear(file)
    let html = try file.readWithTemporaryTables { db in
      try ReportBuilder.html(
        db, info: file.info, year: year, standard: question.standard, options: options)
    }
    guard let output else {
      Output.print(html)
      return
    }
    let path = OutputPath.resolve(output, name: "\(file.info.orgName)-\(year).html")
    guard path.hasSuffix(".html") || path.hasSuffix(".htm") else {
      throw ValidationError("报告是网页，文件名要以 .html 结尾，例如 -o 报告.html。")
    }
    try PageFile.write(html, to: path)
    Output.say("已写入 \(path)，用浏览器打开；打印选 A4。")
  }

  private func day(_ word: String) throws -> String {
    guard let day = DateText.normalized(word) else {
      throw ValidationError("日期“\(word)”不对，应写成 2022-12-31。")
    }
    return day
  }
}
