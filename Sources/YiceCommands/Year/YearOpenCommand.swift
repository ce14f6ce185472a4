internal import ArgumentParser
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Carries the registers forward into a new school year.
struct YearOpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "开启新学年：登记册和填报值带到新学年，班级升一级，毕业班不带，全部标为待确认。",
    discussion: """
      例：yice year open 一小.db 2023 --from 2022 --dry-run    先看看会带多少行
          yice year open 一小.db 2023
      由学校在自己的文件里做，再上报；再做一次什么也不变，改过的行不会被盖掉。
      """, aliases: ["开启"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("新学年的第一年，如 2023。", valueName: "学年"))
  var year: String

  @Option(name: .customLong("from"), help: ArgumentHelp("从哪个学年带来；不写则为以前最近的、有行的学年。", valueName: "学年"))
  var source: String?

  @Flag(help: "只说会怎样，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let to = try YearOption.parse(year)
    let named = try source.map(YearOption.parse)
    if let named, named >= to { throw ValidationError("--from \(named) 应早于 \(to)。") }
    let file = try YiceFile.open(file, for: .write)
    let opened = try YearOpening.open(file, to: to, named: named, author: author.value, commit: !dryRun)
    let (found, outcome) = (opened.from, opened.outcome)
    let head = dryRun ? "试运行，没有写入。" : ""
    try Output.print(YearOpeningListing.answer(outcome, graduates: found != nil), as: output.format)
    guard let found else {
      Output.say("\(head)\(to) 学年已开启；\(to) 以前没有登记册的行，没有带来任何行。")
      return
    }
    if to - found > 1 {
      let skipped = found + 1 == to - 1 ? "\(found + 1)" : "\(found + 1) 到 \(to - 1)"
      Output.say("注意：\(skipped) 学年没有带来的行，跳过了；从 \(found) 学年带来，班级升 \(to - found) 级。")
    }
    Output.say(
      outcome.tables.allSatisfy { $0.carried == 0 }
        ? "\(head)\(found) 学年的行在 \(to) 学年都有了（或已毕业），没有再带来；原有的行没有动。"
        : "\(head)\(to) 学年已从 \(found) 学年带来，都标为待确认；核对后改“待确认”为否。")
  }
}
