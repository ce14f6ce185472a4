internal import ArgumentParser
internal import YiceFormats
internal import YiceReport

/// How a result is shown; the same everywhere.
struct ShownFormatOptions: ParsableArguments {
  @Flag(help: "以 JSON 输出（英文键名，数值不取舍）。")
  var json = false

  @Flag(help: "以 JSON Lines 输出，一行一条。")
  var jsonl = false

  @Flag(help: "以 CSV 输出（中文表头，带 BOM 的 UTF-8）。")
  var csv = false

  @Flag(help: "以 Markdown 输出。")
  var markdown = false

  func validate() throws {
    guard chosen <= 1 else { throw ValidationError("--json、--jsonl、--csv、--markdown 和 -o 只能用一个。") }
  }

  fileprivate var chosen: Int { [json, jsonl, csv, markdown].count { $0 } }

  var format: OutputFormat {
    json ? .json : jsonl ? .jsonLines : csv ? .csv : markdown ? .markdown : .text
  }
}

/// How a result is shown, or written with `-o`; the same everywhere.
struct FormatOptions: ParsableArguments {
  @OptionGroup var shown: ShownFormatOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("写到文件：.xlsx .csv .json .jsonl .md；不写则显示。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("CSV 文件的编码：utf-8（带 BOM）或 gb18030。", valueName: "编码"))
  var encoding: String = "utf-8"

  func validate() throws {
    guard output == nil || shown.chosen == 0 else {
      throw ValidationError("--json、--jsonl、--csv、--markdown 和 -o 只能用一个。")
    }
    _ = try CSVWriter.Encoding.parsed(encoding)
    if let output { _ = try ListingFile.Format.parsed(output) }
  }

  var format: OutputFormat {
    guard let output, let kind = ListingFile.Format(path: output) else { return shown.format }
    return .file(output, kind, (try? CSVWriter.Encoding.parsed(encoding)) ?? .utf8WithMark)
  }
}

extension ListingFile.Format {
  /// The format that a path's ending asks for.
  static func parsed(_ path: String) throws -> ListingFile.Format {
    guard let format = ListingFile.Format(path: path) else {
      throw ValidationError("从“\(path)”的结尾看不出格式，可用：\(endings)。")
    }
    return format
  }
}

extension CSVWriter.Encoding {
  /// The encoding of a word after `--encoding`.
  static func parsed(_ word: String) throws -> CSVWriter.Encoding {
    switch TextEncoding(userWord: word) {
    case .utf8?: .utf8WithMark
    case .gb18030?: .gb18030
    default: throw ValidationError("编码“\(word)”不能用，可用 utf-8 或 gb18030。")
    }
  }
}
