/// Why a CSV file cannot be read on.
package struct CSVError: Error, Equatable, Sendable {
  /// What went wrong.
  package enum Kind: Equatable, Sendable {
    /// The file cannot be opened, for this reason in Chinese.
    case cannotOpen(String)
    /// The file cannot be read on, for this reason in Chinese.
    case cannotRead(String)
    /// A quote is still open at the end of the file.
    case unclosedQuote
    /// Something other than a delimiter follows a closing quote.
    case textAfterQuote
    /// The file has a NUL byte.
    case nulByte
    /// Bytes that the encoding does not have; `detected` when nobody named the encoding.
    case invalidBytes(TextEncoding, detected: Bool)
    /// The file ends within a character.
    case cutCharacter
    /// A record has more than `limit` bytes; `openQuote` when a quote in it was still open.
    case recordTooLarge(limit: Int, openQuote: Bool)
  }

  /// The file's name.
  package var sourceName: String
  /// The physical line, from 1; for an open quote the line where it opens.
  package var line: Int?
  /// What went wrong.
  package var kind: Kind

  /// Creates an error.
  package init(sourceName: String, line: Int? = nil, kind: Kind) {
    self.sourceName = sourceName
    self.line = line
    self.kind = kind
  }
}

// MARK: - CustomStringConvertible

extension CSVError: CustomStringConvertible {
  package var description: String {
    let place = line.map { "\(sourceName) 第 \($0) 行" } ?? sourceName
    return "\(place)：\(kind.sentence)"
  }
}

extension CSVError.Kind {
  /// What happened and the way out, in the reader's words.
  fileprivate var sentence: String {
    switch self {
    case .cannotOpen(let reason):
      "打不开（\(reason)）。请检查文件名、路径和权限。"
    case .cannotRead(let reason):
      "读不下去（\(reason)）。请把文件复制到本机磁盘后再试。"
    case .unclosedQuote:
      "引号没有配对，文件可能在传送中被截断。请重新导出或重新索取该文件。"
    case .textAfterQuote:
      "右引号后面还有文字。单元格里的引号应写成两个（\"\"），请用表格软件重新导出该文件。"
    case .nulByte:
      "含有空字节，这不是 CSV 文本，或者文件已损坏。请用表格软件打开原文件，另存为 CSV 后再试。"
    case .invalidBytes(.gb18030, detected: true):
      "文字既不是 UTF-8 也不是 GB18030，文件可能已损坏。请用表格软件另存为“CSV UTF-8”后再试。"
    case .invalidBytes(let encoding, _):
      "有不符合 \(encoding.name) 编码的字节，文件可能已损坏或混用了编码。请重新导出，或指明正确的编码。"
    case .cutCharacter:
      "末尾的字符不完整，文件可能在传送中被截断。请重新导出或重新索取该文件。"
    case .recordTooLarge(let limit, openQuote: true):
      "从这里起的引号一直没有配对，这一行已超过 \(size(limit))。请检查这里的引号，或重新导出该文件。"
    case .recordTooLarge(let limit, openQuote: false):
      "这一行超过 \(size(limit))，不像是表格。请检查换行符和分隔符，或重新导出该文件。"
    }
  }
}

private func size(_ bytes: Int) -> String {
  let mega = 1 << 20
  return bytes >= mega && bytes.isMultiple(of: mega) ? "\(bytes / mega) MB" : "\(bytes) 字节"
}
