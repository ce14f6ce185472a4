package import GRDB
package import YiceModel

/// What words of sheets stand for, where a person said so: the rows of `wording` that hold for one org's sheets.
///
/// Decision 0150.
package struct Wordings: Sendable {
  /// Column → word as written, without white space → what stands for it; empty: leave the cell empty.
  private var answers: [String: [String: String]] = [:]

  package init() {}

  /// - Parameters:
  ///   - orgCode: whose sheet; its own answers come before its county's.
  package init(_ table: CatalogTable, orgCode: String, countyCode: String?, _ db: Database) throws {
    for code in [countyCode, orgCode].compactMap(\.self) {
      let rows = try Row.fetchAll(
        db, sql: "SELECT column_name, written, value FROM wording WHERE org_code = ? AND table_name = ?",
        arguments: [code, table.name])
      for row in rows { answers[row["column_name"], default: [:]][row["written"]] = row["value"] ?? "" }
    }
  }

  package subscript(column: String) -> [String: String] { answers[column] ?? [:] }

  /// Adds what was said now; it takes the place of what was said before.
  package mutating func add(_ said: [Wording]) {
    for wording in said { answers[wording.column, default: [:]][wording.written] = wording.value }
  }

  /// A word as it is looked up: half-width, without white space and marks.
  package static func tidy(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    Characters.plain(cell).filter { !$0.isWhitespace }
  }
}

/// One word of a column and what it stands for.
package struct Wording: Sendable, Equatable {
  /// English name of the column.
  package let column: String
  package let written: String
  package let value: String

  /// Reads 「写法=值」 or 「列:写法=值」, as typed at the keyboard.
  ///
  /// Without a column it is the one that knows the value as one of its choices.
  /// - Throws: `WordingError`.
  package init(_ text: String, in table: CatalogTable) throws(WordingError) {
    guard let equals = text.lastIndex(where: { $0 == "=" || $0 == "＝" }) else { throw .form(text) }
    var left = text[..<equals]
    let value = Characters.trimmed(String(text[text.index(after: equals)...]))
    self.value = value
    if let colon = left.firstIndex(where: { $0 == ":" || $0 == "：" }),
      let named = table.column(Characters.trimmed(String(left[..<colon])))
    {
      left = left[left.index(after: colon)...]
      column = named.name
    } else if let colon = left.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > left.startIndex {
      // Else the word would be kept with what should name its column, and never be met.
      throw .unknownColumn(Characters.trimmed(String(left[..<colon])), table.valueColumns.map(\.label))
    } else {
      let known = value.isEmpty ? [] : table.valueColumns.filter { $0.type.choices.contains(value) }
      guard known.count == 1, let only = known.first else {
        throw .column(text, (known.isEmpty ? table.valueColumns : known).map(\.label))
      }
      column = only.name
    }
    let bytes = Array(left.utf8)
    written = bytes.withUnsafeBufferPointer { Wordings.tidy($0) }
    guard !written.isEmpty else { throw .form(text) }
    try require(in: table)
  }

  private func require(in table: CatalogTable) throws(WordingError) {
    guard let column = table.column(column) else { throw .form(written) }
    do throws(ValueProblem) {
      _ = try ValueParser(column).parse(value)
    } catch {
      throw .value(column: column.label, value: value, problem: error.message)
    }
  }

  /// Keeps the answer in the file.
  ///
  /// - Returns: whether it was new.
  package func save(_ table: CatalogTable, orgCode: String, _ writer: RevisionWriter) throws -> Bool {
    var row = RowValues()
    row.set("value", value.isEmpty ? nil : value)
    row.set("answered_on", Moment.today())
    let parts = [orgCode, table.name, column, written]
    let key = RowKey(parts.map(\.databaseValue))
    guard let known = try writer.fetch(.wording, key) else {
      for (name, part) in zip(CatalogTable.wording.key, parts) { row.set(name, part) }
      try writer.add(.wording, row)
      return true
    }
    guard (known["value"] ?? "") != value else { return false }
    return try writer.set(.wording, key, row) == .changed
  }
}

/// Why an answer (--value) cannot be taken.
package enum WordingError: YiceError, Equatable {
  case form(String)
  /// A word for a column (--map) that no table has.
  case heading(String)
  case column(String, [String])
  /// What stands before the colon is no column of the table.
  case unknownColumn(String, [String])
  case value(column: String, value: String, problem: String)

  package var exitStatus: ExitStatus { .usage }

  package var description: String {
    switch self {
    case .form(let text): "--value“\(text)”应写成 写法=值，例如 --value 副高=高级。"
    case .heading(let text):
      "--map“\(text)”应写成 表格的列名=本表的列名，而工作簿里的各表都没有这一列。"
    case .column(let text, let columns):
      "--value“\(text)”说不清是哪一列，请写成 列:写法=值，例如 --value \(columns.first ?? "列"):\(text)。可用的列：\(columns.joined(separator: "、"))。"
    case .unknownColumn(let word, let columns):
      "--value 里的“\(word)”不是本表的列，请写本表的列名（不是表格的列名）：\(columns.joined(separator: "、"))。"
    case .value(let column, let value, let problem): "--value 的“\(value)”不能存入“\(column)”：\(problem)。"
    }
  }
}
