internal import ArgumentParser
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Writes 文件汇编.
struct EvidencePackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack", abstract: "文件汇编：一个文件夹，里面是目录、自评报告、申报表和按档案目录编号的附件。",
    discussion: """
      例：yice evidence pack 县.db -o 文件汇编/
          yice evidence pack 县.db --school 第一小学 -o 第一小学汇编/
      写完整才有这个文件夹；已有同名的文件夹时不写。
      """, aliases: ["汇编"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(name: [.short, .long], help: ArgumentHelp("写成哪个文件夹（还没有的）。", valueName: "文件夹"))
  var output: String

  @Option(help: ArgumentHelp("县级文件里的一所学校；不写则全县。", valueName: "学校"))
  var school: String?

  @OptionGroup var basis: BasisOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var shown: ShownFormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let asked = try basis.asked(file, day: try today.value())
    let outcome = try file.readWithTemporaryTables { db in
      try EvidencePack(db, try asked.question(db), school: school).write(to: output)
    }
    let listing = PackListing(outcome, in: output)
    try Output.print(listing, as: shown.format)
    Output.say(listing.words)
  }
}
