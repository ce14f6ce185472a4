internal import ArgumentParser
internal import YiceLedgers
internal import YiceStandards
internal import YiceStore

/// Strikes an entry off.
struct OversizeStrikeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strike", abstract: "核验通过，销号（教育局、督查）：要有上限以内的核查、佐证和核验人。",
    discussion:
      "例：yice oversize strike 县.db 2199000001/小学/2020/2 --verifier 某督学 --on 2023-09-20 --basis 学籍核对",
    aliases: ["销号"])

  @OptionGroup var target: OversizeEntryArguments

  @Option(help: ArgumentHelp("核验人；不写则为记在历史里的姓名。", valueName: "姓名"))
  var verifier: String?

  @Option(help: ArgumentHelp("销号依据。", valueName: "依据"))
  var basis: String?

  @OptionGroup var day: DayOption
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let file = try YiceFile.open(target.file, for: .write)
    let entry = try target.target(file)
    let rules = try file.profile().sizes
    try file.write("oversize strike", author: author.value) { writer in
      try OversizeMoves(writer).strike(
        entry, by: verifier ?? author.value.name, on: day.value(), basis: basis, rules: rules)
    }
    Output.say("已销号。")
  }
}
