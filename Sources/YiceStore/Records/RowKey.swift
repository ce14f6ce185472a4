package import GRDB

/// The primary key of one row, in the order of `CatalogTable.key`.
package struct RowKey: Sendable, Equatable {
  package let values: [DatabaseValue]

  package init(_ values: [DatabaseValue]) { self.values = values }

  /// As `change.row_key` and `sibling.row_key` keep it: a JSON array.
  package var json: String {
    "[" + values.map(RowKey.json).joined(separator: ",") + "]"
  }

  /// As a person reads and types it: parts joined by `/`; a `/` within a part is written `\/`, a `\` before it `\\`.
  package var text: String { parts.map(RowKey.quoted).joined(separator: "/") }

  /// As other tables name the row (`subject_key`): parts joined by `/` as they are, as SQL joins them.
  package var subject: String { parts.joined(separator: "/") }

  private var parts: [String] {
    values.map { value in
      switch value.storage {
      case .int64(let number): String(number)
      case .string(let text): text
      default: ""
      }
    }
  }

  /// One part of a key as it is typed.
  package static func quoted(_ part: String) -> String {
    guard part.contains("/") || part.contains("\\") else { return part }
    return part.reduce(into: "") { result, character in
      if character == "/" || character == "\\" { result.append("\\") }
      result.append(character)
    }
  }

  /// The parts of a key as it was typed: `/` parts, `\/` and `\\` stand for themselves, any other `\` is itself.
  package static func split(_ text: String) -> [String] {
    var parts = [""]
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\\" where rest.first == "/" || rest.first == "\\":
        if let next = rest.popFirst() { parts[parts.count - 1].append(next) }
      case "/": parts.append("")
      default: parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  private static func json(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .int64(let number): return String(number)
    case .string(let text):
      var quoted = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\u{08}": quoted += "\\b"
        case "\u{0C}": quoted += "\\f"
        case "\n": quoted += "\\n"
        case "\r": quoted += "\\r"
        case "\t": quoted += "\\t"
        case _ where scalar.value < 0x20:
          let digits = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
      }
      return quoted + "\""
    default: return "null"
    }
  }
}

extension RowKey {
  /// Reads a key as a person types it: all parts, or without the file's own org and year.
  /// - Throws: `RecordError.keyForm`.
  package init(_ text: String, in table: CatalogTable, file: FileInfo) throws {
    var parts = RowKey.split(text)
    let columns = table.keyColumns
    var defaults: [String: String] = ["org_code": file.orgCode]
    if let year = file.schoolYear { defaults["school_year"] = String(year) }
    if parts.count < columns.count {
      let omitted = columns.filter { defaults[$0.name] != nil }
      // Leave out the org first, then the year; trailing empty parts may be left out too.
      var drop = columns.count - parts.count
      var filled: [String] = []
      var rest = parts[...]
      for column in columns {
        if drop > 0, omitted.contains(where: { $0.name == column.name }) {
          filled.append(defaults[column.name] ?? "")
          drop -= 1
        } else if let next = rest.popFirst() {
          filled.append(next)
        } else if column.emptyAllowedInKey {
          filled.append("")
        }
      }
      parts = filled
    }
    guard parts.count == columns.count else {
      throw RecordError.keyForm(table: table.label, expected: columns.map(\.label), given: text)
    }
    values = try zip(columns, parts).map { column, part in
      do {
        return try ValueParser(column).parse(part).value.databaseValue
      } catch let problem as ValueProblem {
        throw RecordError.keyForm(
          table: table.label, expected: columns.map(\.label), given: text,
          detail: "：“\(column.label)”“\(part)”\(problem.message)")
      }
    }
  }
}

extension ParsedValue {
  /// The value as SQLite takes it; a slice must have been made into text before.
  package var databaseValue: DatabaseValue {
    switch self {
    case .null, .slice: .null
    case .integer(let value): value.databaseValue
    case .real(let value): value.databaseValue
    case .text(let value): value.databaseValue
    }
  }
}
