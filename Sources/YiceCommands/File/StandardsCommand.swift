internal import ArgumentParser
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Which standard a file works with; installs another.
struct StandardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standards", abstract: "使用哪一套标准，阈值是多少；换用另一套。",
    discussion: """
      例：yice standards 县.db
          yice standards 县.db --use guangdong-2017
      要改单个阈值：yice add 县.db 阈值 标准名称=national-2017 指标编号=R3 学段=小学 数值=1 依据=…
      """, aliases: ["标准"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("换用程序自带的另一套标准。", valueName: "标准"))
  var use: String?

  @Flag(name: .customLong("list"), help: "列出程序自带的标准。")
  var listsShipped = false

  @OptionGroup var output: FormatOptions
  @OptionGroup var author: AuthorOptions

  func run() throws {
    if listsShipped {
      try Output.print(try StandardListing.shipped(), as: output.format, maximumCellWidth: nil)
      return
    }
    if let use {
      let file = try YiceFile.open(file, for: .write)
      let text = try ProfileCatalog.text(of: use)
      let profile = try file.write("standards", author: author.value, note: "换用标准 \(use)") {
        try Profile.install(text, name: use, into: $0)
      }
      Output.say("已换用标准 \(profile.name)。")
      return
    }
    let file = try YiceFile.open(file)
    let profile = try file.read { try Profile.used(by: file.info, $0) }
    try Output.print(
      ScreenListing(StandardListing.thresholds(profile), remarks: StandardListing.notes(profile)),
      as: output.format, maximumCellWidth: nil)
  }
}
