internal import ArgumentParser
internal import YiceLedgers
internal import YiceReport
internal import YiceStore

/// Entries counted by person, unit, school, indicator or state.
struct RectifyCountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "整改清单按人、单位、学校、指标或状态统计：总数、已销号、待核验、逾期。",
    discussion: "例：yice rectify count 县.db --by 单位", aliases: ["统计"])

  @OptionGroup var selection: RectificationSelection

  @Option(help: ArgumentHelp("按什么统计：人、单位、学校、指标、状态。", valueName: "项"))
  var by: String = "单位"

  @OptionGroup var output: FormatOptions

  func run() throws {
    guard let by = RectificationCount.By(rawValue: by) else {
      let words = RectificationCount.By.allCases.map(\.rawValue).joined(separator: "、")
      throw ValidationError("不能按“\(by)”统计，可用：\(words)。")
    }
    let file = try YiceFile.open(selection.file)
    let query = try selection.query(file)
    let entries = try file.read { try query.entries($0) }
    try Output.print(
      RectificationListing.counts(RectificationCount.count(entries, by: by), by: by), as: output.format)
  }
}
