internal import ArgumentParser
internal import YiceLedgers
internal import YiceStandards
internal import YiceStore

/// Takes classes that left the school off the ledger, without 销号.
struct OversizeGraduateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graduate", abstract: "毕业离校：班级毕业时班额没有降下来，出账但不算销号，单独计数。",
    discussion: """
      例：yice oversize graduate 县.db 2199000001/小学/2017/2 --on 2023-07-05
          yice oversize graduate 县.db --all --on 2023-07-05
      """,
    aliases: ["毕业"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(
    help: ArgumentHelp("哪个班：学校标识码/学段/入学年份/班号；学校文件里不写学校标识码，如 小学/2017/2。", valueName: "班级"))
  var entry: String?

  @Flag(help: "到那一天已读满本学段、后来的班级册里没有的班，全部登记。")
  var all = false

  @OptionGroup var day: DayOption
  @OptionGroup var author: AuthorOptions

  func validate() throws {
    guard all != (entry != nil) else { throw ValidationError("写明哪个班，或者加 --all") }
  }

  func run() throws {
    let file = try YiceFile.open(file, for: .write)
    let day = try day.value()
    guard let entry else {
      let stages = try file.profile().stages
      let left = try file.write("oversize graduate", author: author.value) {
        try OversizeMoves($0).graduateAll(on: day, stages)
      }
      Output.say(left.isEmpty ? "没有这样的班。" : "\(left.count) 个班毕业离校：\(left.joined(separator: "、"))")
      return
    }
    let target = try file.read { try OversizeTarget.find(entry, $0, file.info) }
    try file.write("oversize graduate", author: author.value) {
      try OversizeMoves($0).graduate(target, on: day)
    }
    Output.say("已登记毕业离校；不算销号。")
  }
}
