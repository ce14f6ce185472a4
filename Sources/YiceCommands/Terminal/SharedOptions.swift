internal import ArgumentParser
internal import YiceFormats
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// How a result is printed, or written with `-o`; the same everywhere.
struct FormatOptions: ParsableArguments {
  @Flag(help: "以 JSON 输出（英文键名，数值不取舍）。")
  var json = false

  @Flag(help: "以 JSON Lines 输出，一行一条。")
  var jsonl = false

  @Flag(help: "以 CSV 输出（中文表头，带 BOM 的 UTF-8）。")
  var csv = false

  @Flag(help: "以 Markdown 输出。")
  var markdown = false

  @Option(
    name: [.short, .long], help: ArgumentHelp("写到文件：.xlsx .csv .json .jsonl .md；不写则显示。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("CSV 文件的编码：utf-8（带 BOM）或 gb18030。", valueName: "编码"))
  var encoding: String = "utf-8"

  func validate() throws {
    guard [json, jsonl, csv, markdown, output != nil].count(where: { $0 }) <= 1 else {
      throw ValidationError("--json、--jsonl、--csv、--markdown 和 -o 只能用一个。")
    }
    _ = try CSVWriter.Encoding.parsed(encoding)
    if let output, ListingFile.Format(path: output) == nil {
      throw ValidationError("从“\(output)”的结尾看不出格式，可用：\(ListingFile.Format.endings)。")
    }
  }

  var format: OutputFormat {
    if let output { return .file(output, (try? CSVWriter.Encoding.parsed(encoding)) ?? .utf8WithMark) }
    return json ? .json : jsonl ? .jsonLines : csv ? .csv : markdown ? .markdown : .text
  }
}

/// Who writes.
struct AuthorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("记在历史里的姓名或岗位；不写则用 YICE_AUTHOR 或登录名。", valueName: "姓名"))
  var author: String?

  var value: Author { Author.current(author) }
}

/// The file and the table, which every record command begins with.
struct TableArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("表名，中文或英文。", valueName: "表"))
  var table: String

  func resolved() throws -> CatalogTable {
    guard let table = TableCatalog.table(table) else { throw RecordError.unknownTable(table) }
    return table
  }
}

/// 学年 of a question.
struct YearOption: ParsableArguments {
  @Option(help: ArgumentHelp("学年的第一年，如 2022；不写则用文件里记的学年。", valueName: "学年"))
  var year: String?

  func value() throws -> Int? {
    guard let year else { return nil }
    return try YearOption.parse(year)
  }
}

extension YearOption {
  /// The year named, else the file's.
  func resolved(_ file: YiceFile) throws -> Int {
    guard let year = try value() ?? file.info.schoolYear else {
      throw ValidationError("文件里没有记学年，请加上 --year，例如 --year 2022。")
    }
    return year
  }

  static func parse(_ word: String) throws -> Int {
    guard let year = SchoolYear(word: word) else {
      throw ValidationError("学年“\(word)”不对或超出范围，应为 1950 到 2100 的年份，如 2022 或 2022-2023。")
    }
    return year.start
  }
}
