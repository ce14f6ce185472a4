internal import ArgumentParser
internal import YiceModel
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

  @Option(name: .customLong("from"), help: ArgumentHelp("从哪个学年带来；不写则为上一学年。", valueName: "学年"))
  var source: String?

  @Flag(help: "只说会怎样，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions

  func run() throws {
    let to = try YearOption.parse(year)
    let from = try source.map(YearOption.parse) ?? to - 1
    guard from < to else { throw ValidationError("--from \(from) 应早于 \(to)。") }
    let file = try YiceFile.open(file, for: .write)
    let outcome = try file.write(
      "year", author: author.value, note: "开启 \(to) 学年（自 \(from)）", commit: !dryRun
    ) { writer in
      let profile = try Profile.load(
        from: writer.db, orgCode: writer.file.countyCode ?? writer.file.orgCode)
      return try YearOpening(from: from, to: to, years: profile.years).run(writer)
    }
    let head = dryRun ? "试运行，没有写入。" : ""
    for table in outcome.tables where table.carried + table.kept > 0 {
      Output.print(
        "\(table.label)：带来 \(table.carried) 行" + (table.kept > 0 ? "，原有 \(table.kept) 行" : "") + "\n")
    }
    Output.print("毕业班 \(outcome.graduated) 个，没有带来。\n")
    Output.say("\(head)\(to) 学年已从 \(from) 学年带来，都标为待确认；核对后改“待确认”为否。")
  }
}
