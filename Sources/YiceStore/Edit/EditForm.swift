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

  /// One row: its key, and column name → text.
  package struct Section: Sendable, Equatable {
    /// nil for a row to be added.
    package let key: String?
    package var values: [String: String]
    /// Line of the heading, for messages.
    package let line: Int
  }

  package static let newMark = "新增"

  package init(table: CatalogTable, rows: [Section]) {
    self.table = table
    self.rows = rows
  }

  package init(_ table: CatalogTable, rows: [Row]) {
    self.table = table
    self.rows = rows.map { row in
      var values: [String: String] = [:]
      for column in table.valueColumns { values[column.name] = Self.text(row[column.name], column) }
      return Section(key: RowKey(table.key.map { row[$0] }).text, values: values, line: 0)
    }
  }

  static func text(_ value: DatabaseValue, _ column: CatalogColumn) -> String {
    switch value.storage {
    case .null: ""
    case .int64(let number): column.type == .boolean ? (number == 1 ? "是" : "否") : String(number)
    case .double(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .string(let text): escaped(text)
    case .blob: ""
    }
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
    for row in rows {
      text += "\n[\(row.key ?? Self.newMark)]\n"
      for column in table.valueColumns { text += "\(column.label) = \(row.values[column.name] ?? "")\n" }
    }
    return text
  }

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
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = index + 1
      let words = trimmed(raw)
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
    return EditForm(table: table, rows: sections)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static func trimmed(_ text: String) -> String { trimmed(Substring(text)) }
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

extension EditForm {
  /// One row.
  /// - Throws: `RecordError.notFound`.
  package init(_ table: CatalogTable, of key: RowKey, _ db: Database) throws {
    let match = table.key.map { "\($0) = ?" }.joined(separator: " AND ")
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM \(table.name) WHERE \(match)", arguments: StatementArguments(key.values))
    guard let row else { throw RecordError.notFound(table: table.label, row: key.text) }
    self.init(table, rows: [row])
  }
}
