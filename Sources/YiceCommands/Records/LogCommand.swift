internal import ArgumentParser
internal import YiceReport
internal import YiceStore

/// Who changed what, when.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "谁在什么时候改了什么。",
    discussion: "例：yice log 一小.db　yice log 一小.db 教师 T001", aliases: ["历史"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("表名；与行一起写，看这一行的历史。", valueName: "表"))
  var table: String?

  @Argument(help: ArgumentHelp("哪一行。", valueName: "行"))
  var key: String?

  @Option(help: ArgumentHelp("最多列多少条。", valueName: "条数"))
  var limit: Int = 20

  @OptionGroup var years: ShortKeyYear
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if table != nil && key == nil {
      throw ValidationError("请写明是哪一行，如 yice log \(file.typed) \(table ?? "") T001。")
    }
  }

  func run() throws {
    let file = try YiceFile.open(file)
    guard let word = table, let keyText = key else {
      try Output.print(
        try file.read { try HistoryListing.entries($0, limit: limit) }, as: output.format,
        maximumCellWidth: 60)
      return
    }
    guard let table = TableCatalog.table(word) else { throw RecordError.unknownTable(word) }
    let info = try years.completing(file.info, for: table)
    try Output.print(
      try file.read { db in
        let key = try RowKey.find(keyText, in: table, file: info, db)
        return try HistoryListing.versions(db, table, key)
      },
      as: output.format, maximumCellWidth: nil)
  }
}
