internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// Keeps later head counts.
struct OversizeCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "登记核查人数；已销号而又超过上限的转为反弹。",
    discussion: """
      例：yice oversize count 一小.db 小学/2020/2 45 --on 2023-09-01 --evidence 学籍表
          yice oversize count 一小.db 全校 1998 --on 2023-09-01
          yice oversize count 县.db --from-rolls --year 2023 --on 2023-09-01
      """, aliases: ["核查"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(
    help: ArgumentHelp("哪个班：学校标识码/学段/入学年份/班号；大校额写学校名称或标识码，学校文件里写 全校；用 --from-rolls 时不写。", valueName: "班级或学校"))
  var entry: String?

  @Argument(help: ArgumentHelp("核查人数。", valueName: "人数"))
  var heads: Int?

  @Flag(name: .customLong("from-rolls"), help: "台账上的每个班、每所学校都按该学年的班级册核查。")
  var fromRolls = false

  @OptionGroup var year: YearOption
  @OptionGroup var day: DayOption

  @Option(help: ArgumentHelp("核查人。", valueName: "姓名"))
  var by: String?

  @Option(help: ArgumentHelp("佐证材料。", valueName: "说明"))
  var evidence: String?

  @Flag(name: .customLong("dry-run"), help: "只说会怎样，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if fromRolls == (entry != nil) { throw ValidationError("请写明哪个班和人数，或用 --from-rolls 按班级册核查。") }
    if entry != nil, heads == nil || (heads ?? 0) < 0 {
      throw ValidationError("请写核查人数，如 yice oversize count \(file.typed) 小学/2020/2 45。")
    }
  }

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let date = try day.value()
    if let entry, let heads {
      let target = try file.read { try OversizeTarget.find(entry, $0, file.info) }
      if case .ofSchool = target, evidence != nil || by != nil {
        throw ValidationError("大校额台账没有核查人和佐证两列：请在销号时用 --basis 写明依据，或用 yice evidence add 附上文件。")
      }
      let effect = try file.write("oversize count", author: author.value, commit: !dryRun) {
        try OversizeMoves($0).count(target, heads: heads, on: date, by: by, evidence: evidence)
      }
      Output.say(
        "\(target.key.text)：\(date) 核查 \(heads) 人，\(effect.rawValue)。" + (dryRun ? "（试运行，没有写入）" : ""))
      return
    }
    let year = try year.resolved(file)
    let counted = try file.write("oversize count", author: author.value, commit: !dryRun) {
      try OversizeMoves($0).countFromRolls(year: year, on: date)
    }
    try Output.print(
      OversizeListing.counted(counted.map { ($0.target.key.text, $0.heads, $0.effect) }), as: output.format)
    Output.say("核查 \(counted.count) 条。" + (dryRun ? "（试运行，没有写入）" : ""))
  }
}
