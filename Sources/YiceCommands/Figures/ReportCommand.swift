internal import ArgumentParser
internal import YiceFormats
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// One HTML page of the county or of a school.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "一页看清全县或一所学校：一个 HTML 文件，不用联网，可作附件发送、可打印。",
    discussion: """
      例：yice report 县.db -o 县.html
          yice report 县.db --school 第一小学 -o 第一小学.html
          yice report 一小.db -o 一小.html --since 一小-上次.html
          yice report 县.db --redact -o 公开.html
          yice report 县.db --self-evaluation -o 自评报告.docx
      """, aliases: ["报告"])

  @OptionGroup var question: FigureArguments

  @Option(name: [.short, .long], help: ArgumentHelp("写到文件或文件夹；不写则输出到屏幕。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("县级文件里的一所学校（标识码、名称、简称或名称的一部分），做它的一校一册。", valueName: "学校"))
  var school: String?

  @OptionGroup var today: TodayOption

  @Flag(help: "隐去个人信息（姓名、电话等），供对外使用。")
  var redact = false

  @Flag(help: "自评报告：可在 Word、WPS 里接着写的文档（.docx 或 .html）。")
  var selfEvaluation = false

  @Option(
    help: ArgumentHelp(
      "学校的报告从哪时算变化：上次的网页、日期、修订编号或旧文件；不写则从要换掉的那个网页算起。", valueName: "上次"))
  var since: String?

  func validate() throws {
    if selfEvaluation, since != nil { throw ValidationError("--since 用于学校的报告网页，不用于自评报告。") }
    if selfEvaluation, output == nil { throw ValidationError("自评报告要写到文件，例如 -o 自评报告.docx。") }
  }

  func run() throws {
    var options = ReportOptions(isRedacted: redact, school: school)
    options.since = try since.map(SinceWord.parse)
    let file = try YiceFile.open(question.file)
    let asked = try question.basis.asked(file, day: try today.value())
    guard let output else {
      Output.print(try page(asked, options))
      return
    }
    let name = "\(school ?? file.info.orgName)-\(asked.year)"
    let path = OutputPath.resolve(output, name: name + (selfEvaluation ? "-自评报告.docx" : ".html"))
    guard let format = SelfEvaluationFile.Format(path: path), selfEvaluation || format == .html else {
      throw ValidationError(
        selfEvaluation ? "自评报告的文件名要以 .docx 或 .html 结尾。" : "报告是网页，文件名要以 .html 结尾，例如 -o 报告.html。")
    }
    if selfEvaluation {
      try file.readWithTemporaryTables { db in
        try SelfEvaluationFile.write(db, try asked.question(db), options: options, to: path, as: format)
      }
      Output.say("已写入 \(path)，用 Word 或 WPS 打开；红字由人填写。")
    } else {
      if options.since == nil { options.since = SinceWord.replaced(path) }
      try WholeFile.write(path, text: page(asked, options))
      Output.say("已写入 \(path)，用浏览器打开；打印选 A4。")
    }
  }

  private func page(_ asked: Question.Asked, _ options: ReportOptions) throws -> String {
    try asked.file.readWithTemporaryTables { db in
      try ReportBuilder.html(db, try asked.question(db), options: options)
    }
  }
}
