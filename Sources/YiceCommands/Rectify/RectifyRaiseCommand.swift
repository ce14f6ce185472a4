internal import ArgumentParser
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Raises entries from failing indicators and from the findings of `check`.
struct RectifyRaiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "raise", abstract: "自查：把未达标的指标、逐校判断的各项（音乐美术教室、规模、班额……）和勾稽检查的问题列入整改清单，每条注明对应指标。",
    discussion: "已在清单里的不重复提出；已销号又出现的，新提一条并记下原编号。例：yice rectify raise 一小.db --dry-run",
    aliases: ["提出", "自查"])

  @OptionGroup var question: FigureArguments

  @Option(help: ArgumentHelp("问题来源；不写则学校文件为 自查，县、市、省的文件为 县检、市检、省检。", valueName: "来源"))
  var source: String?

  @Option(help: ArgumentHelp("整改时限。", valueName: "日期"))
  var due: String?

  @OptionGroup var day: DayOption

  @Flag(help: "连提醒也列入；不写则勾稽检查只列错误。")
  var warnings = false

  @Flag(name: .customLong("dry-run"), help: "只列出会提出哪些，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(question.file, for: .write)
    let foundOn = try day.value()
    let dueOn = try DateWord.parse(due)
    if let dueOn, dueOn < foundOn {
      throw ValidationError("整改时限 \(dueOn) 早于检查日期 \(foundOn)。请改 --due，或用 --on 写明检查日期。")
    }
    let problems = try question.basis.asked(file, day: foundOn).with { worked, _ in
      try FoundProblem.failing(worked.figures) + FoundProblem.failing(worked.items(of: file.info.orgCode))
        + FoundProblem.findings(worked, severities: warnings ? [.error, .warning] : [.error])
    }
    let source = source ?? ProblemSource.usual(of: file.info.role)
    let raise = RaiseProblems(source: source, foundOn: foundOn, dueOn: dueOn)
    let outcome = try file.write("rectify raise", author: author.value, commit: !dryRun) {
      try raise.run(problems, $0)
    }
    try Output.print(RectificationListing.raised(outcome.raised), as: output.format, maximumCellWidth: 60)
    Output.say(
      "提出 \(outcome.raised.count) 条，已在清单里 \(outcome.open) 条。" + (dryRun ? "（试运行，没有写入）" : ""))
  }
}
