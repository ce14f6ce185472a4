internal import ArgumentParser
internal import YiceIndicators
internal import YiceLedgers
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Fills the volumes.
struct LedgerBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "按应配目录和登记册生成或重算台账；手工填的都保留，并列出变动。",
    discussion: "例：yice ledger build 一小.db --dry-run", aliases: ["生成"])

  @OptionGroup var question: FigureArguments

  @Option(help: ArgumentHelp("只做某校（县级文件）。", valueName: "学校"))
  var school: String?

  @Flag(name: .customLong("dry-run"), help: "只说会怎样，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(question.file, for: .write)
    let asked = try question.basis.asked(file)
    let (build, lines) = try file.readWithTemporaryTables { db in
      let question = try asked.question(db)
      let build = LedgerBuild(
        year: question.year, catalogue: try Catalogue.load(from: db, orgCode: question.bureau))
      let figures = try WorkedYear.with(db, question, strictly: true) { $0.figures }
      let org = try school.map { try SchoolDirectory(db).code(of: $0) }
      return (build, try build.lines(db, figures: figures, orgCode: org))
    }
    let outcome = try file.write("ledger build", author: author.value, commit: !dryRun) {
      try build.write(lines, $0)
    }
    let names = try file.read { try SchoolDirectory.names($0) }
    try Output.print(LedgerListing.moved(outcome.moved, names: names), as: output.format)
    Output.say(
      "\(outcome.schools) 所学校，新列 \(outcome.added) 项，变动 \(outcome.moved.count) 处，不变 \(outcome.same) 项。"
        + (dryRun ? "（试运行，没有写入）" : ""))
    for line in outcome.notAsked { Output.say("目录里已不要求：\(line)（不需要时用 yice remove 删除）") }
  }
}
