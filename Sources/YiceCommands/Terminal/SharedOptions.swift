internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Who writes.
struct AuthorOptions: ParsableArguments {
  @Option(help: ArgumentHelp("记在历史里的姓名或岗位；不写则用 YICE_AUTHOR 或登录名。", valueName: "姓名"))
  var author: String?

  var value: Author { Author.current(author) }
}

/// The file and the table, which every record command begins with.
struct TableArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"), completion: .file())
  var file: String

  @Argument(help: ArgumentHelp("表名，中文或英文。", valueName: "表"), completion: Completion.tables)
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
