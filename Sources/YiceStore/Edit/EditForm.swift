package import GRDB

/// Rows of one table as a text that a person edits: one section a row, one line a column, comments after #.
///
///     [2022/T001]
///     姓名 = 王芳
///     最高学历 = 本科
///
/// A section taken out removes its row, a section [新增] adds one, an emptied line clears the column.
package struct EditForm: Sendable {
  package let table: CatalogTable
  package let rows: [Section]
  /// What was given out, all rows with their versions in one word; nil in a text that has lost it.
  package let digest: String?
  /// 学年 of rows that are added without one; nil: the file's own.
  package var year: Int?

  /// One row: its key, and column name → text.
  package struct Section: Sendable, Equatable {
    /// nil for a row to be added.
    package let key: String?
    package var values: [String: String]
    /// Line of the heading, for messages.
    package let line: Int
    /// The versions of the row that was given out, as `SeenRows` says them.
    package var version: String?
  }

  package static let newMark = "新增"

  private init(table: CatalogTable, rows: [Section], digest: String?) {
    self.table = table
    self.rows = rows
    self.digest = digest
  }

  /// - Parameter seen: the same rows with their versions, in the same order.
  package init(_ table: CatalogTable, rows: [Row], seen: SeenRows? = nil) {
    let sections = rows.enumerated().map { index, row in
      var values: [String: String] = [:]
      for column in table.valueColumns { values[column.name] = Self.text(row[column.name], column) }
      return Section(
        key: RowKey(table.key.map { row[$0] }).text, values: values, line: 0,
        version: seen?.lines[index].version)
    }
    self.init(
      table: table, rows: sections,
      digest: seen.map { RandomID.text(from: $0.lines.flatMap { [$0.key.json, $0.version] }) })
  }

  static func text(_ value: DatabaseValue, _ column: CatalogColumn) -> String {
    escaped(GridLine.text(value, column))
  }

  /// The text, with what each column takes as comments.
  package var text: String {
    var text = """
      # \(table.label)（\(table.name)），\(rows.count) 行。保存后退出即写入；不改或清空全部内容即取消。
      # [ ] 里指明是哪一行，不要改。改值：改等号后面；清空：等号后面留空；删除一行：删去整段；
      # 增加一行：写一段 [\(Self.newMark)]，标识列也要写。以 # 开头的行不读。换行写作 \\n。
      #

      """
    for column in table.columns {
      let marks = [column.required ? "必填" : "", table.key.contains(column.name) ? "标识" : ""].filter {
        !$0.isEmpty
      }
      text +=
        "# \(column.label)：\(column.type.allowed(unit: column.unit))"
        + (marks.isEmpty ? "" : "（\(marks.joined(separator: "、"))）") + "\n"
    }
    if let digest { text += "#\n\(Self.digestMark)\(digest)（请不要改这一行和各段的“修订”）\n" }
    for row in rows {
      text += "\n[\(row.key ?? Self.newMark)]\n"
      if let version = row.version { text += "\(Self.versionMark)\(version)\n" }
      for column in table.valueColumns { text += "\(column.label) = \(row.values[column.name] ?? "")\n" }
    }
    return text
  }

  private static let digestMark = "# 取出时的内容："
  private static let versionMark = "# 修订 "

  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\\\"
      case "\n", "\r\n": result += "\\n"
      default: result.append(character)
      }
    }
  }

  static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}

// MARK: - Reading

extension EditForm {
  /// Reads an edited text; every problem with its line.
  package static func read(_ text: String, _ table: CatalogTable) throws(EditProblems) -> EditForm {
    var sections: [Section] = []
    var problems: [EditProblems.Problem] = []
    var keys: Set<String> = []
    var digest: String?
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: isLineEnd)
      .enumerated()
    {
      let line = index + 1
      let words = trimmed(raw)
      if words.hasPrefix(digestMark) {
        digest = String(words.dropFirst(digestMark.count).prefix { $0 != "（" })
      }
      // Only right below its heading: a heading taken out without this line must not give it to the row above.
      if words.hasPrefix(versionMark), let last = sections.last, last.line == line - 1 {
        sections[sections.count - 1].version = String(words.dropFirst(versionMark.count))
      }
      guard !words.isEmpty, !words.hasPrefix("#") else { continue }
      if words.hasPrefix("["), words.hasSuffix("]") {
        let key = String(words.dropFirst().dropLast())
        if key != newMark, !keys.insert(key).inserted {
          problems.append(.init(line: line, text: "“\(key)”写了两次"))
        }
        sections.append(Section(key: key == newMark ? nil : key, values: [:], line: line))
        continue
      }
      guard let sign = words.firstIndex(where: { $0 == "=" || $0 == "＝" }) else {
        problems.append(.init(line: line, text: "应写成 列 = 值"))
        continue
      }
      let label = trimmed(words[..<sign])
      guard let column = table.column(label) else {
        problems.append(.init(line: line, text: "“\(table.label)”没有叫“\(label)”的列"))
        continue
      }
      guard !sections.isEmpty else {
        problems.append(.init(line: line, text: "前面没有 [ ] 指明是哪一行"))
        continue
      }
      sections[sections.count - 1].values[column.name] = trimmed(words[words.index(after: sign)...])
    }
    guard problems.isEmpty else { throw EditProblems(problems) }
    return EditForm(table: table, rows: sections, digest: digest)
  }

  /// Editors of other systems end lines their own way.
  private static func isLineEnd(_ character: Character) -> Bool { character == "\n" || character == "\r\n" }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  static func trimmed(_ text: String) -> String { trimmed(Substring(text)) }
}

/// What is wrong in an edited text, all of it.
package struct EditProblems: Error, Sendable, Equatable {
  package struct Problem: Sendable, Equatable {
    package let line: Int
    package let text: String
  }

  package let list: [Problem]

  init(_ list: [Problem]) { self.list = list }
}
