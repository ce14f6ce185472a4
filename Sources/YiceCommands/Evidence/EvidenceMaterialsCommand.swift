internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// 档案目录 with what is attached and missing.
struct EvidenceMaterialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "materials", abstract: "档案目录：每项指标要谁准备哪些材料，附了什么，还缺什么。",
    discussion: """
      例：yice evidence materials 县.db --missing
          yice evidence materials 县.db --school 第一小学
          yice form 县.db 档案目录 -o 档案目录.xlsx     # 按档案盒打印
      """, aliases: ["目录"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("只看一所学校：标识码、名称、简称或名称的一部分。", valueName: "学校"))
  var school: String?

  @Flag(help: "只列必备而没有附上的。")
  var missing = false

  @OptionGroup var year: YearOption
  @OptionGroup var output: FormatOptions

  func run() throws {
    let file = try YiceFile.open(file)
    let year = try year.value() ?? file.info.schoolYear
    let plan = try file.read { db in
      try MaterialPlan(
        db, file.info, year: year, school: try school.map { try SchoolDirectory(db).code(of: $0) })
    }
    try Output.print(MaterialListing(plan, onlyMissing: missing), as: output.format)
  }
}
