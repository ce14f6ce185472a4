internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Opens entries from the class rolls.
struct OversizeScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "按班级册建档：超过班额、规模上限的班和学校列入台账；已在台账的不变。",
    discussion: "例：yice oversize scan 县.db --year 2022 --on 2022-09-01 --dry-run", aliases: ["建档"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("建档日期；不写则为学年的 9 月 1 日。", valueName: "日期"))
  var on: String?

  @Flag(name: .customLong("dry-run"), help: "只列出会建档的，不写入。")
  var dryRun = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let year = try year.resolved(file)
    let filedOn = try DateWord.parse(on) ?? OversizeScan.usualDay(of: year)
    let profile = try file.profile()
    let outcome = try file.write("oversize scan", author: author.value, commit: !dryRun) {
      try OversizeScan(year: year, filedOn: filedOn, rules: profile.sizes).run($0)
    }
    let names = try file.read { try SchoolDirectory.names($0) }
    try Output.print(
      OversizeListing.scanned(outcome, year: year, profile.stages, names: names), as: output.format)
    Output.say(
      "新建档 \(outcome.classes.count) 个班、\(outcome.schools.count) 所学校；原已在台账 \(outcome.known)。"
        + (dryRun ? "（试运行，没有写入）" : ""))
  }
}
